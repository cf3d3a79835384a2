import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import DateField from './DateField.svelte';

describe('a date', () => {
  it('shows what was understood, and gives it in wire form', async () => {
    const onchange = vi.fn();
    render(DateField, { value: '', label: 'Signed', onchange });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), '8 dec');
    expect(onchange).toHaveBeenLastCalledWith('--12-08');
    expect(screen.getByText('8 Dec (year unknown)')).toBeTruthy();
  });

  it('that is not understood stays as it was typed, and says so', async () => {
    const onchange = vi.fn();
    render(DateField, { value: '', label: 'Signed', onchange });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'soon');
    expect(onchange).toHaveBeenLastCalledWith('soon');
    expect(screen.getByText('Not understood as a date')).toBeTruthy();
  });

  it('can be picked from a calendar without leaving the field', async () => {
    const onchange = vi.fn();
    render(DateField, { value: '2024-02', label: 'Signed', onchange });
    const user = userEvent.setup();
    const field = screen.getByRole('combobox');
    await user.click(field);
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('grid', { name: 'Signed' })).toBeTruthy();
    await user.keyboard('{ArrowLeft}{ArrowDown}{PageDown}');
    expect(screen.getByRole('gridcell', { name: '7 Mar 2024' }).id).toBe(
      field.getAttribute('aria-activedescendant'),
    );
    await user.keyboard('{Enter}');
    expect(onchange).toHaveBeenCalledExactlyOnceWith('2024-03-07');
    expect(screen.queryByRole('grid')).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  it('keeps its value when the calendar is left with Escape, and nothing else hears of it', async () => {
    const [onchange, outside] = [vi.fn(), vi.fn()];
    render(DateField, { value: '2024-02-01', label: 'Signed', onchange });
    window.addEventListener('keydown', outside);
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{ArrowDown}{ArrowRight}{Escape}');
    window.removeEventListener('keydown', outside);
    expect(screen.queryByRole('grid')).toBeNull();
    expect(onchange).not.toHaveBeenCalled();
    expect(outside).not.toHaveBeenCalled();
  });

  it('is known to the month when the month is picked', async () => {
    const onchange = vi.fn();
    render(DateField, { value: '2024-02-01', label: 'Signed', onchange });
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{ArrowDown}');
    await user.click(screen.getByRole('button', { name: 'Feb 2024' }));
    expect(onchange).toHaveBeenCalledExactlyOnceWith('2024-02');
  });
});
