import { describe, expect, it } from 'vitest';
import type { Dispatch, Progress, VisitStatus } from '$api/types';
import {
  afterCall,
  attentionList,
  attentionOf,
  byTechnician,
  courseOf,
  delayMinutes,
  driveTo,
  expected,
  inDrivingOrder,
  kindFor,
  silentMinutes,
  stateOf,
  unansweredMinutes,
} from './live';
import { aBoard, aStop, aTechnician, aVisit } from './sample';
import { indexOf } from './views';

const day = '2026-11-23';
const at = (time: string) => `${day}T${time}:00Z`;
const now = Date.parse(at('09:00'));
const sentAt = (time: string): Progress => ({ dispatchedAt: at(time) });

describe('the state of a visit', () => {
  it('never claims more than is known', () => {
    expect(stateOf(aVisit('v'))).toBeNull();
    expect(stateOf(aVisit('v', { status: 'PLANNED' }))).toBe('unsent');
    expect(stateOf(aVisit('v', { status: 'DISPATCHED', progress: sentAt('08:00') }))).toBe('sent');
    const received = { ...sentAt('08:00'), receivedAt: at('08:01') };
    expect(stateOf(aVisit('v', { status: 'DISPATCHED', progress: received }))).toBe('received');
    expect(stateOf(aVisit('v', { status: 'TRAVELLING', progress: received }))).toBe('travelling');
    const arrived = { ...received, arrivedAt: at('08:30') };
    expect(stateOf(aVisit('v', { status: 'TRAVELLING', progress: arrived }))).toBe('arrived');
    const declined = { reason: 'No ladder', by: 'ina', at: at('08:05') };
    expect(stateOf(aVisit('v', { status: 'PLANNED', declined }))).toBe('declined');
  });

  it('is unanswered after a quarter of an hour', () => {
    const sent = (time: string) => aVisit('v', { status: 'DISPATCHED', progress: sentAt(time) });
    expect(unansweredMinutes(sent('08:46'), now)).toBeNull();
    expect(unansweredMinutes(sent('08:45'), now)).toBe(15);
    expect(unansweredMinutes(aVisit('v', { status: 'ACCEPTED', progress: sentAt('08:00') }), now)).toBeNull();
  });
});

const late = aStop('late', at('08:00'), at('09:00'), {
  estimate: { arrival: at('09:50'), start: at('10:00'), end: at('11:00'), risk: 'LATE' },
});
const fine = aStop('fine', at('09:00'), at('10:00'), {
  sequence: 2,
  estimate: { arrival: at('09:00'), start: at('09:00'), end: at('09:45'), risk: 'FINE' },
});

describe('a call at the warehouse', () => {
  const first = aStop('first', at('08:00'), at('09:00'));
  const next = aStop('next', at('10:00'), at('11:00'), {
    sequence: 2,
    driveSeconds: 1800,
    driveMetres: 20_000,
  });
  const call = {
    start: at('09:20'),
    end: at('09:30'),
    driveSeconds: 1200,
    driveMetres: 15_000,
    address: 'Ring 1',
    place: { lat: 53.5, lon: 13.2 },
    fetched: [],
  };
  const planned = aTechnician('a', day, [first, next]).days[0]?.route;
  const route = planned && { ...planned, call };

  it('stands before the visit that is driven to from there', () => {
    if (!route) throw new Error('no route');
    expect(afterCall(route)?.visitId).toBe('next');
    expect(courseOf(route).map((entry) => ('stop' in entry ? entry.stop.visitId : 'call'))).toEqual([
      'first',
      'call',
      'next',
    ]);
  });

  it('takes its own way off the drive to that visit', () => {
    if (!route) throw new Error('no route');
    expect(driveTo(next, route)).toEqual({ seconds: 600, metres: 5_000 });
    expect(driveTo(first, route).seconds).toBe(first.driveSeconds);
  });
});

describe('estimates', () => {
  it('replace the plan, in the order really driven', () => {
    expect(expected(late).start).toBe(Date.parse(at('10:00')));
    expect(expected(aStop('v', at('08:00'), at('09:00'))).start).toBe(Date.parse(at('08:00')));
    expect(delayMinutes(late)).toBe(120);
    const route = aTechnician('a', day, [late, fine]).days[0]?.route;
    expect(route && inDrivingOrder(route).map((stop) => stop.visitId)).toEqual(['fine', 'late']);
  });

  it('raise what wants attention, the earliest first', () => {
    const sent = aVisit('late', { status: 'DISPATCHED', progress: sentAt('08:00') });
    const visits = [sent, aVisit('fine', { status: 'ACCEPTED' })];
    const board = aBoard(day, [aTechnician('a', day, [late, fine])], visits, []);
    const index = indexOf(board);
    expect(attentionOf(sent, index, now)).toEqual(['late', 'unanswered']);
    expect(attentionList(board, index, now).map((visit) => visit.id)).toEqual(['late']);
    const lacking = aVisit('fine', { lackingParts: [{ name: 'Valve', quantity: 2, unit: 'pc' }] });
    expect(attentionOf(lacking, index, now)).toEqual(['parts']);
  });
});

describe('silence', () => {
  const stop = aStop('v', at('08:00'), at('09:00'), { driveSeconds: 600 });
  const silent = (status: VisitStatus, progress: Progress = {}) =>
    silentMinutes(aVisit('v', { status, progress, durationMinutes: 60 }), stop, now);

  it('is half an hour without the news that was due', () => {
    expect(silent('TRAVELLING', { travelAt: at('08:25') })).toBeNull();
    expect(silent('TRAVELLING', { travelAt: at('08:10') })).toBe(40);
    expect(silent('IN_PROGRESS', { startedAt: at('08:10') })).toBeNull();
    expect(silent('IN_PROGRESS', { startedAt: at('07:15') })).toBe(45);
  });

  it('means nothing before and after the work', () => {
    expect(silent('ACCEPTED')).toBeNull();
    expect(silent('DONE', { finishedAt: at('08:10') })).toBeNull();
  });
});

describe('publishing', () => {
  const change = (changes: Partial<Dispatch>): Dispatch => ({
    visitId: 'v',
    kind: 'NEW',
    technicianIds: ['a'],
    start: at('08:00'),
    beforeIds: [],
    startBefore: null,
    brokenRules: [],
    refusal: null,
    ...changes,
  });

  it('shows a visit that changes hands at both', () => {
    const moved = change({ kind: 'MOVED', beforeIds: ['b'] });
    const board = aBoard(day, [aTechnician('a', day, []), aTechnician('b', day, [])], [], []);
    const refused = change({ kind: 'REFUSED', refusal: 'INCOMPLETE' });
    expect(byTechnician(board, [moved, refused])).toEqual([
      { technicianId: 'a', changes: [moved] },
      { technicianId: 'b', changes: [moved] },
    ]);
    expect(kindFor(moved, 'a')).toBe('NEW');
    expect(kindFor(moved, 'b')).toBe('RECALLED');
    expect(kindFor(change({ kind: 'MOVED', beforeIds: ['a'] }), 'a')).toBe('MOVED');
  });
});
