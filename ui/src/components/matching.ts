// Finding a word among labels, as one types: without case, accents or width.

/** Folded for comparing: "Türkiye" and "turkiye" are the same. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase()
    .trim();
}

/** Whether two labels are the same but for case and accents. */
export function matches(label: string, typed: string): boolean {
  return folded(label) === folded(typed);
}

/**
 * The items that have the query at the start of a word, those that begin with it
 * first; the order is otherwise kept. Chinese has no spaces, so there any place will do.
 */
export function filtered<Item>(
  items: readonly Item[],
  query: string,
  wordsOf: (item: Item) => readonly string[],
): Item[] {
  const wanted = folded(query);
  if (wanted === '') return [...items];
  const first: Item[] = [];
  const second: Item[] = [];
  for (const item of items) {
    const words = wordsOf(item).map(folded);
    if (words.some((word) => word.startsWith(wanted))) first.push(item);
    else if (words.some((word) => within(word, wanted))) second.push(item);
  }
  return [...first, ...second];
}

function within(word: string, wanted: string): boolean {
  const at = word.indexOf(wanted);
  if (at < 0) return false;
  return /[^\p{L}\p{N}]/u.test(word[at - 1] ?? '') || /\p{Script=Han}/u.test(wanted);
}
