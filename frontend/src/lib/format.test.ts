import { expect, it } from 'vitest';
import {
  brightened,
  dateTime,
  dayOnly,
  decimalText,
  duration,
  inkOn,
  kilometres,
  money,
  parseDecimal,
} from './format';

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

const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('writes money with cents and in the way of the language', () => {
  expect(money('1234.5', 'EUR', 'en-GB')).toBe('€1,234.50');
  expect(spaced(money('12345.50', 'PLN', 'pl-PL'))).toBe('12 345,50 zł');
  expect(spaced(money(-7, 'EUR', 'es-ES'))).toBe('-7,00 €');
});

it('loses no cent of a large amount', () => {
  expect(money('9007199254740993.07', 'EUR', 'en-GB')).toBe('€9,007,199,254,740,993.07');
});

it('reads decimals as people type them', () => {
  expect(parseDecimal('1 234,5')).toBe('1234.5');
  expect(parseDecimal('1,234.50')).toBe('1234.50');
  expect(parseDecimal('1.234.567,8')).toBe('1234567.8');
  expect(parseDecimal('12,')).toBe('12');
  expect(parseDecimal('-0.5')).toBe('-0.5');
  expect(parseDecimal('  ')).toBeNull();
  expect(parseDecimal('12 pcs')).toBeUndefined();
  expect(parseDecimal('1,2,3')).toBeUndefined();
});

it('writes decimals for typing in', () => {
  expect(decimalText('1234.5', 'pl-PL', 2)).toBe('1234,50');
  expect(parseDecimal(decimalText('1234.5', 'bg-BG'))).toBe('1234.5');
});

it("writes instants on the company's clock and days as they are", () => {
  expect(dateTime('2026-11-24T22:30:00Z', 'Europe/Sofia', 'en-GB')).toBe('25 Nov 2026, 00:30');
  expect(dayOnly('2026-03-29', 'en-GB')).toBe('29 Mar 2026');
});
