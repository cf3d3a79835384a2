// What came of an import, and what still waits for one, in a sentence.
import type { ImportReport } from '@/generated/wire';
import { t } from '@/i18n';
import { fileName } from '@/platform';
import { router } from '@/state/router.svelte';

export function importedWords({ preview }: ImportReport): string {
  const { early_commits, new_commits, conflicts } = preview;
  // Nothing changed yet, since what comes before it is missing.
  if (early_commits > 0 && new_commits === 0) return t('import-early', { count: early_commits });
  return t('import-done', { fresh: preview.new, changed: preview.changed, conflicts });
}

/** How many bundles wait to be looked at, and which is the next. */
export function waitingWords(waiting: readonly string[]): string {
  return t('bundles-waiting', { count: waiting.length, name: fileName(waiting[0] ?? '') });
}

/** For a message: the way to the report of an import, or to the list of them. */
export const seeImport = (n: number | null) => ({
  label: t('import-see'),
  run: () => router.go({ view: 'exchange', id: n === null ? null : String(n) }),
});
