import { describe, expect, it, vi } from 'vitest';
import type { PlanKpis } from '../compare/api';
import type { Suppositions } from './api';

vi.stubGlobal('document', { documentElement: {} });
vi.stubGlobal('navigator', { languages: ['en'] });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
const { sideBySide } = await import('../compare/rows');
const { formOf, missing, namesOf, newRow, pathOf, rowsOf, sentences } = await import('./suppositions');

const supposed: Suppositions = {
  away: [{ technicianId: 'a', from: '2026-11-24', to: '2026-11-25' }],
  hours: [{ technicianId: 'b', from: '2026-11-24', to: '2026-11-24', start: '07:00:00', end: '18:30:00' }],
  technicians: [{ id: 'x', like: 'a', name: 'Second Anna' }],
  leftOut: [{ visitId: 'v', orderNumber: 'A-7', title: 'Boiler' }],
  added: [
    {
      id: 'y',
      title: 'Tender',
      place: { lat: 53.5, lon: 13.2 },
      durationMinutes: 90,
      priority: 'HIGH',
      skills: [{ skillId: 's', level: 2 }],
      windows: [],
    },
  ],
};

describe('suppositions', () => {
  it('are edited and sent without loss', () => {
    expect(formOf(rowsOf(supposed))).toEqual({
      away: supposed.away,
      hours: [{ ...supposed.hours[0], start: '07:00', end: '18:30' }],
      technicians: [{ like: 'a', name: 'Second Anna' }],
      leftOut: ['v'],
      added: [
        {
          title: 'Tender',
          place: { lat: 53.5, lon: 13.2 },
          durationMinutes: 90,
          priority: 'HIGH',
          skills: [{ skillId: 's', level: 2 }],
          windows: [],
        },
      ],
    });
  });

  it('name their fields as the API does, each kind for itself', () => {
    const rows = [
      newRow('away', '2026-11-24', '2026-11-24', 'a'),
      newRow('leftOut', '2026-11-24', '2026-11-24', 'a'),
      newRow('away', '2026-11-24', '2026-11-24', 'b'),
    ];
    expect(rows.map((row) => pathOf(rows, row))).toEqual(['away[0]', 'leftOut[0]', 'away[1]']);
    expect(missing(rows, 'needed')).toEqual({ 'leftOut[0]': 'needed' });
  });

  it('are said with names', () => {
    const names = namesOf({ technicians: [{ id: 'a', name: 'Anna' }] as never }, [supposed]);
    const said = sentences(supposed, names);
    expect(said).toHaveLength(5);
    expect(said[0]).toContain('Anna is not there');
    expect(said[2]).toBe('Second Anna comes in addition, just like Anna');
    expect(said[3]).toBe('Without “Boiler” (A-7)');
  });
});

describe('side by side', () => {
  const kpis = (planned: number, driveSeconds: number, costMinutes: number | null) =>
    ({ planned, driveSeconds, costMinutes, unassigned: 0 }) as unknown as PlanKpis;

  it('marks the better figures, and none where all are as good', () => {
    const rows = sideBySide([kpis(10, 3600, 5), kpis(12, 3600, 5), kpis(12, 7200, null)]);
    const best = (name: string) => rows.find((row) => row.name === name)?.cells.map((cell) => cell.best);
    expect(best('Planned')).toEqual([false, true, true]);
    expect(best('Driving')).toEqual([true, true, false]);
    expect(best('Without a place')).toEqual([false, false, false]);
    expect(best('Cost of the wishes'), 'one does not have it').toBeUndefined();
  });
});
