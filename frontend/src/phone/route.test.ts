import { describe, expect, it } from 'vitest';
import { expectedStarts, goneVisits, metresBetween, minutesLate, navigationTo, nextVisit } from './route';
import { aDay, aVisit } from './samples';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const first = aVisit({ visitId: 'a', plannedStart: '2026-11-23T09:00:00Z' });
const second = aVisit({
  visitId: 'b',
  plannedStart: '2026-11-23T10:30:00Z',
  coordinates: { lat: 53.6, lon: 13.26 },
});

describe('the route', () => {
  it('begins as planned while nobody is late', () => {
    const starts = expectedStarts([first, second], {}, at('08:00'));
    expect(starts.get('a')).toBe(at('09:00'));
    expect(starts.get('b')).toBe(at('10:30'));
  });

  it('passes a delay on, with the drive', () => {
    const working = aVisit({ ...first, stage: 'WORKING', facts: { ...first.facts, times: [] } });
    const starts = expectedStarts([working, second], {}, at('11:00'));
    expect(starts.get('b')).toBeGreaterThan(at('11:00'));
    expect(minutesLate(second, starts.get('b'))).toBeGreaterThan(30);
    expect(minutesLate(second, at('10:35'))).toBe(0);
  });

  it('believes the estimates of the office', () => {
    const starts = expectedStarts([first], { a: '2026-11-23T09:20:00Z' }, at('08:00'));
    expect(starts.get('a')).toBe(at('09:20'));
  });

  it('puts the visit under way before the next one', () => {
    const day = aDay([first, { ...second, stage: 'TRAVELLING' }]);
    expect(nextVisit(day)?.visitId).toBe('b');
    expect(nextVisit(aDay([{ ...first, stage: 'DONE' }, second]))?.visitId).toBe('b');
    expect(nextVisit(aDay([{ ...first, stage: 'DONE' }]))).toBeNull();
  });

  it('notices what was taken away', () => {
    expect(goneVisits(aDay([first, second]), aDay([second])).map((one) => one.visitId)).toEqual(['a']);
    expect(goneVisits(aDay([{ ...first, stage: 'DECLINED' }]), aDay([]))).toEqual([]);
    expect(goneVisits(null, aDay([]))).toEqual([]);
  });

  it('measures and leads', () => {
    expect(metresBetween(first.coordinates, second.coordinates)).toBeCloseTo(4781, -1);
    expect(navigationTo(first, false)).toMatch(/^geo:53\.557000,13\.260000\?q=/);
    expect(navigationTo(first, true)).toContain('maps.apple.com');
  });
});
