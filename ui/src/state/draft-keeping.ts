// Keeps drafts in the workspace while one types, beside the work: a moment after the last key, and now and then while
// keys keep coming. One thing after another, so that a save finds nothing on its way that would bring back what it saved.
import type { FoundForm } from '@/generated/wire';
import { t } from '@/i18n';
import { rpc } from '@/platform';
import type { Draft } from './drafts.svelte';
import { keptForm } from './form-keeping';
import { session } from './session.svelte';
import { toasts } from './toasts.svelte';
import { watching } from './watching.svelte';

/** How long typing has to rest, and after how long it is kept although it does not, in milliseconds. */
const rest = 500;
const longest = 3000;

/** What is here of what the workspace has kept. */
export interface Taken {
  /** Drafts that were here before. */
  here: readonly Draft[];
  /** Drafts that were made from what was found. */
  taken: readonly Draft[];
}

export class DraftKeeping {
  /** As the workspace has it. */
  #kept = new Map<Draft, string>();
  /** What is done with and still stands there. */
  #over = new Set<Draft>();
  #turns: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;

  /** Says so when what a draft is about has been erased. */
  constructor(private readonly erased: (draft: Draft) => void) {}

  /** Whether the workspace has it as it is now. */
  has(draft: Draft): boolean {
    return this.#kept.get(draft) === textOf(draft);
  }

  /** Does something when all that was begun before is done, which it is given to wait for. */
  inTurn<Result>(work: (before: Promise<unknown>) => Promise<Result>): Promise<Result> {
    const done = work(this.#turns);
    this.#turns = done.catch(() => undefined);
    return done;
  }

  /** Takes it that a draft is done with. */
  forget(draft: Draft): void {
    this.#over.add(draft);
  }

  /** Keeps what is typed into these, until the returned function is called. */
  watch(unsaved: () => readonly Draft[]): () => void {
    const stop = watching(
      () => unsaved().map(textOf),
      () => this.#soon(unsaved),
    );
    return () => {
      clearTimeout(this.#timer);
      stop();
    };
  }

  keepNow(unsaved: () => readonly Draft[]): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = 0;
    return this.inTurn(async (before) => {
      await before;
      // What cannot be kept now is tried again with the next key; closing the window asks.
      await this.#keep(unsaved()).catch(() => undefined);
    });
  }

  /** Hands over what the workspace has. */
  load(take: (found: FoundForm[]) => Promise<Taken>): Promise<void> {
    return this.inTurn(async (before) => {
      await before;
      const found = await rpc('kept_forms', {}).catch(() => []);
      const over = new Set([...this.#over].map((draft) => draft.key));
      const { here, taken } = await take(found.filter(({ form }) => !over.has(form.key)));
      // Of what was here before, the workspace may have nothing any more.
      for (const draft of here) this.#kept.delete(draft);
      // What was found stands there as it is: written again, it would seem to have been left only now.
      for (const draft of taken) this.#kept.set(draft, textOf(draft));
    });
  }

  #soon(unsaved: () => readonly Draft[]): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    this.#due ||= now + longest;
    this.#timer = setTimeout(() => void this.keepNow(unsaved), Math.min(rest, this.#due - now));
  }

  async #keep(unsaved: readonly Draft[]): Promise<void> {
    const over = [...this.#kept.keys(), ...this.#over].filter((draft) => !unsaved.includes(draft));
    for (const draft of new Set(over.filter(isHere))) {
      await rpc('forget_form', { key: draft.key });
      this.#kept.delete(draft);
      this.#over.delete(draft);
    }
    for (const draft of unsaved.filter(isHere)) {
      const text = textOf(draft);
      if (this.#kept.get(draft) === text) continue;
      const { kept } = await rpc('keep_form', keptForm(draft.form, draft));
      this.#over.delete(draft);
      if (kept) this.#kept.set(draft, text);
      else {
        this.erased(draft);
        toasts.say({ message: t('draft-erased') });
      }
    }
  }
}

/** Only the open workspace can be written. */
function isHere(draft: Draft): boolean {
  return draft.workspace === session.workspace?.path;
}

function textOf(draft: Draft): string {
  return JSON.stringify(keptForm(draft.form, draft));
}
