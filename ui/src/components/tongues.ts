// Languages offered by name. Any other BCP 47 tag may be typed.

export const commonLanguages: readonly string[] = (
  'ar az be bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk km ko ' +
  'ky lo lt lv mk mn ms mt my ne nl no pl ps pt ro ru si sk sl sq sr sv sw ta tg th tk tl tr uk ' +
  'ur uz vi zh-Hans zh-Hant zh-Latn ru-Latn ko-Latn ja-Latn ar-Latn'
).split(' ');
