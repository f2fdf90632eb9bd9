import { expect, it } from 'vitest';
import { brightened, duration, inkOn, kilometres } from './format';

const units = { h: 'h', min: 'min' };

it('writes durations as people say them', () => {
  expect(duration(0, units)).toBe('0 min');
  expect(duration(45 * 60, units)).toBe('45 min');
  expect(duration(2 * 3600, units)).toBe('2 h');
  expect(duration(11 * 3600 + 5 * 60, units)).toBe('11 h 05');
  expect(duration(3599, units)).toBe('1 h');
});

it('writes short distances with a decimal', () => {
  expect(kilometres(4_230, 'en-GB', 'km')).toBe('4.2 km');
  expect(kilometres(9_970, 'bg-BG', 'км')).toBe('10 км');
  expect(kilometres(412_400, 'en-GB', 'km')).toBe('412 km');
});

it('chooses an ink that reads on the colour', () => {
  expect(inkOn('#3567d6')).toBe('#ffffff');
  expect(inkOn('#f5c542')).toBe('#10151c');
});

it('brightens colours for a dark ground', () => {
  expect(brightened('#000000')).toBe('#545454');
  expect(brightened('#ffffff')).toBe('#ffffff');
});
