import { describe, expect, it } from 'vitest';
import { ageIn, sizeIn } from './measures';

const at = Date.parse('2026-11-24T12:00:00Z');

describe('age', () => {
  it.each([
    ['2026-11-24T11:48:00Z', '12 minutes'],
    ['2026-11-24T10:00:00Z', '2 hours'],
    ['2026-11-23T11:00:00Z', '25 hours'],
    ['2026-11-20T11:00:00Z', '4 days'],
    ['2026-11-24T12:05:00Z', '0 minutes'],
  ])('since %s is %s', (from, words) => {
    expect(ageIn('en', from, at)).toBe(words);
  });

  it('of nothing is nothing', () => {
    expect(ageIn('en', null, at)).toBe('');
  });
});

describe('the size of a file', () => {
  it('is said in the unit that fits', () => {
    expect(sizeIn('en', 12)).toBe('1 kB');
    expect(sizeIn('en', 2_340_000)).toBe('2.3 MB');
  });
});
