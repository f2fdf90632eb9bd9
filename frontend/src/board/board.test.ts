import { describe, expect, it } from 'vitest';
import { withPin } from './actions';
import { aBoard, aStop, aTechnician, aVisit } from './sample';
import { dayGap, hoursShown, makeScale } from './timeline/scale';
import { byUrgency, indexOf, matchesFilter, matchesSearch, placeOf, totals, unassignedVisits } from './views';

const day = '2026-11-23';
const at = (time: string) => `${day}T${time}:00Z`;

describe('actions', () => {
  it('pins every place of a crew visit and leaves the board before untouched', () => {
    const stop = () => aStop('v1', at('08:00'), at('09:00'));
    const before = aBoard(
      day,
      [aTechnician('a', day, [stop()]), aTechnician('b', day, [stop()])],
      [aVisit('v1')],
      [],
    );
    const after = withPin(before, 'v1', day, true);
    const pins = (board: typeof before) =>
      (indexOf(board).placed.get('v1') ?? []).map((place) => place.stop.pinned);
    expect(pins(after)).toEqual([true, true]);
    expect(pins(before)).toEqual([false, false]);
    expect(withPin(before, 'v1', '2026-11-24', true)).toEqual(before);
  });
});

describe('views', () => {
  it('puts the lead of a crew first', () => {
    const board = aBoard(
      day,
      [
        aTechnician('a', day, [aStop('v1', at('08:00'), at('09:00'))]),
        aTechnician('b', day, [aStop('v1', at('08:00'), at('09:00'), { crewLead: true })]),
      ],
      [aVisit('v1', { crewSize: 2 })],
      [],
    );
    expect(
      indexOf(board)
        .placed.get('v1')
        ?.map((place) => place.technician.id),
    ).toEqual(['b', 'a']);
  });

  it('sorts by priority, then due day, then closing window', () => {
    const visits = [
      aVisit('late window', { windows: [{ start: at('12:00'), end: at('16:00') }] }),
      aVisit('early window', { windows: [{ start: at('07:00'), end: at('09:00') }] }),
      aVisit('due', { dueDate: day }),
      aVisit('urgent', { priority: 'URGENT' }),
      aVisit('low', { priority: 'LOW', dueDate: day }),
    ];
    expect(visits.sort(byUrgency).map((visit) => visit.id)).toEqual([
      'urgent',
      'due',
      'early window',
      'late window',
      'low',
    ]);
    expect(
      unassignedVisits(aBoard(day, [], visits, ['due', 'gone']), indexOf(aBoard(day, [], visits, []))),
    ).toHaveLength(1);
  });

  it('searches all words without accents and case', () => {
    expect(matchesSearch(aVisit('1'), 'muller KIRCH')).toBe(true);
    expect(matchesSearch(aVisit('1'), 'muller schloss')).toBe(false);
    expect(matchesSearch(aVisit('1'), '  ')).toBe(true);
  });

  it('filters by due days shown', () => {
    const due = (dueDate: string | null) => aVisit('1', { dueDate });
    expect(matchesFilter(due('2026-11-25'), 'due', day, '2026-11-25')).toBe(true);
    expect(matchesFilter(due('2026-11-26'), 'due', day, '2026-11-25')).toBe(false);
    expect(matchesFilter(due('2026-11-22'), 'late', day, day)).toBe(true);
    expect(matchesFilter(due(null), 'late', day, day)).toBe(false);
  });

  it('takes the place out of an address', () => {
    expect(placeOf(aVisit('1'))).toBe('Neubrandenburg');
    expect(placeOf(aVisit('1', { address: 'Burg Stargard' }))).toBe('Burg Stargard');
  });

  it('averages the load over working days', () => {
    expect(totals(aTechnician('a', day, [aStop('v', at('08:00'), at('09:00'))]))).toMatchObject({
      visits: 1,
      loadPercent: 50,
      working: true,
    });
  });
});

describe('timeline scale', () => {
  const board = aBoard(
    day,
    [aTechnician('a', day, [aStop('v', at('08:00'), at('15:00'))])],
    [aVisit('v')],
    [],
  );

  it('shows the hours that hold shifts and routes, on the clock of the company', () => {
    expect(hoursShown(board)).toEqual([6, 17]);
    expect(hoursShown(aBoard(day, [], [], []))).toEqual([7, 18]);
  });

  it('fills the width and places instants in proportion', () => {
    const scale = makeScale(board, 1100, 1);
    expect(scale.width).toBe(1100);
    expect(scale.x(Date.parse(at('05:00')))).toBe(0);
    expect(scale.x(Date.parse(at('10:30')))).toBe(550);
    expect(scale.x(Date.parse(at('22:00')))).toBe(1100);
    expect(scale.ticks).toHaveLength(11);
  });

  it('leaves the nights out between days', () => {
    const scale = makeScale({ ...board, days: 3 }, 3 * 1100 + 2 * dayGap, 1);
    expect(scale.segments.map((segment) => segment.left)).toEqual([0, 1110, 2220]);
    expect(scale.x(Date.parse('2026-11-23T23:00:00Z'))).toBe(1110);
    expect(scale.x(Date.parse('2026-11-24T10:30:00Z'))).toBe(1110 + 550);
  });

  it('keeps shift starts at the same clock position on the day of a clock change', () => {
    const spring = { ...board, from: '2026-03-29', days: 2 };
    const scale = makeScale(spring, 4000, 1);
    const offset = (instant: string, segment: number) =>
      scale.x(Date.parse(instant)) - (scale.segments[segment]?.left ?? 0);
    expect(offset('2026-03-29T06:00:00Z', 0)).toBeCloseTo(offset('2026-03-30T06:00:00Z', 1));
  });
});
