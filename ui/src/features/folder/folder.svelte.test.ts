import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FolderLook, FolderSender, FolderStatus } from '@/generated/wire';
import { WireFailure } from '@/platform';
import { onChanged } from '@/state/changes';
import { session } from '@/state/session.svelte';
import { toasts } from '@/state/toasts.svelte';
import { answering } from '../../../test/platform';
import { SharedFolder } from './folder.svelte';

const chosen = { path: '/shared', apply_trusted: true, open: false };

function status(change: Partial<FolderStatus> = {}): FolderStatus {
  return {
    folder: chosen,
    state: 'there',
    looked_at: null,
    written_at: null,
    own_files: 0,
    own_bytes: 0,
    readers: 1,
    sealed_for: [],
    read: 0,
    waiting: [],
    troubles: [],
    unwritten: null,
    ...change,
  };
}

function looked(change: Partial<FolderLook> = {}): FolderLook {
  return { status: status(), arrived: false, imports: [], put: null, ...change };
}

const bek: FolderSender = {
  device: 'b',
  name: 'Bek’s laptop',
  officer: 'Bek',
  known: true,
  trusted: null,
  introduces: false,
  words: [],
  files: [
    { path: '/shared/1.entente', made_at: '2026-11-24T08:00:00Z', commits: 1, erases: false },
  ],
};

const looksIn = (asked: readonly { cmd: string }[]) =>
  asked.filter(({ cmd }) => cmd === 'look_in_folder').length;

describe('the shared folder', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(session, 'workspace', 'get').mockReturnValue({} as never);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    toasts.lines = [];
  });

  it('is looked into by itself, until the workspace is closed', async () => {
    const asked = answering({ folder: () => status(), look_in_folder: () => looked() });
    const stop = new SharedFolder().keepLooking();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(looksIn(asked)).toBe(3);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looksIn(asked)).toBe(3);
  });

  it('is looked into less often while the window is hidden, and at once when it is seen again', async () => {
    const asked = answering({ folder: () => status(), look_in_folder: () => looked() });
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const stop = new SharedFolder().keepLooking();
    await vi.advanceTimersByTimeAsync(125_000);
    expect(looksIn(asked)).toBe(3);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(looksIn(asked)).toBe(4);
    stop();
  });

  it('is looked into once more if an officer asks for it meanwhile', async () => {
    const ends: (() => void)[] = [];
    const asked = answering({
      folder: () => status(),
      look_in_folder: () => new Promise((end) => ends.push(() => end(looked()))),
    });
    const folder = new SharedFolder();
    const stop = folder.keepLooking();
    await vi.advanceTimersByTimeAsync(2_500);
    await folder.look();
    await folder.look();
    expect(looksIn(asked)).toBe(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.filter(({ cmd }) => cmd === 'look_in_folder').map(({ args }) => args)).toEqual([
      { anew: false },
      { anew: true },
    ]);
    stop();
  });

  it.each([
    { kind: 'file', looks: 2 },
    { kind: 'cancelled', looks: 1 },
  ] as const)(
    'is looked into $looks times if asked for anew while a look ends with $kind, and not twice later',
    async ({ kind, looks }) => {
      let end: () => void = () => undefined;
      const failed = new WireFailure({ kind, message: '', hint: '', fields: [] });
      const asked = answering({
        look_in_folder: () =>
          looksIn(asked) > 1 ? looked() : new Promise((_, fail) => (end = () => fail(failed))),
      });
      const folder = new SharedFolder();
      const first = folder.look();
      await folder.look();
      end();
      await first;
      expect([looksIn(asked), folder.looking.failure]).toEqual([looks, null]);
      await folder.look();
      expect(looksIn(asked)).toBe(looks + 1);
    },
  );

  it('is left alone where none was chosen', async () => {
    const asked = answering({ folder: () => status({ folder: null }) });
    const stop = new SharedFolder().keepLooking();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looksIn(asked)).toBe(0);
    stop();
  });

  it('has all that is shown follow what arrived, and says so', async () => {
    answering({ look_in_folder: () => looked({ arrived: true, imports: [4] }) });
    const changes: unknown[] = [];
    const forget = onChanged((changed) => changes.push(changed));
    await new SharedFolder().look();
    forget();
    expect(changes).toEqual([null]);
    expect(toasts.lines).toHaveLength(1);
  });

  it('is not looked into again by itself once an officer has stopped a look', async () => {
    const cancelled = { kind: 'cancelled' as const, message: '', hint: '', fields: [] };
    let stops = true;
    const asked = answering({
      folder: () => status(),
      look_in_folder: () => {
        if (stops) throw new WireFailure(cancelled);
        return looked();
      },
    });
    const folder = new SharedFolder();
    const stop = folder.keepLooking();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looksIn(asked)).toBe(1);
    stops = false;
    await folder.look();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(looksIn(asked)).toBe(4);
    stop();
  });

  it('counts what waits, introductions among it, as long as the folder is there', async () => {
    const cheng = { ...bek, device: 'c', known: false, introduces: true, files: [] };
    let state = 'there';
    answering({ folder: () => status({ state, waiting: [bek, cheng] }) });
    const folder = new SharedFolder();
    expect(folder.waits).toBe(0);
    await folder.load();
    expect(folder.waits).toBe(2);
    state = 'gone';
    await folder.load();
    expect(folder.waits).toBe(0);
  });

  it('tells of what waits once, and not of what waited before', async () => {
    let waiting: FolderSender[] = [bek];
    answering({
      folder: () => status({ waiting }),
      look_in_folder: () => looked({ status: status({ waiting }) }),
    });
    const folder = new SharedFolder();
    await folder.load();
    await folder.look();
    expect(toasts.lines).toHaveLength(0);
    const later = {
      path: '/shared/2.entente',
      made_at: '2026-11-24T09:00:00Z',
      commits: 1,
      erases: false,
    };
    waiting = [{ ...bek, files: [...bek.files, later] }];
    await folder.look();
    await folder.look();
    expect(toasts.lines).toHaveLength(1);
  });
});
