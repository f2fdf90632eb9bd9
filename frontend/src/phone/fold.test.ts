import { describe, expect, it } from 'vitest';
import { operationsOf, partsOf, undone, withPending } from './fold';
import { aDay, aVisit, item } from './samples';
import type { Day, Item } from './types';

const visitOf = (day: Day) => day.visits[0] ?? aVisit();

/** What a day says, without what differs between the phone's guess and the server's words. */
const gist = (day: Day) => {
  const { stage, facts, photos } = visitOf(day);
  return {
    stage,
    photos: photos.map((photo) => photo.id),
    checks: facts.checklist.map((one) => one.done),
    notes: facts.notes.map((note) => note.text),
    parts: facts.parts.map((part) => [part.id, part.quantity]),
    purchases: facts.purchases.map((bought) => bought.text),
    operations: facts.operations,
    times: facts.times.map((time) => [time.kind, time.start, time.end]),
    van: day.van.map((part) => part.quantity),
  };
};

const morning: Item[] = [
  item(1, 'ACCEPT'),
  item(2, 'TRAVEL'),
  item(3, 'ARRIVE'),
  item(4, 'START'),
  item(5, 'CHECK', { itemIndex: 0, text: 'Photo of nameplate', done: true }),
  item(6, 'NOTE', { text: 'Смених клапана' }),
  item(7, 'PART_USED', { partId: 'valve', quantity: 2 }),
  item(8, 'PAUSE'),
  item(9, 'RESUME'),
  item(10, 'PURCHASE', { text: 'Hose', quantity: 1, cost: 12.5 }),
  item(11, 'PART_TAKEN_BACK', { usageId: 'id-7' }),
  item(12, 'PART_USED', { partId: 'valve', quantity: 1 }),
  item(13, 'OPERATION', { text: 'Sweep', quantity: 3 }),
  item(14, 'WITHDRAW', { usageId: 'id-6' }),
  item(15, 'FINISH'),
];

describe('the day with what is still to be sent', () => {
  it('shows everything at once', () => {
    const day = withPending(aDay(), morning);
    expect(visitOf(day).stage).toBe('DONE');
    expect(undone(visitOf(day))).toEqual([]);
    expect(gist(day)).toMatchObject({ notes: [], parts: [['id-12', 1]], purchases: ['Hose'], van: [4] });
    expect(gist(day).times).toHaveLength(3);
    expect(gist(day).times.every(([, , end]) => end !== null)).toBe(true);
  });

  it('is the same wherever the server got to before the reload', () => {
    const whole = gist(withPending(aDay(), morning));
    for (let applied = 0; applied <= morning.length; applied++) {
      const server = withPending(aDay(), morning.slice(0, applied));
      // The answer was lost: everything is still waiting here.
      for (let forgotten = 0; forgotten <= applied; forgotten++) {
        expect(gist(withPending(server, morning.slice(forgotten)))).toEqual(whole);
      }
    }
  });

  it('leaves out what was refused and goes on', () => {
    const items = morning.map((one) => (one.kind === 'FINISH' ? { ...one, state: 'refused' as const } : one));
    expect(visitOf(withPending(aDay(), items)).stage).toBe('WORKING');
    const withoutPause = morning.map((one) =>
      one.kind === 'PAUSE' ? { ...one, state: 'refused' as const } : one,
    );
    expect(visitOf(withPending(aDay(), withoutPause)).stage).toBe('DONE');
  });

  it('leaves the server’s day alone', () => {
    const day = aDay();
    const before = structuredClone(day);
    withPending(day, morning);
    expect(day).toEqual(before);
  });

  it('ignores visits that are not there any more', () => {
    const day = aDay();
    expect(withPending(day, [{ ...item(1, 'ACCEPT'), visitId: 'gone' }])).toEqual(day);
  });

  it('takes the agreed operations unless somebody says otherwise', () => {
    const visit = visitOf(
      withPending(aDay(), [
        item(1, 'OPERATION', { text: 'Sweep', quantity: 0 }),
        item(2, 'OPERATION', { text: 'Extra', quantity: 1 }),
      ]),
    );
    expect(operationsOf(visit).map((one) => [one.text, one.quantity])).toEqual([
      ['Service', 1],
      ['Sweep', 0],
      ['Extra', 1],
    ]);
  });

  it('offers the parts that were brought, and counts what was used', () => {
    const bring = { partId: 'seal', text: 'Door seal', quantity: 1 };
    const brought = aDay([aVisit({ partsToBring: [bring, { ...bring, partId: null, text: 'Ladder' }] })]);
    expect(partsOf(visitOf(brought)).map((row) => [row.name, row.quantity])).toEqual([['Door seal', 0]]);
    const used = withPending(brought, [item(1, 'PART_USED', { partId: 'seal', quantity: 1 })]);
    expect(partsOf(visitOf(used)).map((row) => [row.name, row.quantity])).toEqual([['Door seal', 1]]);
  });

  it('names the required items that are open', () => {
    expect(undone(aVisit())).toEqual(['Photo of nameplate']);
  });
});
