import { afterEach, expect, it, vi } from 'vitest';
import { hashOf, parseRoute, router } from './router.svelte';

afterEach(() => vi.useRealTimers());

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

it('replaces the address now and then, however fast one walks, and in the end with where one is', () => {
  vi.useFakeTimers();
  const replaced = vi.spyOn(history, 'replaceState');
  for (let step = 0; step < 300; step += 1) {
    router.go({ view: 'institution', id: `i${step}` }, { replace: true });
    expect(router.route.id).toBe(`i${step}`);
    vi.advanceTimersByTime(30);
  }
  vi.advanceTimersByTime(1000);
  expect(replaced.mock.calls.length).toBeLessThan(50);
  expect(location.hash).toBe('#/institution/i299');
});

it('brings the address up to date before it goes on, and takes nobody back who left by a link', () => {
  vi.useFakeTimers();
  router.go({ view: 'person', id: 'p1' }, { replace: true });
  router.go({ view: 'person', id: 'p2' }, { replace: true });
  const pushed = vi.spyOn(history, 'pushState').mockImplementation(() => undefined);
  router.go({ view: 'event' });
  expect([location.hash, pushed.mock.calls.length]).toEqual(['#/person/p2', 1]);
  router.go({ view: 'person', id: 'p3' }, { replace: true });
  location.hash = '#/tag';
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe('#/tag');
});
