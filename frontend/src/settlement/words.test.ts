import { expect, test } from 'vitest';
import { daysSince, marginPercent, netOf, stateOf } from './words';

test('days are counted over the change of the clocks', () => {
  expect(daysSince('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysSince('2026-10-26', '2026-10-26')).toBe(0);
});

test('a covered line costs nothing, half a cover half', () => {
  expect(netOf(4.65, 1.9, 100)).toBe(0);
  expect(netOf(2, 10, 50)).toBe(10);
  expect(netOf(3, 0.335, 0)).toBe(1.01);
});

test('there is no margin of nothing', () => {
  expect(marginPercent(0, -50)).toBeNull();
  expect(marginPercent(200, 50)).toBe(25);
});

test('an invoice is overdue from the day after it was due', () => {
  expect(stateOf(10, 10, '2026-11-24', '2026-11-24')).toBe('ISSUED');
  expect(stateOf(5, 10, '2026-11-24', '2026-11-24')).toBe('PARTLY_PAID');
  expect(stateOf(5, 10, '2026-11-23', '2026-11-24')).toBe('OVERDUE');
  expect(stateOf(0, 10, '2026-11-23', '2026-11-24')).toBe('PAID');
});
