import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import CountryField from './CountryField.svelte';
import OpenChoice from './OpenChoice.svelte';

const options = [
  { value: 'university', label: 'University' },
  { value: 'hospital', label: 'Hospital' },
];

function shown() {
  return screen.queryAllByRole('option').map((option) => option.textContent.trim());
}

describe('an open choice', () => {
  it('narrows as one types, and takes the chosen code with Enter', async () => {
    const onchange = vi.fn();
    render(OpenChoice, { value: '', options, label: 'Kind', onchange });
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    expect(shown()).toEqual(['University', 'Hospital']);
    await user.keyboard('hos{Enter}');
    expect(onchange).toHaveBeenCalledExactlyOnceWith('hospital');
    expect(screen.getByRole('combobox')).toHaveProperty('value', 'Hospital');
  });

  it('keeps the officer’s own word when one leaves', async () => {
    const onchange = vi.fn();
    render(OpenChoice, { value: '', options, label: 'Kind', onchange });
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('Museum');
    await user.tab();
    expect(onchange).toHaveBeenCalledExactlyOnceWith('Museum');
  });

  it('goes back to what it was with Escape', async () => {
    const onchange = vi.fn();
    render(OpenChoice, { value: 'hospital', options, label: 'Kind', onchange });
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('uni{Escape}');
    await user.tab();
    expect(onchange).not.toHaveBeenCalled();
    expect(screen.getByRole('combobox')).toHaveProperty('value', 'Hospital');
  });

  it('is emptied by emptying it', async () => {
    const onchange = vi.fn();
    render(OpenChoice, { value: 'hospital', options, label: 'Kind', onchange });
    const user = userEvent.setup();
    await user.clear(screen.getByRole('combobox'));
    await user.tab();
    expect(onchange).toHaveBeenCalledExactlyOnceWith('');
  });
});

describe('a country', () => {
  it.each(['kyrg', '吉尔吉斯', 'KG'])('is found by %s', async (typed) => {
    const onchange = vi.fn();
    render(CountryField, { value: '', label: 'Country', onchange });
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard(`${typed}{Enter}`);
    expect(onchange).toHaveBeenCalledExactlyOnceWith('KG');
  });

  it('that is none stays as it was typed', async () => {
    const onchange = vi.fn();
    render(CountryField, { value: '', label: 'Country', onchange });
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('Atlantis');
    await user.tab();
    expect(onchange).toHaveBeenCalledExactlyOnceWith('Atlantis');
  });
});
