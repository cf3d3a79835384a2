import { expect, it } from 'vitest';
import { isBundle, isWorkspace } from './paths';

it('a file is known by its ending, in whatever case a stick or a mail has made of it', () => {
  expect(['/a/x.entente', 'C:\\X.ENTENTE', 'x.Entente'].map(isBundle)).toEqual([true, true, true]);
  expect(['x.entente-workspace', 'entente', 'x.entente.txt'].some(isBundle)).toBe(false);
  expect(['x.entente-workspace', 'X.ENTENTE-WORKSPACE'].every(isWorkspace)).toBe(true);
  expect(isWorkspace('x.entente')).toBe(false);
});
