import { describe, expect, it } from 'vitest';
import { coordinatesText, parseCoordinates } from './coordinates';

describe('coordinates as people paste them', () => {
  it.each([
    ['53.55, 13.26', 53.55, 13.26],
    ['53.55,13.26', 53.55, 13.26],
    [' 53.55 13.26 ', 53.55, 13.26],
    ['(53.5571, 13.2601)', 53.5571, 13.2601],
    ['53,55 13,26', 53.55, 13.26],
    ['53,55; 13,26', 53.55, 13.26],
    ['-33.86, 151.2', -33.86, 151.2],
    ['53.55 N 13.26 E', 53.55, 13.26],
    ['33.86° S, 70.5° W', -33.86, -70.5],
    ['53°33\'18"N 13°15\'36"E', 53.555, 13.26],
    ['53° 33′ 18″ N, 13° 15′ 36″ O', 53.555, 13.26],
    ['https://www.google.com/maps/@53.55,13.26,17z', 53.55, 13.26],
    ['https://maps.example.org/?q=53.55,13.26', 53.55, 13.26],
  ])('reads %s', (text, lat, lon) => {
    expect(parseCoordinates(text)).toEqual({ lat, lon });
  });

  it.each([
    '',
    'Turmstraße 12',
    '53.55',
    '93.5, 13.2',
    '53.5, 190',
    '17033 12',
    '53.55, 13.26, 5',
    'https://example.org',
  ])('takes nothing from %j', (text) => {
    expect(parseCoordinates(text)).toBeNull();
  });

  it('reads what it writes', () => {
    const at = { lat: -0.5, lon: 13.123456 };
    expect(parseCoordinates(coordinatesText(at))).toEqual(at);
  });
});
