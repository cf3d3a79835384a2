import contrasts from './contrast.css?raw';
import tokens from './tokens.css?raw';
import { describe, expect, it } from 'vitest';

type Theme = Map<string, string>;

function declarations(block: string): Theme {
  const found = block.matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return new Map([...found].map(([, name, value]) => [name ?? '', (value ?? '').trim()]));
}

/** The blocks of the file, by the line that opens them. */
function blockAfter(opening: string, file = tokens): string {
  const start = file.indexOf(opening);
  if (start < 0) throw new Error(`no block opens with ${opening}`);
  return file.slice(start, file.indexOf('}', start));
}

const light = declarations(blockAfter(':root {'));
const bySystem = declarations(blockAfter(":root:not([data-theme='light']) {"));
const byChoice = declarations(blockAfter(":root[data-theme='dark'] {"));
const dark: Theme = new Map([...light, ...byChoice]);
const more = declarations(blockAfter(':root:root {', contrasts));

type Colour = [red: number, green: number, blue: number];

/** A colour written as hex, as another token, or as a mix of two. */
function colour(theme: Theme, value: string): Colour {
  const token = /^var\((.+)\)$/.exec(value)?.[1];
  if (token) return colour(theme, theme.get(token) ?? '');
  const mix = /^color-mix\(in srgb, (var\(.+?\)) (\d+)%, (var\(.+?\))\)$/.exec(value);
  if (mix) {
    const [, one = '', share, other = ''] = mix;
    const [a, b] = [colour(theme, one), colour(theme, other)];
    const part = Number(share) / 100;
    return [0, 1, 2].map((at) => (a[at] ?? 0) * part + (b[at] ?? 0) * (1 - part)) as Colour;
  }
  return [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16) / 255) as Colour;
}

function luminance(theme: Theme, name: string): number {
  const [r, g, b] = colour(theme, `var(${name})`).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(theme: Theme, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => luminance(theme, name));
  const [high, low] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (high + 0.05) / (low + 0.05);
}

const surfaces = [
  '--surface-app',
  '--surface-pane',
  '--surface-raised',
  '--surface-sunken',
  '--surface-selected',
  '--surface-selected-idle',
];
const tones = ['good', 'warn', 'bad', 'conflict', 'info', 'plain'];

const legible: [front: string, back: string, ratio: number][] = [
  ...surfaces.flatMap((surface): [string, string, number][] => [
    ['--text', surface, 7],
    ['--text-muted', surface, 4.5],
    ['--text-faint', surface, 4.5],
    ['--accent-text', surface, 4.5],
    ['--bad-text', surface, 4.5],
    ['--focus', surface, 3],
  ]),
  ...tones.flatMap((tone): [string, string, number][] => [
    [`--${tone}-text`, `--${tone}-wash`, 4.5],
    [`--${tone}-mark`, '--surface-pane', 3],
  ]),
  ['--line-control', '--surface-pane', 3],
  ['--line-control', '--surface-raised', 3],
  ['--text-on-fill', '--accent', 4.5],
  ['--text-on-fill', '--accent-hover', 4.5],
  ['--text-on-fill', '--danger', 4.5],
  ['--text-on-fill', '--danger-hover', 4.5],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_name, theme) => {
  it.each(legible)('%s on %s has a contrast of at least %d', (front, back, ratio) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(ratio);
  });
});

const enhanced: [front: string, back: string, ratio: number][] = [
  ...surfaces.flatMap((surface): [string, string, number][] => [
    ['--text', surface, 7],
    ['--text-muted', surface, 7],
    ['--text-faint', surface, 7],
    ['--accent-text', surface, 7],
    ['--focus', surface, 7],
    ['--line-strong', surface, 3],
  ]),
  ...tones.map((tone): [string, string, number] => [`--${tone}-text`, `--${tone}-wash`, 7]),
  ['--line', '--surface-pane', 2.5],
  ['--line-control', '--surface-pane', 7],
];

describe.each([
  ['light', new Map([...light, ...more])],
  ['dark', new Map([...dark, ...more])],
])('with more contrast, in the %s theme', (_name, theme) => {
  it.each(enhanced)('%s on %s has a contrast of at least %d', (front, back, ratio) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(ratio);
  });
});

it('is the same dark whether the system or the officer chose it', () => {
  expect([...bySystem]).toEqual([...byChoice]);
});
