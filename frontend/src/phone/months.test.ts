import { expect, it } from 'vitest';
import { fitted } from './images';
import { lastDayOf, monthsBack } from './months';

it('goes back over the turn of the year', () => {
  expect(monthsBack('2026-11-24', 0)).toBe('2026-11-01');
  expect(monthsBack('2026-01-31', 1)).toBe('2025-12-01');
  expect(lastDayOf('2026-02-01')).toBe('2026-02-28');
  expect(lastDayOf('2025-12-01')).toBe('2025-12-31');
});

it('makes photos smaller, never larger', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 });
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
});
