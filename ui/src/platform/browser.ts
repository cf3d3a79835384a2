// A browser against the loopback host of the api: the same program, for tests and for
// working on the interface. The host has the files, so pickers ask for a path on its side.
import { isWireError, WireFailure } from './failure';
import type { ClosingGuard, FileWish, PathQuestion, Platform, Request } from './types';

export class BrowserPlatform implements Platform {
  /** Puts the question on the page; set by the interface once it stands. */
  askForPath: ((question: PathQuestion) => void) | undefined;

  async send(request: Request): Promise<unknown> {
    let answer: Response;
    try {
      answer = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
    } catch (error) {
      throw WireFailure.from(error);
    }
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return body;
    if (isWireError(body)) throw new WireFailure(body);
    throw WireFailure.from(`${answer.status} ${answer.statusText}`);
  }

  pickFileToOpen(wish: FileWish): Promise<string | null> {
    return this.#ask(wish, 'open');
  }

  pickFolder(wish: FileWish): Promise<string | null> {
    return this.#ask(wish, 'open');
  }

  pickFileToSave(wish: FileWish): Promise<string | null> {
    return this.#ask(wish, 'save');
  }

  #ask(wish: FileWish, purpose: PathQuestion['purpose']): Promise<string | null> {
    return new Promise((answer) => {
      if (this.askForPath) this.askForPath({ ...wish, purpose, answer });
      else answer(null);
    });
  }

  /** A browser tells a page the names of dropped files, but not where they lie. */
  onFilesDropped(): () => void {
    return () => undefined;
  }

  /** No other program starts a page. */
  onFileToOpen(): () => void {
    return () => undefined;
  }

  onClosing({ wouldLose }: ClosingGuard): () => void {
    const ask = (event: BeforeUnloadEvent) => {
      if (wouldLose()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }

  setTitle(title: string): void {
    document.title = title;
  }
}
