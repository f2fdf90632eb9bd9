import { describe, expect, it } from 'vitest';
import { aBoard, aStop, aTechnician, aVisit } from '../sample';
import { indexOf } from '../views';
import { moveSceneOf, outlookSceneOf } from './outlook';

const day = '2026-12-01';
const at = (id: string, lat: number) => aVisit(id, { coordinates: { lat, lon: 13 } });
const visits = [at('early', 53.1), at('late', 53.2), at('moved', 53.3)];
const stops = [
  aStop('early', `${day}T08:00:00Z`, `${day}T09:00:00Z`),
  aStop('late', `${day}T12:00:00Z`, `${day}T13:00:00Z`),
];
const board = aBoard(day, [aTechnician('anna', day, stops)], visits, ['moved']);
const known = { board, index: indexOf(board), isDark: false };

describe('what may become of the board, on its map', () => {
  it('is the route as it would be driven, and where it changes', () => {
    const start = Date.parse(`${day}T10:00:00Z`);
    const ghost = { visitId: 'moved', technicianId: 'anna', start, end: start, title: 'Boiler' };
    const scene = outlookSceneOf(
      {
        ghosts: [{ ...ghost, at: [53.3, 13] }],
        leaving: new Set(['late']),
        technicianIds: new Set(['anna', 'nobody']),
      },
      known,
    );
    expect(scene.routes.map(({ points }) => points.map(([lat]) => lat))).toEqual([[53.5, 53.1, 53.3, 53.5]]);
    expect(scene.moves.map(({ name }) => name)).toEqual(['11:00 · Boiler · anna']);
  });

  it('is of each day its own route', () => {
    const ghosts = [day, '2026-12-02'].map((on) => {
      const start = Date.parse(`${on}T10:00:00Z`);
      return { visitId: on, technicianId: 'anna', start, end: start, title: '', at: [53.3, 13] as const };
    });
    const scene = outlookSceneOf(
      {
        ghosts: ghosts.map((ghost) => ({ ...ghost, at: [...ghost.at] })),
        leaving: new Set(),
        technicianIds: new Set(['anna']),
      },
      known,
    );
    expect(scene.routes.map(({ points }) => points.length)).toEqual([5, 3]);
  });

  it('is what is being moved, where the server would put it', () => {
    const times = { arrival: '', driveSeconds: 0, end: '', member: 0, pinned: false };
    const stop = (visitId: string, hour: number) => ({ ...times, visitId, start: `${day}T${hour}:00:00Z` });
    const none = { driveMetres: 0, driveSeconds: 0, overtimeSeconds: 0, waitSeconds: 0 };
    const preview = {
      routes: [
        {
          technicianId: 'anna',
          day,
          stops: [stop('early', 10), stop('moved', 11), stop('late', 13)],
          before: none,
          after: none,
        },
      ],
    } as unknown as Parameters<typeof moveSceneOf>[0];
    const scene = moveSceneOf(preview, new Set(['moved']), known);
    expect(scene.routes.map(({ points }) => points.map(([lat]) => lat))).toEqual([
      [53.5, 53.1, 53.3, 53.2, 53.5],
    ]);
    expect(scene.moves.map(({ at: place }) => place)).toEqual([[53.3, 13]]);
  });
});
