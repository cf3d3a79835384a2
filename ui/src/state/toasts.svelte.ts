// What just happened, said at the foot of the window for a while.
import { onChanged } from './changes';

export interface Toast {
  id: number;
  message: string;
  hint?: string | undefined;
  tone: 'plain' | 'bad';
  action?: { label: string; keys?: string; run: () => void } | undefined;
  /** Its action is about the last write, and means something else after another. */
  passing?: boolean;
}

/** Long enough to read the line and press Undo; errors stay until they are closed. */
const shownFor = 7000;
const most = 3;

class Toasts {
  lines = $state.raw<readonly Toast[]>([]);
  #next = 1;
  #held = false;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): void {
    const line: Toast = { tone: 'plain', ...toast, id: this.#next++ };
    // What just happened is one thing: it takes the place of what happened before. Errors stay.
    const errors = this.lines.filter((old) => old.tone === 'bad' && old.message !== line.message);
    this.lines = [...errors, line].slice(-most);
    if (line.tone === 'plain') this.#startTimer(line.id);
  }

  /** Another write has come: what was about the one before goes. */
  pass(): void {
    for (const line of this.lines) if (line.passing) this.close(line.id);
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.lines = this.lines.filter((line) => line.id !== id);
  }

  /** Nothing leaves while one looks at it. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) return;
    for (const id of this.#timers.keys()) this.#startTimer(id);
  }

  #startTimer(id: number): void {
    clearTimeout(this.#timers.get(id));
    const leave = () => {
      if (!this.#held) this.close(id);
    };
    this.#timers.set(id, setTimeout(leave, shownFor));
  }
}

export const toasts = new Toasts();

onChanged(() => toasts.pass());
