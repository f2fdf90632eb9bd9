import { describe, expect, it } from 'vitest';
import { shownWarranty, warrantyState } from './warranty';

const term = { from: '2026-01-01', until: '2026-12-31' };

describe('a warranty', () => {
  it.each([
    ['2025-12-31', 'future'],
    ['2026-01-01', 'valid'],
    ['2026-11-01', 'ending'],
    ['2026-12-31', 'ending'],
    ['2027-01-01', 'expired'],
  ])('on %s is %s', (today, state) => {
    expect(warrantyState(term, today)).toBe(state);
  });

  it('that is valid is shown before a longer one that is not', () => {
    const future = { from: '2028-01-01', until: '2030-01-01' };
    const shorter = { from: '2026-01-01', until: '2026-11-30' };
    expect(shownWarranty([future, shorter, term], '2026-06-01')).toBe(term);
    expect(shownWarranty([shorter, future], '2027-06-01')).toBe(future);
    expect(shownWarranty([], '2027-06-01')).toBeNull();
  });
});
