// The file dialogs that several places open.
import { t } from '@/i18n';
import { platform } from '@/platform';
import { session } from '@/state/session.svelte';

/** A colleague's bundle; null if none was chosen. */
export function pickBundle(): Promise<string | null> {
  return platform.pickFileToOpen({
    title: t('bundle-pick'),
    kinds: [{ name: t('bundle-files'), endings: ['entente'] }],
    suggestion: session.status?.folder ?? '',
  });
}

/** A workspace, or a copy of one. */
export function pickWorkspace(
  title = t('workspace-pick'),
  suggestion = session.status?.folder ?? '',
): Promise<string | null> {
  return platform.pickFileToOpen({
    title,
    kinds: [{ name: t('workspace-files'), endings: ['entente-workspace'] }],
    suggestion,
  });
}
