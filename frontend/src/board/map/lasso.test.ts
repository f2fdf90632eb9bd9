import { describe, expect, it } from 'vitest';
import { isInside } from './lasso';

const ring = (text: string) =>
  text.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return { x, y };
  });

describe('a ring drawn on the map', () => {
  const horseshoe = ring('0,0 30,0 30,30 20,30 20,10 10,10 10,30 0,30');

  it('has within what stands in it, in its arms too', () => {
    expect(isInside({ x: 5, y: 25 }, horseshoe)).toBe(true);
    expect(isInside({ x: 25, y: 25 }, horseshoe)).toBe(true);
    expect(isInside({ x: 15, y: 5 }, horseshoe)).toBe(true);
  });

  it('leaves out what stands between its arms or beside it', () => {
    expect(isInside({ x: 15, y: 25 }, horseshoe)).toBe(false);
    expect(isInside({ x: 31, y: 15 }, horseshoe)).toBe(false);
    expect(isInside({ x: 15, y: -1 }, horseshoe)).toBe(false);
  });

  it('is the same drawn the other way round, and closes by itself', () => {
    expect(isInside({ x: 5, y: 25 }, horseshoe.toReversed())).toBe(true);
    expect(isInside({ x: 15, y: 25 }, horseshoe.toReversed())).toBe(false);
    expect(isInside({ x: 2, y: 1 }, ring('0,0 10,0 0,10'))).toBe(true);
  });
});
