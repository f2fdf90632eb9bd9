import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../api';
import { emptyLine, minutesOf, missing, netOf, ofStored, toForm, totalsOf, type DraftLine } from './lines';

const line = (quantity: string, unitPrice: string, vatRate = '19'): DraftLine => ({
  ...emptyLine('OTHER', 'Something', vatRate),
  quantity,
  unitPrice,
});

describe('a line', () => {
  it.each([
    ['1.5', '62.35', '93.53'],
    ['2', '99.995', '199.99'],
    ['1', '0.005', '0.01'],
    ['1', '0.0049', '0.00'],
    ['0.333', '3', '1.00'],
    ['99999', '9999999', '999989900001.00'],
    ['', '5', '0.00'],
    ['x', '5', '0.00'],
  ])('of %s at %s comes to %s', (quantity, price, net) => {
    expect(netOf(line(quantity, price))).toBe(net);
  });

  it('takes as long as its quantity says', () => {
    expect(minutesOf({ ...line('1.5', '60'), normMinutes: 62 })).toBe(93);
  });

  it('is the same after it was stored and read', () => {
    const stored: OrderLine = {
      kind: 'OPERATION',
      itemId: '01890000-0000-7000-8000-000000000000',
      text: 'Przegląd',
      quantity: 1.5,
      unit: 'h',
      normMinutes: 93,
      unitPrice: 62.35,
      vatRate: 19,
    };
    expect(toForm(ofStored(stored))).toEqual(stored);
  });

  it('says what is missing first', () => {
    expect(missing(emptyLine('OTHER'))).toBe('text');
    expect(missing(line('0', '1'))).toBe('quantity');
    expect(missing(line('1', ''))).toBe('unitPrice');
    expect(missing(line('1', '1', ''))).toBe('vatRate');
    expect(missing(line('1', '0', '0'))).toBeNull();
  });
});

describe('totals', () => {
  it('take VAT once of the sum of each rate', () => {
    const totals = totalsOf([line('1.5', '62.35'), line('2', '99.995'), line('1', '10.01', '7')]);
    expect(totals).toEqual({
      perRate: [
        { rate: '7', net: '10.01', vat: '0.70' },
        { rate: '19', net: '293.52', vat: '55.77' },
      ],
      net: '303.53',
      vat: '56.47',
      gross: '360.00',
    });
  });

  it('do not add up cents that each line would round away', () => {
    const many = Array.from({ length: 10 }, () => line('1', '0.13'));
    expect(totalsOf(many).vat).toBe('0.25');
  });

  it('tell rates apart by value, not by how they are written', () => {
    expect(totalsOf([line('1', '1', '19'), line('1', '1', '19.00')]).perRate).toEqual([
      { rate: '19', net: '2.00', vat: '0.38' },
    ]);
  });

  it('of nothing are nothing', () => {
    expect(totalsOf([])).toEqual({ perRate: [], net: '0.00', vat: '0.00', gross: '0.00' });
  });
});
