import { describe, expect, it } from 'vitest';
import { nameOf, period } from './periods';

describe('period', () => {
  it('knows the ends of months and years', () => {
    expect(period('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(period('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(period('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(period('days30', '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(period('lastYear', '2026-11-24')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('is found again by its days', () => {
    expect(nameOf('2026-11-01', '2026-11-30', '2026-11-24')).toBe('month');
    expect(nameOf('2026-11-02', '2026-11-30', '2026-11-24')).toBe('custom');
    expect(nameOf('', '', '2026-11-24')).toBe('');
  });
});
