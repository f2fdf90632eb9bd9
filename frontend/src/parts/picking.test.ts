import { describe, expect, it } from 'vitest';
import type { Item, Tour } from './api';
import {
  allToggled,
  lackingItems,
  linesOf,
  openItems,
  toggled,
  transferLines,
  withQuantity,
} from './picking';

const item = (partId: string | null, toPick: number, lacking = 0): Item => ({
  partId,
  code: partId ?? '',
  name: partId ?? 'Ladder',
  unit: 'pc',
  wanted: toPick,
  collected: 0,
  toPick,
  fromWarehouse: toPick - lacking,
  inWarehouse: 10,
  ownOnVan: 0,
  lacking,
  substitutes: [],
});
const tour: Tour = {
  technicianId: 't',
  technician: 'Ola',
  color: '#000000',
  van: 'Caddy',
  stops: [
    {
      orderId: 'o',
      orderNumber: '26-00001',
      title: '',
      customer: '',
      address: '',
      status: 'DISPATCHED',
      plannedStart: '2026-11-23T07:00:00Z',
      items: [item('valve', 3, 1), item('pump', 1, 1), item('done', 0), item(null, 1)],
    },
  ],
  refills: [{ partId: 'tape', code: 'tape', name: 'Tape', unit: 'pc', onVan: 1, quantity: 3, free: 2 }],
};

describe('picking', () => {
  it('offers what can be taken, and no more than there is', () => {
    expect(linesOf(tour).map(({ key, quantity }) => [key, quantity])).toEqual([
      ['t/o/valve', 2],
      ['t/o/text3', 1],
      ['t//tape', 2],
    ]);
  });

  it('takes all, then nothing, and leaves other vans alone', () => {
    const all = allToggled({ 'u/o/valve': 1 }, tour);
    expect(all).toEqual({ 'u/o/valve': 1, 't/o/valve': 2, 't/o/text3': 1, 't//tape': 2 });
    expect(allToggled(all, tour)).toEqual({ 'u/o/valve': 1 });
  });

  it('writes only parts of the catalogue on the paper', () => {
    const picked = withQuantity(allToggled({}, tour), 't/o/valve', 1.5);
    expect(transferLines(picked, tour)).toEqual([
      { partId: 'valve', orderId: 'o', quantity: 1.5 },
      { partId: 'tape', orderId: null, quantity: 2 },
    ]);
    expect(transferLines(withQuantity(picked, 't/o/valve', 0), tour)).toHaveLength(1);
  });

  it('ticks and unticks a line', () => {
    const [line] = linesOf(tour);
    if (!line) throw new Error('no line');
    expect(toggled(toggled({}, line), line)).toEqual({});
  });

  it('counts what is open and what is lacking', () => {
    expect([openItems(tour), lackingItems(tour)]).toEqual([2, 2]);
  });
});
