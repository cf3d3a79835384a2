// Figures in the words of a language.
import { expect, it } from 'vitest';
import { formatBytes } from '@/i18n';

it('tells sizes in units that have a name or an abbreviation', () => {
  expect([1, 874, 5_417, 2_500_000, 3e12].map(formatBytes)).toEqual([
    '1 byte',
    '874 bytes',
    '5.4 kB',
    '2.5 MB',
    '3,000 GB',
  ]);
});
