// The one current language of the interface, and `t`, which speaks it.
import { english, languageFor, type Language } from './languages';
import { Translator, type Arguments } from './translator';

export { languages, pseudoRightToLeft, languageFor, type Language } from './languages';
export type { Arguments } from './translator';

let translator = $state.raw(new Translator(english));

/** The sentence for a key. Read inside a template it follows a change of language. */
export function t(key: string, args?: Arguments): string {
  return translator.format(key, args);
}

/** The sentence for a key when there is one: for keys made from codes that files may bring. */
export function tIfKnown(key: string, args?: Arguments): string | undefined {
  return translator.has(key) ? translator.format(key, args) : undefined;
}

/** The language shown now. */
export function currentLanguage(): Language {
  return translator.language;
}

/** What Intl is asked for: the pseudo-language counts and dates as English does. */
export function intlTag(): string {
  const { tag, folder, pseudo } = translator.language;
  return pseudo ? folder : tag;
}

/** Switches the whole interface, at once and without a reload. */
export function speak(wish: string | null | undefined): void {
  const language = languageFor(wish);
  if (language.tag !== translator.language.tag) translator = new Translator(language);
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
}
