// Every message that the interface asks for exists in every language, and none stands
// there that nobody asks for.
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { languages } from './languages';
import { resourcesOf } from './resources';

const sources = import.meta.glob<string>(
  ['../**/*.{ts,svelte}', '!../**/*.test.ts', '!../generated/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const ownFiles = import.meta.glob<string>('../../../src-tauri/locales/en/ui*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.values(sources).join('\n');

interface Message {
  key: string;
  variables: Set<string>;
}

/** Every message and attribute of some texts, with the variables it takes. */
function messagesIn(texts: readonly string[]): Message[] {
  return texts.flatMap((text) =>
    new FluentResource(text).body.flatMap(({ id, value, attributes }) => [
      ...(value ? [{ key: id, variables: variablesIn(value) }] : []),
      ...Object.entries(attributes).map(([name, pattern]) => ({
        key: `${id}.${name}`,
        variables: variablesIn(pattern),
      })),
    ]),
  );
}

function variablesIn(pattern: unknown, found = new Set<string>()): Set<string> {
  if (typeof pattern !== 'object' || pattern === null) return found;
  if ('type' in pattern && pattern.type === 'var' && 'name' in pattern)
    found.add(String(pattern.name));
  for (const part of Object.values(pattern)) variablesIn(part, found);
  return found;
}

const english = messagesIn(resourcesOf('en'));
const known = new Set(english.map((message) => message.key));

/** `t('key'` and `t(condition ? 'key' : 'other'`. */
const literals = [...code.matchAll(/\bt(?:IfKnown)?\(([^`)]*?['][\w.-]+['][^`)]*?)[,)]/g)].flatMap(
  ([, inside = '']) => [...inside.matchAll(/'([a-z][\w.-]+)'/g)].map(([, key = '']) => key),
);
/** t(`new-${kind}`): what may stand in the gap is any run of letters and hyphens. */
const patterns = [...code.matchAll(/\bt(?:IfKnown)?\(\s*[^)]*?`([^`]+)`/g)].map(
  ([, template = '']) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);

it('finds the keys in the code', () => {
  expect(literals.length).toBeGreaterThan(150);
  expect(patterns.length).toBeGreaterThan(10);
});

it.each([...new Set(literals)].filter((key) => /[a-z]-|^[a-z]+$/.test(key)))(
  'the message %s that the code asks for exists',
  (key) => {
    const isValue = !known.has(key) && /^(list|bundle|locked|sample)$/.test(key);
    expect(isValue || known.has(key)).toBe(true);
  },
);

it.each(messagesIn(Object.values(ownFiles)).map((message) => message.key))(
  'the message %s is used',
  (key) => {
    const quoted = code.includes(`'${key}'`);
    expect(quoted || patterns.some((pattern) => pattern.test(key))).toBe(true);
  },
);

describe.each(languages.map((language) => language.folder).filter((folder) => folder !== 'en'))(
  'in %s',
  (folder) => {
    const translated = messagesIn(resourcesOf(folder));

    it('there are the same messages as in English', () => {
      const keys = translated.map((message) => message.key).sort();
      expect(keys).toEqual([...known].sort());
    });

    it('messages take no variables that English does not give', () => {
      for (const { key, variables } of translated) {
        const given = english.find((message) => message.key === key)?.variables ?? new Set();
        expect(
          [...variables].filter((name) => !given.has(name)),
          key,
        ).toEqual([]);
      }
    });
  },
);

it('no key stands twice', () => {
  const keys = english.map((message) => message.key);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
