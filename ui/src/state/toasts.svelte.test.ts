import { afterEach, expect, it } from 'vitest';
import { toasts } from './toasts.svelte';

const said = () => toasts.lines.map(({ message }) => message);

afterEach(() => {
  for (const line of toasts.lines) toasts.close(line.id);
});

it('what just happened takes the place of what happened before', () => {
  toasts.say({ message: 'Deleted' });
  toasts.say({ message: 'Undone' });
  expect(said()).toEqual(['Undone']);
});

it('an error stays until it is closed, and is told once', () => {
  toasts.say({ message: 'No room on the disk', tone: 'bad' });
  toasts.say({ message: 'Saved' });
  toasts.say({ message: 'No room on the disk', tone: 'bad' });
  toasts.say({ message: 'Undone' });
  expect(said()).toEqual(['No room on the disk', 'Undone']);
});
