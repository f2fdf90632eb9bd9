import { expect, it } from 'vitest';
import { aStop, aTechnician } from '../sample';
import { cellOf, isWeekend } from './month';

const day = '2026-12-01';
const [worked] = aTechnician('anna', day, [aStop('v', `${day}T08:00:00Z`, `${day}T09:00:00Z`)]).days;
const sick = { reason: 'ILLNESS', time: { start: `${day}T00:00:00Z`, end: `${day}T23:00:00Z` } };

it('tells how full a day is, and why nobody works on it', () => {
  if (!worked?.route) throw new Error('no route');
  const { route } = worked;
  expect(cellOf(worked)).toMatchObject({ kind: 'work', percent: 50, visits: 1, level: 'free' });
  expect(cellOf({ ...worked, route: { ...route, loadPercent: 104 } })).toMatchObject({ level: 'over' });
  expect(cellOf({ ...worked, route: null })).toMatchObject({ kind: 'work', percent: 0 });
  expect(cellOf({ ...worked, route: null, shifts: [] })).toEqual({ kind: 'off' });
  const absences = [sick] as unknown as typeof worked.absences;
  expect(cellOf({ ...worked, route: null, absences })).toEqual({ kind: 'away', reason: 'ILLNESS' });
  // What still stands on the plan of somebody who fell ill is to be seen.
  expect(cellOf({ ...worked, absences })).toMatchObject({ kind: 'work', visits: 1 });
});

it('knows the weekend', () => {
  expect(['2026-11-28', '2026-11-29', '2026-11-30'].map(isWeekend)).toEqual([true, true, false]);
});
