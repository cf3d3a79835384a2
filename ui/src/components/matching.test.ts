import { describe, expect, it } from 'vitest';
import { countryCodes } from './countries';
import { filtered, matches } from './matching';

const places = ['Türkiye', 'South Korea', 'Kosovo', '中华人民共和国'];
const find = (query: string) => filtered(places, query, (place) => [place]);

describe('finding as one types', () => {
  it('minds neither case nor accents', () => {
    expect(find('turk')).toEqual(['Türkiye']);
    expect(matches('Türkiye', 'TURKIYE')).toBe(true);
  });

  it('finds the beginning of any word, those that begin with it first', () => {
    expect(find('ko')).toEqual(['Kosovo', 'South Korea']);
    expect(find('outh')).toEqual([]);
  });

  it('finds Chinese anywhere', () => {
    expect(find('共和')).toEqual(['中华人民共和国']);
  });
});

it('knows the 249 countries of ISO 3166-1, each once', () => {
  expect(new Set(countryCodes).size).toBe(249);
  expect(countryCodes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
});
