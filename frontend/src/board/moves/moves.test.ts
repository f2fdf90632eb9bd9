import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBoard, aStop, aTechnician, aVisit } from '../sample';
import { makeScale } from '../timeline/scale';
import type { Advice, Preview } from './api';
import { consequencesOf } from './consequences';
import { optionsOf } from './options';
import { Previewer } from './previewer';
import { changesFor, indexAt, isMovable, snapped, type Moved } from './wish';

const day = '2026-11-23';
const one = (visitId: string): Moved => ({ visitId, crewSize: 1, member: null });
const route = (index: number | null, start: number | null = null) =>
  ({ kind: 'route', technicianId: 't', day, index, start }) as const;

describe('a wish', () => {
  it('counts the position without the visit itself, as the server does', () => {
    const positions = (moved: string[], index: number) =>
      changesFor(moved.map(one), route(index), ['a', 'b', 'c', 'd']).map(({ position }) => position);
    expect(positions(['x'], 0)).toEqual([1]);
    expect(positions(['x'], 4)).toEqual([5]);
    expect(positions(['b'], 2)).toEqual([3]);
    // Before d, which is the third without the two moved ones.
    expect(positions(['a', 'x'], 2)).toEqual([3, 4]);
    expect(positions(['x', 'a'], 0)).toEqual([1, 2]);
  });

  it('leaves the position to the server where it costs least', () => {
    expect(changesFor([one('x')], route(null), ['a'])).toEqual([
      { kind: 'PLACE', visitId: 'x', technicianId: 't', day },
    ]);
  });

  it('names the member of a crew, and all of a crew without a place', () => {
    const crew = { visitId: 'x', crewSize: 2 };
    expect(changesFor([{ ...crew, member: 1 }], route(null), [])).toMatchObject([{ member: 1 }]);
    const all = changesFor([{ ...crew, member: null }], route(null), []);
    expect(all.map(({ member, technicianId }) => [member, technicianId])).toEqual([
      [0, 't'],
      [1, undefined],
    ]);
  });

  it('holds the first at an exact time', () => {
    const changes = changesFor([one('x'), one('y')], route(0, Date.parse(`${day}T09:00:00Z`)), []);
    expect(changes.map(({ start }) => start)).toEqual([`${day}T09:00:00.000Z`, undefined]);
  });

  it('finds the place between two visits by their middles', () => {
    const stops = [
      { visitId: 'a', start: 0, end: 10 },
      { visitId: 'b', start: 20, end: 30 },
    ];
    expect([4, 6, 24, 26].map((instant) => indexAt(stops, instant))).toEqual([0, 1, 1, 2]);
  });

  it('snaps to whole minutes of the clock, and to a window that begins near', () => {
    const at = (time: string) => Date.parse(`${day}T${time}:00Z`);
    expect(snapped(at('09:07'), 5, [])).toBe(at('09:05'));
    expect(snapped(at('09:07'), 15, [at('09:10')])).toBe(at('09:10'));
  });

  it('lets what has begun stay', () => {
    expect(isMovable(aVisit('a', { status: 'ACCEPTED' }))).toBe(true);
    expect(isMovable(aVisit('a', { status: 'IN_PROGRESS' }))).toBe(false);
  });
});

describe('the timeline', () => {
  it('finds the instant under the pointer, and the day beside a night', () => {
    const board = aBoard(
      day,
      [aTechnician('a', day, [aStop('v', `${day}T08:00:00Z`, `${day}T15:00:00Z`)])],
      [],
      [],
    );
    const scale = makeScale({ ...board, days: 2 }, 2210, 1);
    expect(scale.at(550)).toEqual({ day, instant: Date.parse(`${day}T10:30:00Z`) });
    expect(scale.at(1112).day).toBe('2026-11-24');
    expect(scale.at(-40).instant).toBe(scale.segments[0]?.start);
  });
});

describe('the preview', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('answers the newest question only, and a known one at once', async () => {
    const previewer = new Previewer<string>(80);
    const told: (string | Error)[] = [];
    const asked: string[] = [];
    const ask = (key: string) =>
      previewer.ask(
        key,
        (signal) =>
          new Promise((resolve, reject) => {
            asked.push(key);
            signal.addEventListener('abort', () => reject(new Error('aborted')));
            setTimeout(() => resolve(`answer ${key}`), 50);
          }),
        (answer) => told.push(answer),
      );
    ask('a');
    await vi.advanceTimersByTimeAsync(20);
    ask('b');
    ask('c');
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(['a', 'c']);
    expect(told).toEqual(['answer c']);
    ask('d');
    ask('c');
    expect(told).toEqual(['answer c', 'answer c']);
  });
});

describe('consequences', () => {
  const cost = { hard: 0, medium: 0, soft: 0, rules: [] };

  it('sums up driving and tells how far others move', () => {
    const times = (driveSeconds: number) => ({
      departure: `${day}T06:00:00Z`,
      home: `${day}T15:00:00Z`,
      driveSeconds,
      driveMetres: 1000,
      overtimeSeconds: 0,
    });
    const stop = (visitId: string, start: string, startsNow: string | null) => ({
      visitId,
      member: 0,
      arrival: start,
      start,
      end: start,
      driveSeconds: 60,
      pinned: false,
      startsNow,
    });
    const preview: Preview = {
      plans: [],
      keepsHardRules: true,
      more: cost,
      broken: [],
      routes: [
        {
          technicianId: 't',
          day,
          before: times(600),
          after: times(900),
          stops: [
            stop('moved', `${day}T10:00:00Z`, null),
            stop('same', `${day}T11:00:00Z`, `${day}T11:00:00Z`),
            stop('earlier', `${day}T11:40:00Z`, `${day}T12:00:00Z`),
          ],
        },
      ],
    };
    expect(consequencesOf(preview, new Set(['moved']))).toMatchObject({
      driveSeconds: 300,
      shifted: 1,
      mostShiftedSeconds: -1200,
    });
  });

  it('lists the cheapest first and last those against a rule', () => {
    const technicians = ['here', 'cheap', 'other', 'never'].map((id) => aTechnician(id, day, []));
    const place = { day, position: 1, more: cost };
    const advice: Advice = {
      visitId: 'v',
      plans: [],
      parts: [
        {
          member: 0,
          here: { technicianId: 'here', day, position: 1, start: day, end: day, cost },
          alternatives: [{ ...place, technicianId: 'cheap', start: `${day}T09:00:00Z`, withCall: false }],
          obstacles: [
            {
              ...place,
              technicianId: 'never',
              broken: [{ rule: 'SKILL', unit: 'LEVELS', amount: 2 }],
              relaxations: [],
            },
          ],
        },
      ],
    };
    const options = optionsOf(aBoard(day, technicians, [], []), advice, 0);
    expect(options.map(({ technicianId }) => technicianId)).toEqual(['cheap', 'other', 'never']);
  });
});
