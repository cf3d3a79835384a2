// The desktop shell. The only file that knows Tauri.
import { invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { open, save } from '@tauri-apps/plugin-dialog';
import { WireFailure } from './failure';
import type { ClosingGuard, FileWish, Platform, Request } from './types';

export { isTauri };

/** Turns "a promise of how to stop" into "how to stop", also when that comes later. */
function stopper(listening: Promise<() => void>): () => void {
  return () => void listening.then((stop) => stop());
}

function dialogOptions({ title, kinds, suggestion }: FileWish) {
  const filters = kinds.map(({ name, endings }) => ({ name, extensions: [...endings] }));
  return suggestion === undefined
    ? { title, filters }
    : { title, filters, defaultPath: suggestion };
}

/** What a page offers by itself and a program must not: to load it anew, which would take what is typed. */
function keepPage(): void {
  window.addEventListener('contextmenu', (event) => {
    const target = event.target as HTMLElement;
    const isText = target.matches('input, textarea') || target.isContentEditable;
    // Where there is text, the menu is about copying it.
    if (!isText && getSelection()?.isCollapsed !== false) event.preventDefault();
  });
  window.addEventListener('keydown', (event) => {
    const reloads =
      event.key === 'F5' || ((event.ctrlKey || event.metaKey) && /^r$/i.test(event.key));
    if (reloads) event.preventDefault();
  });
}

export class TauriPlatform implements Platform {
  constructor() {
    keepPage();
  }

  async send(request: Request): Promise<unknown> {
    try {
      return await invoke('rpc', { request });
    } catch (error) {
      throw WireFailure.from(error);
    }
  }

  pickFileToOpen(wish: FileWish): Promise<string | null> {
    return open({ ...dialogOptions(wish), multiple: false, directory: false });
  }

  pickFolder(wish: FileWish): Promise<string | null> {
    return open({ ...dialogOptions(wish), multiple: false, directory: true });
  }

  pickFileToSave(wish: FileWish): Promise<string | null> {
    return save(dialogOptions(wish));
  }

  onFilesDropped(handler: (paths: string[]) => void): () => void {
    return stopper(
      getCurrentWebview().onDragDropEvent(({ payload }) => {
        if (payload.type === 'drop') handler(payload.paths);
      }),
    );
  }

  onFileToOpen(handler: () => void): () => void {
    return stopper(listen('pending', handler));
  }

  onClosing({ keep, wouldLose, ask }: ClosingGuard): () => void {
    return stopper(
      getCurrentWindow().onCloseRequested(async (event) => {
        await keep();
        if (wouldLose() && !(await ask())) event.preventDefault();
      }),
    );
  }

  setTitle(title: string): void {
    void getCurrentWindow().setTitle(title);
  }
}
