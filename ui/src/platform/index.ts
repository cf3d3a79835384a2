// The program around the interface, chosen once at the start.
import type { Commands } from '@/generated/commands';
import { BrowserPlatform } from './browser';
import { isTauri, TauriPlatform } from './tauri';
import type { PathQuestion, Platform } from './types';

export { WireFailure } from './failure';
export { fileName, folderOf, isBundle, isWorkspace, pathIn } from './paths';
export type { FileWish, PathQuestion, Platform } from './types';

export const platform: Platform = isTauri() ? new TauriPlatform() : new BrowserPlatform();

/** Sends one command of the table to the api. Rejects with a WireFailure. */
export function rpc<Name extends keyof Commands>(
  cmd: Name,
  args: Commands[Name]['args'],
): Promise<Commands[Name]['result']> {
  return platform.send({ cmd, args }) as Promise<Commands[Name]['result']>;
}

/** Lets the interface put questions for a path on its own page, where there is no system dialog. */
export function answerPathQuestions(ask: (question: PathQuestion) => void): void {
  if (platform instanceof BrowserPlatform) platform.askForPath = ask;
}
