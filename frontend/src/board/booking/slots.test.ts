import { describe, expect, it } from 'vitest';
import type { Offer } from './api';
import { minutesLeft, newVisit, outlookOf, windowsOf } from './slots';

const zone = 'Europe/Berlin';
const offer = (start: string, technicianId: string): Offer =>
  ({ window: { start, end: start }, start, technicianIds: [technicianId] }) as Offer;

describe('slots', () => {
  it('ask for mornings in the company’s time, also over a change of the clock', () => {
    expect(windowsOf('morning', '2026-10-24', 2, zone)).toEqual([
      { start: '2026-10-24T04:00:00.000Z', end: '2026-10-24T10:00:00.000Z' },
      { start: '2026-10-25T05:00:00.000Z', end: '2026-10-25T11:00:00.000Z' },
    ]);
    expect(windowsOf('any', '2026-10-24', 2, zone)).toBeUndefined();
  });

  it('are held for whole minutes, the last one to its end', () => {
    const at = Date.parse('2026-11-23T08:00:00Z');
    expect(minutesLeft('2026-11-23T08:00:01Z', at)).toBe(1);
    expect(minutesLeft('2026-11-23T08:10:00Z', at)).toBe(10);
    expect(minutesLeft('2026-11-23T08:00:00Z', at)).toBe(0);
  });

  it('are ghosts on the days shown; the chosen one stands out and is chosen by a click', () => {
    const offers = [
      offer('2026-11-23T08:00:00Z', 'a'),
      offer('2026-11-23T10:00:00Z', 'b'),
      offer('2026-11-24T08:00:00Z', 'a'),
    ];
    const clicked: Offer[] = [];
    const outlook = outlookOf({
      offers,
      chosen: offers[1],
      minutes: 30,
      title: 'Müller',
      place: { lat: 53.5, lon: 13.2 },
      from: '2026-11-23',
      days: 1,
      zone,
      choose: (one) => clicked.push(one),
    });
    expect(outlook.ghosts.map(({ visitId, technicianId }) => [visitId, technicianId])).toEqual([
      [newVisit, 'b'],
    ]);
    expect(outlook.ghosts[0]?.end).toBe(Date.parse('2026-11-23T10:30:00Z'));
    expect(outlook.options?.map(({ technicianId }) => technicianId)).toEqual(['a']);
    outlook.options?.[0]?.choose?.();
    expect(clicked).toEqual([offers[0]]);
  });
});
