// Stands in for the program behind the interface: answers each command as a test says,
// and keeps what it was asked.
import { vi } from 'vitest';
import type { Commands } from '@/generated/commands';
import { platform, WireFailure } from '@/platform';
import type { FieldError } from '@/generated/wire';

type Answers = {
  [Name in keyof Commands]?: (args: Commands[Name]['args']) => unknown;
};

export interface Asked {
  cmd: string;
  args: unknown;
}

/** Answers commands until the test ends; returns the list of what was asked, as it grows. */
export function answering(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  vi.spyOn(platform, 'send').mockImplementation(async ({ cmd, args }) => {
    asked.push(structuredClone({ cmd, args }));
    const answer = answers[cmd as keyof Commands] as ((args: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`the test has no answer to ${cmd}`);
    return answer(args);
  });
  return asked;
}

/** A promise that is kept or broken when the test says so. */
export function deferred<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((keep, breakIt) => {
    resolve = keep;
    reject = breakIt;
  });
  return { promise, resolve, reject };
}

export function invalid(...fields: FieldError[]): WireFailure {
  return new WireFailure({ kind: 'invalid', message: 'Not saved.', hint: '', fields });
}

/** What a save answers: an id a draft, in order. */
export function changedBy(drafts: readonly string[]) {
  return {
    records: drafts.map((id) => ({ id, kind: 'institution' })),
    drafts: [...drafts],
    skipped: [],
    can_undo: true,
    can_redo: false,
  };
}
