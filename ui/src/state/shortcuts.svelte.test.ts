import { afterEach, describe, expect, it, vi } from 'vitest';
import { shortcuts, type Shortcut } from './shortcuts.svelte';

const added: (() => void)[] = [];

function given(keys: string, more: Partial<Shortcut> = {}) {
  const run = vi.fn();
  added.push(shortcuts.add({ keys, label: () => keys, group: 'everywhere', run, ...more }));
  return run;
}

function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.addEventListener('keydown', (each) => shortcuts.press(each as KeyboardEvent), {
    once: true,
  });
  target.dispatchEvent(event);
  return event;
}

afterEach(() => {
  for (const remove of added.splice(0)) remove();
});

describe('shortcuts', () => {
  it('run on one key, on a sequence, and on a chord', () => {
    const [next, people, palette] = [given('j'), given('g p'), given('Mod+k')];
    press('j');
    press('g');
    press('p');
    press('k', { ctrlKey: true });
    for (const run of [next, people, palette]) expect(run).toHaveBeenCalledOnce();
  });

  it('know Shift with a chord, and as part of a character', () => {
    const [redo, help] = [given('Mod+Shift+z'), given('?')];
    press('Z', { ctrlKey: true, shiftKey: true });
    press('?', { shiftKey: true });
    expect(redo).toHaveBeenCalledOnce();
    expect(help).toHaveBeenCalledOnce();
  });

  it('leave a field in peace, save those that type nothing', () => {
    const [next, save] = [given('j'), given('Mod+s', { whileTyping: true })];
    const field = document.body.appendChild(document.createElement('input'));
    expect(press('j', {}, field).defaultPrevented).toBe(false);
    expect(press('s', { ctrlKey: true }, field).defaultPrevented).toBe(true);
    expect(next).not.toHaveBeenCalled();
    expect(save).toHaveBeenCalledOnce();
  });

  it('leave dialogs and menus their keys', () => {
    const next = given('j');
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    press('j', {}, dialog);
    expect(next).not.toHaveBeenCalled();
  });

  it('of the same keys the newest that applies runs', () => {
    const [old, idle, young] = [given('e'), given('e', { when: () => false }), given('e')];
    press('e');
    expect(young).toHaveBeenCalledOnce();
    expect(old).not.toHaveBeenCalled();
    expect(idle).not.toHaveBeenCalled();
  });

  it('are told by group as they would run now, of several on one key the newest', () => {
    given('e', { group: 'list', label: () => 'edit the row' });
    given('e', { group: 'record', label: () => 'edit the record' });
    given('p', { group: 'record', when: () => false });
    given('Enter', { group: 'record', alias: true });
    given('z');
    const told = shortcuts.applying(['list', 'record']).map(({ label }) => label());
    expect(told).toEqual(['edit the record']);
  });
});
