// What is open, who works here, and how the program looks and speaks.
import type { NewWorkspace, Preferences, Status, Theme, WireError } from '@/generated/wire';
import { languageFor, speak } from '@/i18n';
import { platform, rpc, WireFailure } from '@/platform';
import { onChanged, tellChanged } from './changes';

/** A workspace that would not open, and why. */
export interface FailedOpening {
  path: string;
  error: WireError;
}

class Session {
  /** Called before another workspace takes this one's place, or none does: what was typed is kept. */
  beforeLeaving: (() => Promise<void>) | undefined;
  status = $state.raw<Status | null>(null);
  /** Leads to the recovery page. */
  failed = $state.raw<FailedOpening | null>(null);
  /** The program itself does not answer: nothing can be shown but this. */
  unreachable = $state.raw<WireError | null>(null);

  get workspace() {
    return this.status?.workspace ?? null;
  }

  /** Asks what is open; the first call brings language and theme too. */
  async load(): Promise<void> {
    try {
      this.#take(await rpc('status', {}));
      this.unreachable = null;
    } catch (thrown) {
      this.unreachable = WireFailure.from(thrown).error;
    }
  }

  /** Opens a workspace. What goes wrong is kept for the recovery page, and told to the caller. */
  async open(path: string): Promise<boolean> {
    try {
      await this.beforeLeaving?.();
      this.#take(await rpc('open_workspace', { path }));
      this.failed = null;
      tellChanged(null);
      return true;
    } catch (thrown) {
      this.failed = { path, error: WireFailure.from(thrown).error };
      return false;
    }
  }

  async create(workspace: NewWorkspace, { sample }: { sample: boolean }): Promise<void> {
    await this.beforeLeaving?.();
    this.#take(await rpc(sample ? 'create_sample' : 'create_workspace', workspace));
    this.failed = null;
    tellChanged(null);
  }

  async close(): Promise<void> {
    await this.beforeLeaving?.();
    this.#take(await rpc('close_workspace', {}));
  }

  /** The workspace is gone from under us: back to the first page. */
  lostWorkspace(): void {
    if (this.status) this.#take({ ...this.status, workspace: null });
  }

  /** A file that the program was asked to open is dealt with; the next one may be waiting. */
  async dismissPending(path: string): Promise<void> {
    this.#take(await rpc('dismiss_pending', { path }));
  }

  /** A copy has taken the workspace's place: everything may be different. */
  takeRestored(status: Status): void {
    this.#take(status);
    this.failed = null;
    tellChanged(null);
  }

  /** The officer knows that the workspace goes on as a new laptop. */
  async dismissContinued(): Promise<void> {
    this.#take(await rpc('dismiss_continued', {}));
  }

  /** The officer knows which laptops have written several histories. */
  async dismissParted(): Promise<void> {
    this.#take(await rpc('dismiss_parted', {}));
  }

  /** Writes the workspace's file anew, without what was erased. */
  async sweep(): Promise<void> {
    this.#take(await rpc('sweep', {}));
  }

  /** Takes it that what had been erased and is back with a backup is to stay. */
  async keepBackAgain(): Promise<void> {
    this.#take(await rpc('keep_back_again', {}));
  }

  async prefer(change: Partial<Preferences>): Promise<void> {
    const now = this.status?.preferences ?? { language: null, theme: 'system' as Theme };
    this.#take(await rpc('set_preferences', { ...now, ...change }));
  }

  #take(status: Status): void {
    this.status = status;
    speak(languageWish(status.preferences));
    showTheme(status.preferences.theme);
    const name = status.workspace?.name;
    platform.setTitle(name ? `${name} · Entente` : 'Entente');
  }
}

/** The address may ask for a language ("?lang=ar-XB"), which is how the layout is proven. */
function languageWish(preferences: Preferences): string {
  const asked = new URLSearchParams(location.search).get('lang');
  const wish = asked ?? preferences.language ?? navigator.language;
  return languageFor(wish).tag;
}

function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export const session = new Session();

// Counts, conflicts and what can be undone follow every write.
onChanged(() => void session.load());
