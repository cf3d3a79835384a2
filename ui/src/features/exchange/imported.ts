// What came of an import, in a sentence.
import type { ImportReport } from '@/generated/wire';
import { t } from '@/i18n';

export function importedWords({ preview }: ImportReport): string {
  const { early_commits, new_commits, conflicts } = preview;
  // Nothing changed yet, since what comes before it is missing.
  if (early_commits > 0 && new_commits === 0) return t('import-early', { count: early_commits });
  return t('import-done', { fresh: preview.new, changed: preview.changed, conflicts });
}
