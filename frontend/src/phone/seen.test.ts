import { describe, expect, it } from 'vitest';
import { isNews } from './seen';

const here = { lat: 53.55, lon: 13.26, at: 0 };
const further = (metres: number, at: number) => ({ ...here, lat: here.lat + metres / 111_320, at });

describe('where a phone is', () => {
  it('is told at first', () => expect(isNews(null, here)).toBe(true));

  it('is told on the way, but not each second', () => {
    expect(isNews(here, further(300, 10_000))).toBe(false);
    expect(isNews(here, further(300, 30_000))).toBe(true);
  });

  it('is told seldom of who stays: so its age says that the phone is alive', () => {
    expect(isNews(here, further(20, 60_000))).toBe(false);
    expect(isNews(here, further(20, 180_000))).toBe(true);
  });
});
