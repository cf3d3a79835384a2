// Which languages the interface speaks.

export interface Language {
  /** BCP 47, as the preferences keep it. */
  tag: string;
  /** The folder of its messages. */
  folder: string;
  /** What its own speakers call it. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** Made at run time from another language, to prove the layout. */
  pseudo?: true;
}

export const english: Language = {
  tag: 'en',
  folder: 'en',
  name: 'English',
  direction: 'ltr',
};

export const languages: readonly Language[] = [
  english,
  { tag: 'zh-Hans', folder: 'zh-Hans', name: '简体中文', direction: 'ltr' },
];

/** English drawn from right to left: shows what a mirrored layout does, to those who read no Arabic. */
export const pseudoRightToLeft: Language = {
  tag: 'ar-XB',
  folder: 'en',
  name: 'ɥsılƃuƎ (ar-XB)',
  direction: 'rtl',
  pseudo: true,
};

/** The language that fits a wish such as "zh-CN" best; English when none does. */
export function languageFor(wish: string | null | undefined): Language {
  if (!wish) return english;
  if (wish === pseudoRightToLeft.tag) return pseudoRightToLeft;
  const exact = languages.find((language) => language.tag === wish);
  if (exact) return exact;
  const spoken = wish.split('-')[0];
  return languages.find((language) => language.tag.split('-')[0] === spoken) ?? english;
}
