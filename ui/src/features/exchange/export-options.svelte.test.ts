import { expect, it } from 'vitest';
import { ExportOptions } from './export-options.svelte';

it('carries everything, or the part that is in some countries', () => {
  const options = new ExportOptions();
  expect(options.bundling.only).toBeNull();
  options.inPart = true;
  expect(options.partIsEmpty).toBe(true);
  options.choose('KG', true);
  options.choose('CN', true);
  options.choose('KG', true);
  expect(options.bundling.only).toEqual({ countries: ['CN', 'KG'], records: [] });
  options.choose('CN', false);
  expect(options.countries).toEqual(['KG']);
  expect(options.partIsEmpty).toBe(false);
});

it('counts sizes as mail does, and a passphrase by its characters', () => {
  const options = new ExportOptions();
  expect(options.bundling.part_size).toBeNull();
  options.partSize = '20';
  options.largestDocument = '0';
  expect(options.bundling).toMatchObject({ part_size: 20_000_000, largest_document: 0 });
  options.seal = 'passphrase';
  options.passphrase = '十一个字不够长啊啊啊啊';
  expect(options.passphraseTooShort).toBe(true);
  options.passphrase += '𠀀';
  expect(options.passphraseTooShort).toBe(false);
  expect(options.bundling.passphrase).toBeNull();
});
