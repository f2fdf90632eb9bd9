import { describe, expect, it } from 'vitest';
import { aBoard, aStop, aTechnician, aVisit } from '../sample';
import { indexOf } from '../views';
import type { Change, Proposal } from './api';
import { eventOf, happeningsOf, hoursToCome, mayReplan } from './happenings';
import { lateMinutes, lateness, outlookOf, staleness, whoIsTold } from './proposal';

const day = '2026-11-24';
const at = (time: string) => `${day}T${time}:00Z`;
const ill = { trigger: 'TECHNICIAN_ILL', technicianId: 'ana' } as const;

const aChange = (visitId: string, changes: Partial<Change> = {}): Change => ({
  visitId,
  orderNumber: `O-${visitId}`,
  title: 'Boiler service',
  customerName: 'Bäckerei Müller',
  kind: 'MOVED',
  technicianIdsBefore: ['ana'],
  technicianIds: ['ben'],
  startBefore: at('09:00'),
  start: at('11:00'),
  shiftMinutes: 120,
  breaksPromise: false,
  ...changes,
});
const aProposal = (...changes: Change[]): Proposal => ({
  changes,
  costMinutes: 0,
  driveMetres: 0,
  driveMetresBefore: 0,
  driveSeconds: 0,
  driveSecondsBefore: 0,
  dropped: 0,
  moved: changes.length,
  otherTechnician: 0,
  overtimeSeconds: 0,
  overtimeSecondsBefore: 0,
  promisesBroken: 0,
  shiftedMinutes: 0,
});
const board = {
  ...aBoard(
    day,
    [
      aTechnician('ana', day, [
        aStop('sent', at('09:00'), at('10:00')),
        aStop('draft', at('11:00'), at('12:00')),
      ]),
      aTechnician('ben', day, []),
      aTechnician('cleo', day, []),
    ],
    [
      aVisit('sent', { status: 'DISPATCHED', windows: [{ start: at('08:00'), end: at('10:30') }] }),
      aVisit('draft', { status: 'PLANNED', durationMinutes: 90 }),
      aVisit('open'),
    ],
    ['open'],
  ),
  plan: { id: 'plan', version: 0, status: 'PUBLISHED', from: day, days: 1 } as const,
};
const index = indexOf(board);

describe('who is told', () => {
  it('is whoever has, gets or loses a visit that was sent', () => {
    expect(whoIsTold([aChange('sent'), aChange('draft', { technicianIds: ['cleo'] })], ill, index)).toEqual([
      'ana',
      'ben',
    ]);
    expect(whoIsTold([aChange('draft')], ill, index)).toEqual([]);
  });

  it('is always who gets the emergency', () => {
    const added = aChange('open', { kind: 'ADDED', technicianIdsBefore: [], technicianIds: ['cleo'] });
    expect(whoIsTold([added], { trigger: 'EMERGENCY', visitId: 'open' }, index)).toEqual(['cleo']);
    expect(whoIsTold([added], ill, index)).toEqual([]);
  });
});

describe('lateness', () => {
  it('counts from the end of the last window; any time is never late', () => {
    expect(lateMinutes(index.visits.get('sent'), at('10:45'))).toBe(15);
    expect(lateMinutes(index.visits.get('sent'), at('10:30'))).toBe(0);
    expect(lateMinutes(index.visits.get('open'), at('23:00'))).toBe(0);
    expect(lateness([aChange('sent')], index)).toEqual({ before: 0, after: 30 });
  });
});

describe('the outlook', () => {
  it('has a ghost at each new place, none for what loses its place', () => {
    const dropped = aChange('draft', { kind: 'DROPPED', technicianIds: [], start: null });
    const outlook = outlookOf(aProposal(aChange('sent'), dropped), ill, index);
    expect(outlook.ghosts.map(({ visitId, technicianId }) => [visitId, technicianId])).toEqual([
      ['sent', 'ben'],
    ]);
    expect([...outlook.leaving]).toEqual(['sent', 'draft']);
  });

  it('shows a longer visit at its new length', () => {
    const longer = { trigger: 'TAKES_LONGER', visitId: 'draft', minutes: 30 } as const;
    const [ghost] = outlookOf(aProposal(aChange('draft')), longer, index).ghosts;
    expect((ghost?.end ?? 0) - (ghost?.start ?? 0)).toBe(120 * 60_000);
  });
});

describe('a proposal grows old', () => {
  const seen = { planId: 'plan', statuses: new Map([['sent', 'DISPATCHED' as const]]) };
  const proposal = aProposal(aChange('sent'));
  const now = Date.parse(at('08:00'));

  it('when somebody planned, a visit moved on, or its time has come', () => {
    expect(staleness(proposal, seen, board, index, now)).toBeNull();
    expect(staleness(proposal, { ...seen, planId: 'older' }, board, index, now)).toBe('plan');
    expect(staleness(proposal, seen, board, index, Date.parse(at('11:01')))).toBe('time');
    const begun = indexOf({ ...board, visits: [aVisit('sent', { status: 'TRAVELLING' })] });
    expect(staleness(proposal, seen, board, begun, now)).toBe('visit');
  });

  it('but not when a phone accepted what was sent', () => {
    const accepted = indexOf({ ...board, visits: [aVisit('sent', { status: 'ACCEPTED' })] });
    expect(staleness(proposal, seen, board, accepted, now)).toBeNull();
  });
});

describe('what can have happened', () => {
  it('depends on how far a visit has got', () => {
    expect(happeningsOf({ visitId: 'open' }, index, day)).toEqual(['EMERGENCY', 'ROAD_CLOSED']);
    expect(happeningsOf({ visitId: 'sent' }, index, day)).not.toContain('EMERGENCY');
    const working = indexOf({ ...board, visits: [aVisit('sent', { status: 'IN_PROGRESS' })] });
    expect(happeningsOf({ visitId: 'sent' }, working, day)).toContain('TAKES_LONGER');
    expect(happeningsOf({ visitId: 'sent' }, working, day)).not.toContain('CANCELLED');
  });

  it('is an event at once, but a closed road needs its place', () => {
    expect(eventOf('TECHNICIAN_ILL', { visitId: 'sent' }, index, '')).toEqual(ill);
    expect(eventOf('ROAD_CLOSED', { visitId: 'sent' }, index, '')).toBeNull();
    expect(eventOf('ROAD_CLOSED', { place: [53.5, 13.2] }, index, '')?.place).toEqual([53.5, 13.2]);
  });

  it('only changes today', () => {
    expect(mayReplan(board, day)).toBe(true);
    expect(mayReplan(board, '2026-11-25')).toBe(false);
    expect(mayReplan({ ...board, plan: null }, day)).toBe(false);
  });

  it('offers the whole hours that are still to come', () => {
    const hours = hoursToCome(Date.parse(at('17:20')), 'Europe/Berlin', 10);
    expect(hours.map((hour) => new Date(hour).toISOString().slice(11, 16))).toEqual(['18:00', '19:00']);
  });
});
