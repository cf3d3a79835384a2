// Turns a key and its arguments into a sentence of one language. Knows nothing
// of the screen; `language.svelte.ts` makes it reactive.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { english, type Language } from './languages';
import { resourcesOf } from './resources';

export type Arguments = Record<string, string | number>;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name in a script of the other direction must not reorder the sentence around it
 * (Unicode UAX #9, isolates). Others stay bare, so that copied text carries no marks.
 */
function isolated(value: string, direction: Language['direction']): string {
  const foreign = direction === 'rtl' || rightToLeft.test(value);
  return foreign ? `\u2068${value}\u2069` : value;
}

/** Each word overridden to run from right to left, between right-to-left marks, as ICU's own ar-XB does. */
function mirrored(text: string): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => `\u200f\u202e${word}\u202c\u200f`);
}

export class Translator {
  readonly #bundles: FluentBundle[];

  constructor(readonly language: Language) {
    const folders = [...new Set([language.folder, english.folder])];
    this.#bundles = folders.map((folder) => this.#bundle(folder));
  }

  #bundle(folder: string): FluentBundle {
    const { tag, pseudo } = this.language;
    const locale = folder === this.language.folder && !pseudo ? tag : folder;
    const options = pseudo ? { useIsolating: false, transform: mirrored } : { useIsolating: false };
    const bundle = new FluentBundle(locale, options);
    for (const text of resourcesOf(folder)) bundle.addResource(new FluentResource(text));
    return bundle;
  }

  /** Whether a message, or a message's attribute ("kind-person.plural"), exists. */
  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /** The sentence. An unknown key is shown as itself: ugly, and thereby found. */
  format(key: string, args: Arguments = {}): string {
    const found = this.#find(key);
    if (!found) {
      if (import.meta.env.DEV) console.warn(`no message ${key}`);
      return key;
    }
    const direction = this.language.direction;
    const safe = Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'string' ? isolated(value, direction) : value,
      ]),
    );
    return found.bundle.formatPattern(found.pattern, safe, []);
  }

  #find(key: string) {
    const [id = '', attribute] = key.split('.');
    for (const bundle of this.#bundles) {
      const message = bundle.getMessage(id);
      const pattern = attribute ? message?.attributes[attribute] : message?.value;
      if (pattern) return { bundle, pattern };
    }
    return undefined;
  }
}
