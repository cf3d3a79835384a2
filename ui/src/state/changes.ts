// What writes changed. Every write goes through `write`, and whoever shows records
// listens here and loads again; nobody patches what is on the screen by hand.
import type { Commands } from '@/generated/commands';
import type { Changed } from '@/generated/wire';
import { rpc } from '@/platform';

/** The commands that answer with what they changed. */
type WriteCommand = {
  [Name in keyof Commands]: Commands[Name]['result'] extends Changed ? Name : never;
}[keyof Commands];

/** What was written; null when it may be anything: after an import, or with another workspace. */
type Listener = (changed: Changed | null) => void;

const listeners = new Set<Listener>();

/** Calls back after every write; returns how to stop. */
export function onChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellChanged(changed: Changed | null): void {
  for (const listener of listeners) listener(changed);
}

/** Does a write and has all that is shown follow it. */
export async function write<Name extends WriteCommand>(
  command: Name,
  args: Commands[Name]['args'],
): Promise<Changed> {
  const changed = (await rpc(command, args)) as Changed;
  tellChanged(changed);
  return changed;
}

/** Whether a list of this kind may look different now. */
export function touchesKind(changed: Changed | null, kind: string): boolean {
  return changed === null || changed.records.some((record) => record.kind === kind);
}
