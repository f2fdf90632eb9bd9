import { describe, expect, it } from 'vitest';
import { aBoard, aStop, aTechnician, aVisit } from '../sample';
import { indexOf } from '../views';
import type { Scenario } from './api';
import { lookedAt, outlookOf } from './looked';

const day = '2026-12-01';
const index = indexOf(
  aBoard(
    day,
    [
      aTechnician('anna', day, [aStop('moves', `${day}T08:00:00Z`, `${day}T09:00:00Z`)]),
      aTechnician('boris', day, [aStop('out', `${day}T08:00:00Z`, `${day}T09:00:00Z`)]),
    ],
    [aVisit('moves', { durationMinutes: 90 }), aVisit('out')],
    [],
  ),
);
const placed = (visitId: string, technicianId: string, hour: number) => ({
  visitId,
  start: `${day}T${hour}:00:00Z`,
  technicianIds: [technicianId],
});
const supposed = {
  added: [{ id: 'extra', title: 'Extra', place: { lat: 53, lon: 13 }, durationMinutes: 30 }],
} as unknown as Scenario['supposed'];

describe('a scenario looked at on the board', () => {
  it('draws what it moves and adds, and marks what leaves its place', () => {
    const outlook = outlookOf(
      {
        moved: [
          {
            visitId: 'moves',
            before: placed('moves', 'anna', 10),
            after: placed('moves', 'boris', 11),
            otherTechnicians: true,
            shiftSeconds: 3600,
          },
        ],
        added: [placed('extra', 'anna', 12)],
        dropped: [placed('out', 'boris', 10)],
      },
      { supposed },
      index,
    );
    expect(outlook.ghosts.map(({ title, technicianId }) => [title, technicianId])).toEqual([
      ['Boiler service', 'boris'],
      ['Extra', 'anna'],
    ]);
    expect(outlook.ghosts[0]?.end).toBe(Date.parse(`${day}T12:30:00Z`));
    expect([...outlook.leaving]).toEqual(['moves', 'out']);
    expect([...outlook.technicianIds]).toEqual(['boris', 'anna']);
  });

  it('leaves out who is only supposed', () => {
    const none = { moved: [], dropped: [] };
    expect(outlookOf({ ...none, added: [placed('out', 'new', 10)] }, { supposed }, index).ghosts).toEqual([]);
  });

  it('is found on its first days', () => {
    const scenario = { id: 's', from: day, days: 5 } as Scenario;
    expect(lookedAt(scenario)).toBe(`/board?day=${day}&days=7&scenario=s`);
  });
});
