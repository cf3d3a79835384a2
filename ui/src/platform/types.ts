// What the interface asks of the program around it. Two implementations: the
// desktop shell (tauri.ts) and a browser against the loopback host (browser.ts).

/** A file the officer is to name. */
export interface FileWish {
  /** What is asked, as a sentence. */
  title: string;
  /** Which files fit: what they are called, and the endings without a dot. Empty: any. */
  kinds: readonly { name: string; endings: readonly string[] }[];
  /** A full path to begin with: a folder for opening, a file for saving. */
  suggestion?: string;
}

/** A wish that has no dialog of the system's: the interface asks for the path itself. */
export interface PathQuestion extends FileWish {
  purpose: 'open' | 'save';
  /** The full path, or null when the officer thinks better of it. */
  answer: (path: string | null) => void;
}

export interface Request {
  cmd: string;
  args: unknown;
}

export interface ClosingGuard {
  /** Keeps what it can of what would be lost. */
  keep: () => Promise<void>;
  /** Whether anything would be lost. */
  wouldLose: () => boolean;
  /** Asks on the page; `true` closes. A browser asks in its own words instead. */
  ask: () => Promise<boolean>;
}

export interface Platform {
  /** Sends a request to the api. Rejects with a WireFailure, whatever went wrong. */
  send(request: Request): Promise<unknown>;
  /** The full path of a file to read, or null. */
  pickFileToOpen(wish: FileWish): Promise<string | null>;
  /** The full path of a file to write, or null. */
  pickFileToSave(wish: FileWish): Promise<string | null>;
  /** The full path of a folder, or null. Its kinds do not matter. */
  pickFolder(wish: FileWish): Promise<string | null>;
  /** Calls back with the full paths of files dropped on the window; returns how to stop. */
  onFilesDropped(handler: (paths: string[]) => void): () => void;
  /** Calls back when the program is given a file to open while it runs; returns how to stop. */
  onFileToOpen(handler: () => void): () => void;
  /**
   * Stands in the way of closing the window while something unsaved would be lost, and asks.
   * Returns how to stop.
   */
  onClosing(guard: ClosingGuard): () => void;
  /** The window's title. */
  setTitle(title: string): void;
}
