import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { homeShortcuts } from './home-shortcuts';

const body = document.createElement('div');
const tick = vi.fn(() => Promise.resolve());

function press(keys: string) {
  const shortcut = homeShortcuts(() => body, tick).find(
    (found) => found.keys === keys && found.when?.() !== false,
  );
  shortcut?.run();
}

const stoodOn = () => document.activeElement?.textContent;

beforeEach(() => {
  body.innerHTML =
    '<ul><li data-record="one"><a href="#1">one</a></li><li data-record="two"><a href="#2">two</a></li></ul>' +
    '<ul><li><a href="#3">agreement</a></li></ul>';
  document.body.append(body);
  tick.mockClear();
});

afterEach(() => body.remove());

it('walks through the lines of all lists, and stops at either end', () => {
  const walked = ['j', 'j', 'ArrowDown', 'j', 'k', 'ArrowUp', 'k'].map((keys) => {
    press(keys);
    return stoodOn();
  });
  expect(walked).toEqual(['one', 'two', 'agreement', 'agreement', 'two', 'one', 'one']);
});

it('ticks off the follow-up that is stood on, and goes on to the next', () => {
  press('x');
  expect(tick).not.toHaveBeenCalled();
  press('j');
  press('x');
  expect(tick).toHaveBeenCalledExactlyOnceWith('one');
  expect(stoodOn()).toBe('two');
});
