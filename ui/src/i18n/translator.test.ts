import { describe, expect, it } from 'vitest';
import { english, languageFor, pseudoRightToLeft } from './languages';
import { Translator } from './translator';

const inEnglish = new Translator(english);

describe('a sentence', () => {
  it('keeps a name of the other direction to itself, and leaves others bare', () => {
    const sentence = (text: string) => inEnglish.format('search-nothing', { text });
    expect(sentence('Bishkek')).toBe('Nothing found for “Bishkek”');
    expect(sentence('القاهرة')).toBe('Nothing found for “\u2068القاهرة\u2069”');
  });

  it('follows the number', () => {
    expect(inEnglish.format('drafts-count', { count: 1 })).toBe('One unsaved draft');
    expect(inEnglish.format('drafts-count', { count: 3 })).toBe('3 unsaved drafts');
  });

  it('has attributes, and shows an unknown key as itself', () => {
    expect(inEnglish.format('kind-person.plural')).toBe('People');
    expect(inEnglish.has('kind-nothing')).toBe(false);
    expect(inEnglish.format('kind-nothing')).toBe('kind-nothing');
  });
});

it('the pseudo-language turns every word round, and keeps what officers wrote', () => {
  const turned = new Translator(pseudoRightToLeft).format('search-nothing', { text: 'Bishkek' });
  expect(turned).toContain('\u202eNothing\u202c');
  expect(turned).toContain('\u2068Bishkek\u2069');
});

it.each([
  ['zh-CN', 'zh-Hans'],
  ['zh-Hans', 'zh-Hans'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  [null, 'en'],
])('whoever wishes for %s is spoken to in %s', (wish, tag) => {
  expect(languageFor(wish).tag).toBe(tag);
});
