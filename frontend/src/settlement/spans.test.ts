import { describe, expect, it } from 'vitest';
import { spansOf } from './spans';

const rate = (id: string, validFrom: string, of = 'a') => ({ id, validFrom, of });
const of = (one: { of: string }) => one.of;

describe('spans of dated rates', () => {
  it('end the day before the next one begins, in whatever order they come', () => {
    const spans = spansOf(
      [rate('1', '2026-01-01'), rate('3', '2027-01-01'), rate('2', '2026-07-01')],
      of,
      '2026-11-24',
    );
    expect(spans.map(({ rate: { id }, until, state }) => [id, until, state])).toEqual([
      ['3', null, 'FUTURE'],
      ['2', '2026-12-31', 'CURRENT'],
      ['1', '2026-06-30', 'PAST'],
    ]);
  });

  it('count on their first and their last day', () => {
    const rates = [rate('1', '2026-01-01'), rate('2', '2026-07-01')];
    const stateOn = (day: string) => spansOf(rates, of, day).map(({ state }) => state);
    expect(stateOn('2026-06-30')).toEqual(['FUTURE', 'CURRENT']);
    expect(stateOn('2026-07-01')).toEqual(['CURRENT', 'PAST']);
  });

  it('are not ended by those of something else', () => {
    const spans = spansOf(
      [rate('1', '2026-01-01', 'a'), rate('2', '2026-03-01', 'b'), rate('3', '2026-02-01', 'a')],
      of,
      '2026-11-24',
    );
    expect(spans.map((span) => [span.rate.id, span.until])).toEqual([
      ['3', null],
      ['1', '2026-01-31'],
      ['2', null],
    ]);
  });
});
