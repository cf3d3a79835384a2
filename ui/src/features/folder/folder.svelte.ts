// The shared folder while a workspace is open: looked into every few seconds, and when asked.
import type { FolderChoice, FolderLook, FolderSender, FolderStatus } from '@/generated/wire';
import { t } from '@/i18n';
import { rpc } from '@/platform';
import { tellChanged } from '@/state/changes';
import { attempt } from '@/state/failures';
import { router } from '@/state/router.svelte';
import { session } from '@/state/session.svelte';
import { toasts } from '@/state/toasts.svelte';
import { seeImport } from '../exchange/imported';
import { LongWork } from '@/state/long-work.svelte';

/** A carrier takes seconds too. What finds nothing reads the names in a folder, and no more. */
const lookEvery = 15_000;
/** While the window is hidden nobody waits, and the battery lasts longer. */
const lookUnseenEvery = 60_000;
/** The first look leaves the window time to open. */
const firstAfter = 2_000;

export class SharedFolder {
  status = $state.raw<FolderStatus | null>(null);
  /** The look under way, or the last. */
  looking = new LongWork<FolderLook>();
  /** Whether the officer asked for that look, and wants to hear how it went. */
  asked = $state(false);

  /** An officer who stopped a look is not to see it begin again by itself. */
  #stopped = false;
  /** Whether the officer asked for a look while another was under way. */
  #again = false;
  /** The files that are known to wait. */
  #waiting: ReadonlySet<string> | null = null;

  /** Whose files wait there, while it is there. */
  get senders(): readonly FolderSender[] {
    return this.status?.state === 'there' ? this.status.waiting : [];
  }

  /** How many files wait there, introductions among them. */
  get waits(): number {
    return this.senders.reduce(
      (sum, { files, introduces }) => sum + files.length + Number(introduces),
      0,
    );
  }

  async load(): Promise<void> {
    const status = await rpc('folder', {}).catch(() => null);
    if (status) this.#take(status);
  }

  /** Looks every few seconds until the returned function is called. */
  keepLooking(): () => void {
    void this.load();
    const soon = setTimeout(() => void this.#lookByItself(), firstAfter);
    let passed = 0;
    const clock = setInterval(() => {
      passed = document.hidden ? passed + lookEvery : lookUnseenEvery;
      if (passed < lookUnseenEvery) return;
      passed = 0;
      void this.#lookByItself();
    }, lookEvery);
    const seen = () => {
      if (!document.hidden) void this.#lookByItself();
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(soon);
      clearInterval(clock);
      document.removeEventListener('visibilitychange', seen);
    };
  }

  /** Looks now, and tries again what could not be read before. */
  async look(): Promise<void> {
    this.#stopped = false;
    await this.#look(true);
  }

  async choose(folder: FolderChoice): Promise<void> {
    const status = await attempt(() => rpc('set_folder', folder));
    if (!status) return;
    this.#take(status);
    await this.look();
  }

  async stopUsing(): Promise<void> {
    const before = this.status?.folder;
    const status = await attempt(() => rpc('leave_folder', {}));
    if (!status || !before) return;
    this.looking.forget();
    this.#take(status);
    toasts.say({
      message: t('folder-left'),
      action: { label: t('action-undo'), run: () => void this.choose(before) },
    });
  }

  /** Takes in a laptop's introduction: from now on files are sealed for it too. */
  async meet(device: string, name: string): Promise<void> {
    const status = await attempt(() => rpc('meet_in_folder', { device }));
    if (!status) return;
    this.#take(status);
    toasts.say({ message: t('folder-met', { name }) });
    tellChanged(null);
    await this.look();
  }

  async #lookByItself(): Promise<void> {
    // A folder that is gone may be there again; one that is not chosen is not.
    if (!this.status?.folder || this.#stopped) return;
    await this.#look(false);
  }

  async #look(asked: boolean): Promise<void> {
    if (this.looking.busy) {
      // The one under way does not try again what could not be read.
      this.#again ||= asked;
      return;
    }
    if (!session.workspace) return;
    this.asked = asked;
    const looked = await this.looking.run(() => rpc('look_in_folder', { anew: asked }));
    this.#stopped = this.looking.cancelled;
    if (looked) this.#takeLook(looked);
    // Also after one that failed, since it was not that one which was asked for; stopping it stops both.
    const again = this.#again && !this.#stopped;
    this.#again = false;
    if (again) await this.#look(true);
  }

  #takeLook({ status, arrived, imports }: FolderLook): void {
    this.#take(status);
    if (!arrived) return;
    tellChanged(null);
    this.#tellArrived(imports);
  }

  #tellArrived(imports: readonly number[]): void {
    const last = imports.at(-1);
    if (last === undefined) return;
    toasts.say({
      message: t('folder-arrived', { count: imports.length }),
      action: seeImport(imports.length === 1 ? last : null),
    });
  }

  #take(status: FolderStatus): void {
    this.status = status;
    const now = new Set(
      status.waiting.flatMap(({ device, introduces, files }) => [
        ...files.map(({ path }) => path),
        ...(introduces ? [device] : []),
      ]),
    );
    const known = this.#waiting;
    this.#waiting = now;
    const fresh = status.waiting.find(({ device, files }) =>
      known
        ? [device, ...files.map(({ path }) => path)].some((one) => now.has(one) && !known.has(one))
        : false,
    );
    if (fresh && router.route.view !== 'exchange') {
      toasts.say({
        message: t('folder-waits', { officer: fresh.officer }),
        action: { label: t('folder-show'), run: () => router.go({ view: 'exchange' }) },
      });
    }
  }
}
