// What the interface does about an error that no form or page shows beside its cause.
import type { ErrorKind, WireError } from '@/generated/wire';
import { t } from '@/i18n';
import { WireFailure } from '@/platform';
import { router } from './router.svelte';
import { session } from './session.svelte';
import { toasts } from './toasts.svelte';

function say({ message, hint }: WireError): void {
  toasts.say({ tone: 'bad', message, hint: hint || undefined });
}

/** One line for every kind: adding a kind to the wire makes this file fail to compile. */
const answers: Record<ErrorKind, (error: WireError) => void> = {
  // A form shows these beside its fields; elsewhere the sentences themselves are the help.
  invalid: (error) =>
    say({ ...error, hint: error.fields.map((field) => field.message).join(' ') || error.hint }),
  'no-workspace': () => session.lostWorkspace(),
  'not-found': (error) => {
    say(error);
    router.change({ id: null, mode: 'read' }, { replace: true });
  },
  damaged: (error) => recover(error),
  locked: (error) => recover(error),
  file: say,
  // Whoever imports offers to do without.
  'not-backed-up': say,
  // Whoever opens a bundle asks for it; elsewhere the sentence says what is missing.
  passphrase: say,
  refused: say,
  cancelled: () => toasts.say({ message: t('cancelled') }),
  defect: (error) => say({ ...error, hint: error.hint || t('defect-hint') }),
};

function recover(error: WireError): void {
  const path = session.workspace?.path;
  if (path) session.failed = { path, error };
  else say(error);
}

/** Acts on whatever was thrown. */
export function answer(thrown: unknown): void {
  const { error } = WireFailure.from(thrown);
  answers[error.kind](error);
}

/** Does something whose failure is told by `answer`; undefined when it failed. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (thrown) {
    answer(thrown);
    return undefined;
  }
}
