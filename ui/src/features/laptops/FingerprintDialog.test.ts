import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Laptop } from '@/generated/wire';
import { answering } from '../../../test/platform';
import FingerprintShown from '../../../test/FingerprintShown.svelte';

function opened() {
  const fingerprint = {
    device: 'd',
    words: ['kiwi'],
    digits: ['1A29'],
    code: { size: 1, path: '' },
  };
  answering({ fingerprint: () => fingerprint });
  const asked = { ontrust: vi.fn(), ondiffer: vi.fn(), onclose: vi.fn() };
  const laptop = { device: 'd', name: 'ThinkPad', officer: 'Aigul', here: false } as Laptop;
  render(FingerprintShown, { laptop, ...asked });
  return asked;
}

it('is answered by no key that was pressed once too often', async () => {
  const { ontrust } = opened();
  await screen.findByText('kiwi');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('dialog');
  await userEvent.keyboard('{Enter} ');
  expect(ontrust).not.toHaveBeenCalled();
});

it('can be answered with no', async () => {
  const { ontrust, ondiffer } = opened();
  await userEvent.click(await screen.findByRole('button', { name: 'Not the same' }));
  expect(ondiffer).toHaveBeenCalledOnce();
  expect(ontrust).not.toHaveBeenCalled();
});
