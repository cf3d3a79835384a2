// Which columns each list has, and which of them fit.
import type { MainKind } from '@/state/kinds';

export interface Column {
  /**
   * A listed field, `title`, `state` for what an agreement's dates mean, or the kind of the
   * companions: where a person works, who the parties are.
   */
  field: string;
  /** 1 stays longest when there is little room. */
  weight: number;
  /** In pixels. */
  least: number;
  /** Its part of the room that is left. */
  share: number;
}

const column = (field: string, weight: number, least: number, share = 0): Column => ({
  field,
  weight,
  least,
  share,
});

export const columnsOf: Record<MainKind, readonly Column[]> = {
  institution: [
    column('title', 1, 340, 4),
    column('short-name', 5, 100),
    column('kind', 3, 150, 1),
    column('city', 4, 110, 1),
    column('country', 2, 120, 1),
    column('part-of', 6, 180, 2),
    column('number', 7, 100),
  ],
  person: [
    column('title', 1, 220, 3),
    column('original-name', 3, 140, 2),
    column('affiliation', 2, 240, 5),
    column('country', 4, 150, 1),
  ],
  agreement: [
    column('title', 1, 320, 6),
    column('party', 2, 260, 6),
    column('state', 3, 150),
    column('kind', 5, 170, 1),
    column('stage', 7, 110),
    column('signed', 6, 150),
    column('ends', 4, 115),
    column('number', 8, 110),
  ],
  event: [
    column('title', 1, 340, 4),
    column('kind', 4, 110),
    column('start', 2, 160),
    column('end', 7, 110),
    column('place', 3, 150, 2),
    column('country', 5, 110, 1),
    column('mode', 6, 90),
  ],
  'follow-up': [
    column('title', 1, 260, 3),
    column('due', 2, 120),
    column('about', 3, 180, 2),
    column('assignee', 5, 120, 1),
    column('priority', 6, 90),
    column('state', 4, 90),
  ],
  tag: [column('title', 1, 240, 1), column('note', 2, 240, 2)],
};

/** Those that fit into a width, in pixels. The weightiest always does. */
export function fitting(columns: readonly Column[], width: number): Column[] {
  const chosen = new Set<Column>();
  let used = 0;
  for (const column of [...columns].sort((a, b) => a.weight - b.weight)) {
    used += column.least;
    if (chosen.size > 0 && used > width) break;
    chosen.add(column);
  }
  return columns.filter((column) => chosen.has(column));
}

/** The columns as `grid-template-columns`. */
export function gridTemplate(columns: readonly Column[]): string {
  return columns
    .map(({ least, share }) => `minmax(${least}px, ${share > 0 ? `${share}fr` : `${least}px`})`)
    .join(' ');
}

/** The line below the title where a list is narrow. */
export const secondLineOf: Record<MainKind, readonly string[]> = {
  institution: ['kind', 'city', 'country'],
  person: ['affiliation', 'original-name', 'country'],
  agreement: ['party', 'kind', 'number'],
  event: ['start', 'place'],
  'follow-up': ['due', 'about'],
  tag: [],
};

/** The order in which a list is first shown. Not named: by title. */
export const firstOrderOf: Partial<Record<MainKind, { sort: string; descending: boolean }>> = {
  agreement: { sort: 'created', descending: true },
  event: { sort: 'start', descending: true },
  'follow-up': { sort: 'due', descending: false },
};
