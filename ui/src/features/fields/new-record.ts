// A record made on the way, out of what was typed into a field that refers to one.
import type { FormValues } from '@/state/form-values';
import type { MainKind } from '@/state/kinds';

/**
 * What a new record of the kind begins with. Chinese, Japanese and Korean names are kept
 * whole; of others the last word is taken for the family name, and the officer sees both.
 */
export function begunWith(kind: MainKind, name: string): FormValues {
  switch (kind) {
    case 'institution':
    case 'tag':
      return { name };
    case 'agreement':
    case 'event':
    case 'follow-up':
      return { title: name };
    case 'person':
      return personNamed(name);
  }
}

function personNamed(name: string): FormValues {
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) {
    return { 'original-name': name };
  }
  const words = name.split(/\s+/);
  const family = words.length > 1 ? words.pop() : undefined;
  const given = words.join(' ');
  return family === undefined ? { given } : { given, family };
}
