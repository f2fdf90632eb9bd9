import { describe, expect, it } from 'vitest';
import { addDays, clock, dayLabel, dayOf, instantAt, isDay, minuteOfDay } from './time';

const berlin = 'Europe/Berlin';
const iso = (instant: number) => new Date(instant).toISOString();

describe('time', () => {
  it('shows the company zone', () => {
    expect(clock('2026-11-23T07:05:00Z', berlin)).toBe('08:05');
    expect(dayOf(Date.parse('2026-11-22T23:30:00Z'), berlin)).toBe('2026-11-23');
    expect(minuteOfDay(Date.parse('2026-07-01T06:30:00Z'), berlin)).toBe(8 * 60 + 30);
  });

  it('finds midnight on both sides of a clock change', () => {
    expect(iso(instantAt('2026-03-29', 0, berlin))).toBe('2026-03-28T23:00:00.000Z');
    expect(iso(instantAt('2026-03-30', 0, berlin))).toBe('2026-03-29T22:00:00.000Z');
    expect(iso(instantAt('2026-10-25', 0, berlin))).toBe('2026-10-24T22:00:00.000Z');
    expect(iso(instantAt('2026-10-25', 24 * 60, berlin))).toBe('2026-10-25T23:00:00.000Z');
  });

  it('keeps working hours on the wall clock when the day has 23 or 25 hours', () => {
    expect(clock(instantAt('2026-03-29', 8 * 60, berlin), berlin)).toBe('08:00');
    expect(clock(instantAt('2026-10-25', 8 * 60, berlin), berlin)).toBe('08:00');
  });

  it('moves out of a skipped minute and takes the first of a doubled one', () => {
    expect(clock(instantAt('2026-03-29', 2 * 60 + 30, berlin), berlin)).toBe('03:30');
    expect(iso(instantAt('2026-10-25', 2 * 60 + 30, berlin))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('finds the start of a day that has no midnight', () => {
    expect(clock(instantAt('2026-09-06', 0, 'America/Santiago'), 'America/Santiago')).toBe('01:00');
  });

  it('counts days across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('knows a day from other text', () => {
    expect(isDay('2026-11-23')).toBe(true);
    expect(isDay('2026-13-40')).toBe(false);
    expect(isDay('today')).toBe(false);
    expect(isDay(null)).toBe(false);
  });

  it('names days in the language', () => {
    expect(dayLabel('2026-11-24', 'en-GB')).toBe('Tue 24 Nov');
    expect(dayLabel('2026-11-24', 'bg-BG', 'tiny')).toMatch(/^Вт/);
  });
});
