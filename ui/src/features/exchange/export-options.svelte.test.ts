import { expect, it } from 'vitest';
import type { Laptop } from '@/generated/wire';
import { colleagues, ExportOptions } from './export-options.svelte';

it('carries everything, or the part that is about some countries and records', () => {
  const options = new ExportOptions();
  expect(options.bundling.only).toBeNull();
  options.chosenScope = 'part';
  expect(options.partIsEmpty).toBe(true);
  options.choose('KG', true);
  options.choose('CN', true);
  options.choose('KG', true);
  expect(options.bundling.only).toEqual({ countries: ['CN', 'KG'], records: [] });
  options.choose('CN', false);
  expect(options.countries).toEqual(['KG']);
  options.choose('KG', false);
  expect(options.partIsEmpty).toBe(true);
  options.chooseRecord({ value: 'usst', label: 'USST' }, true);
  expect(options.bundling.only).toEqual({ countries: [], records: ['usst'] });
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

it('is for all colleagues unless one says otherwise, and never open unless that is chosen', () => {
  const options = new ExportOptions();
  expect(options.readersMissing).toBe(true);
  options.laptops = [{ device: 'aigul' }, { device: 'bek' }] as Laptop[];
  expect(options.bundling).toMatchObject({ recipients: ['aigul', 'bek'], seal: 'recipients' });
  options.toggle('aigul', false);
  options.laptops = [...options.laptops, { device: 'cheng' } as Laptop];
  expect(options.recipients).toEqual(['bek']);
  options.toggle('bek', false);
  expect([options.readersMissing, options.bundling.seal]).toEqual([true, 'recipients']);
  options.seal = 'open';
  expect([options.readersMissing, options.bundling.seal]).toEqual([false, 'open']);
});

it('offers other laptops that are in use', () => {
  const laptop = (device: string, is: Partial<Laptop> = {}) =>
    ({ device, here: false, formerly: false, retired: false, ...is }) as Laptop;
  const all = [
    laptop('here', { here: true }),
    laptop('aigul'),
    laptop('old', { formerly: true }),
    laptop('gone', { retired: true }),
  ];
  expect(colleagues(all).map(({ device }) => device)).toEqual(['aigul']);
});

it('carries what a laptop lacks only if it is for that one alone, and that one told what it has', () => {
  const options = new ExportOptions();
  const laptop = (device: string, lacks: number | null) => ({ device, lacks }) as Laptop;
  options.laptops = [laptop('aigul', 3), laptop('bek', null)];
  options.chosenScope = 'lacking';
  expect(options.bundling.lacking).toBeNull();
  options.toggle('bek', false);
  expect([options.scope, options.bundling.lacking]).toEqual(['lacking', 'aigul']);
  expect([options.bundling.recipients, options.seal]).toEqual([[], 'recipients']);
  options.toggle('bek', true);
  expect([options.scope, options.bundling.lacking]).toEqual(['everything', null]);
  options.toggle('aigul', false);
  expect([options.scope, options.bundling.recipients]).toEqual(['everything', ['bek']]);
});
