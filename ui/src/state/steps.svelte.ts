// Steps that are over at once, or take long where they are about tens of thousands of records: an undo, a redo, conflicts
// settled by a rule. One at a time, in the order in which they were asked for.
import type { Commands } from '@/generated/commands';
import type { Changed } from '@/generated/wire';
import { t } from '@/i18n';
import { write } from './changes';
import { LongWork } from './long-work.svelte';

type Step = 'undo' | 'redo' | 'settle';

const labels: Record<Step, () => string> = {
  undo: () => t('step-undo'),
  redo: () => t('step-redo'),
  settle: () => t('step-settle'),
};

class Steps {
  #work = new LongWork<Changed>();
  #step = $state<Step>('undo');
  #last: Promise<unknown> = Promise.resolve();

  /** What takes long enough to be shown. Whatever is over before it was asked how far it has come is not. */
  get shown(): { label: string; done: number; total: number } | null {
    const { busy, progress } = this.#work;
    if (!busy || !progress) return null;
    return { label: labels[this.#step](), done: progress.done, total: progress.total };
  }

  take<Name extends Step>(step: Name, args: Commands[Name]['args']): Promise<Changed> {
    const taken = this.#last.then(() => {
      this.#step = step;
      return this.#work.follow(() => write(step, args));
    });
    // Those that wait behind one that was stopped or failed would do something else than was meant.
    this.#last = taken;
    void taken.catch(() => (this.#last = Promise.resolve()));
    return taken;
  }

  /** Stops what is under way, leaving everything as it was before. */
  stop(): Promise<void> {
    return this.#work.cancel();
  }
}

export const steps = new Steps();
