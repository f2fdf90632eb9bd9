import { describe, expect, it } from 'vitest';
import { draftOf, formOf, isFactor, runs, toggled, weekdays } from './profile';

const stored = {
  id: 'p',
  version: 3,
  name: 'Morning',
  territoryId: 't',
  days: weekdays.slice(0, 2),
  from: '07:00:00',
  to: '09:30:00',
  percent: 135,
};

describe('a speed profile', () => {
  it('is sent as it was read when nothing is changed', () => {
    const { version, name, territoryId, days, percent } = stored;
    expect(formOf(draftOf(stored))).toEqual({
      ...{ version, name, territoryId, days, percent },
      ...{ from: '07:00', to: '09:30' },
    });
  });

  it('is sent as whole percents, whatever the factor loses as a binary fraction', () => {
    expect(formOf({ ...draftOf(), factor: 1.15 }).percent).toBe(115);
    expect(formOf({ ...draftOf(), factor: 2.3 }).percent).toBe(230);
  });

  it('takes half to four times as long, not more', () => {
    expect([0.49, 0.5, 1, 4, 4.01, null].map(isFactor)).toEqual([false, true, true, true, false, false]);
  });
});

describe('days of the week', () => {
  it('stand together where they follow each other', () => {
    expect(runs(['SUNDAY', 'MONDAY', 'TUESDAY', 'FRIDAY'])).toEqual([
      [0, 1],
      [4, 4],
      [6, 6],
    ]);
    expect(runs(weekdays)).toEqual([[0, 6]]);
    expect(runs([])).toEqual([]);
  });

  it('keep their order when one is added or taken away', () => {
    expect(toggled(['TUESDAY'], 'MONDAY')).toEqual(['MONDAY', 'TUESDAY']);
    expect(toggled(['MONDAY', 'TUESDAY'], 'MONDAY')).toEqual(['TUESDAY']);
  });
});
