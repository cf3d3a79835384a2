// What an officer does to records outside a form, each with its way back.
import type { Changed, Row, Save } from '@/generated/wire';
import { t } from '@/i18n';
import { write } from './changes';
import { drafts, type Draft } from './drafts.svelte';
import { attempt } from './failures';
import { router } from './router.svelte';
import { steps } from './steps.svelte';
import { toasts } from './toasts.svelte';

/**
 * Moves records to the trash and offers to bring them back. True when it was done. What came since they were `seen` is
 * not deleted.
 */
export async function moveToTrash(
  records: readonly { id: string; title: string }[],
  seen: string | null = null,
): Promise<boolean> {
  const ids = records.map((record) => record.id);
  const done = await attempt(() => write('delete', { ids, seen }));
  if (!done) return false;
  toasts.say({
    message: t('deleted', { count: ids.length, title: records[0]?.title ?? '' }),
    action: { label: t('action-undo'), run: () => void restore(ids) },
  });
  return true;
}

/** Makes one of two records that are the same, and offers to part them again. True when it was done. */
export async function merge(
  duplicate: { id: string; title: string },
  kept: { id: string; title: string },
  take: string[],
): Promise<boolean> {
  const done = await attempt(() =>
    write('merge', { duplicate: duplicate.id, kept: kept.id, take }),
  );
  if (!done) return false;
  toasts.say({
    message: t('merged', { duplicate: duplicate.title, kept: kept.title }),
    action: undoing(),
  });
  return true;
}

/** Saves some fields of one record. What came since they were `seen` is not replaced; null goes by what is here now. */
export function setFields(
  { id, kind }: Pick<Row, 'id' | 'kind'>,
  fields: Save['drafts'][number]['fields'],
  seen: string | null = null,
): Promise<Changed> {
  return write('save', { drafts: [{ id, kind, fields }], delete: [], seen, kept_as: null });
}

export async function restore(ids: string[]): Promise<void> {
  const done = await attempt(() => write('restore', { ids }));
  if (done) toasts.say({ message: t('restored', { count: ids.length }) });
}

/** Lets go of what was typed and not saved. */
export function discardDraft(draft: Draft): void {
  const putBack = drafts.discard(draft.form);
  toasts.say({
    message: t('draft-discarded', { title: draft.title }),
    action: {
      label: t('action-undo'),
      run: () => {
        putBack();
        router.go(draft.place);
      },
    },
  });
}

/** For a message: the way back from what was just saved. */
export const undoing = () => ({
  label: t('action-undo'),
  keys: 'Mod+z',
  run: () => void undo(),
});

export function undo(): Promise<void> {
  return step('undo', t('undone'));
}

export function redo(): Promise<void> {
  return step('redo', t('redone'));
}

async function step(command: 'undo' | 'redo', message: string): Promise<void> {
  const changed = await attempt(() => steps.take(command, {}));
  if (changed) toasts.say({ message, hint: skippedHint(changed) });
}

/** An undo leaves alone what someone has changed since, and says so. */
function skippedHint({ skipped }: Changed): string | undefined {
  const [first] = skipped;
  return first ? t('undo-skipped', { count: skipped.length, title: first.title }) : undefined;
}
