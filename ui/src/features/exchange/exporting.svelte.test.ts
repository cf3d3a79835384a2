import { expect, it } from 'vitest';
import { answering } from '../../../test/platform';
import { Exporting } from './exporting.svelte';

it('says what is missing only once one has tried', () => {
  const exporting = new Exporting();
  exporting.options.seal = 'open';
  exporting.options.chosenScope = 'part';
  expect(exporting.tried).toBe(false);
  expect([exporting.ready(), exporting.tried]).toEqual([false, true]);
  exporting.options.choose('KG', true);
  expect(exporting.ready()).toBe(true);
});

it('gives the passphrase with the bundle that it seals, and keeps it no longer', async () => {
  const asked = answering({ export_bundle: () => ({ commits: 1 }) });
  const exporting = new Exporting();
  exporting.options.seal = 'passphrase';
  exporting.options.passphrase = 'correct horse battery';
  await exporting.write('a.entente');
  expect(asked[0]?.args).toMatchObject({ bundling: { passphrase: 'correct horse battery' } });
  expect(exporting.options.passphrase).toBe('');
  exporting.options.passphrase = 'typed, and then not used';
  exporting.options.seal = 'open';
  await exporting.write('b.entente');
  expect(asked[1]?.args).toMatchObject({ bundling: { passphrase: null } });
});
