import { expect, it } from 'vitest';
import { hashOf, parseRoute } from './router.svelte';

it.each([
  '#/home',
  '#/institution',
  '#/institution/new',
  '#/institution/i1',
  '#/institution/i1/edit',
  '#/institution/i1?q=a+b&f.country=CN%7CPK',
])('%s is the same address after a round trip', (hash) => {
  expect(hashOf(parseRoute(hash))).toBe(hash);
});

it.each(['', '#', '#/nowhere', '#/institution/%'])('%j leads home', (hash) => {
  expect(parseRoute(hash).view).toBe('home');
});
