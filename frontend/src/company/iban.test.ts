import { describe, expect, it } from 'vitest';
import { grouped, isIban } from './iban';

describe('iban', () => {
  it('finds slips of the keyboard', () => {
    expect(isIban('DE02 1203 0000 0000 2020 51')).toBe(true);
    expect(isIban('bg80bnbg96611020345678')).toBe(true);
    expect(isIban('DE02 1203 0000 0000 2020 15')).toBe(false);
    expect(isIban('DE02')).toBe(false);
  });
  it('groups by four', () => {
    expect(grouped('de02120300000000202051')).toBe('DE02 1203 0000 0000 2020 51');
    expect(grouped('')).toBe('');
  });
});
