// Just enough about paths to propose one. What a path means, only the api knows.

import { UNFIT_FOR_NAMES } from '@/generated/schema';

/** A file of that name in a folder, with the separator that the folder's own path uses. */
export function pathIn(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  const safe = name.replace(UNFIT_FOR_NAMES, ' ').trim();
  return folder.endsWith(separator) ? folder + safe : folder + separator + safe;
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}

/** The folder that a file lies in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.length - fileName(path).length - 1));
}

export const isWorkspace = (path: string) => /\.entente-workspace$/i.test(path);
export const isBundle = (path: string) => /\.entente$/i.test(path);
