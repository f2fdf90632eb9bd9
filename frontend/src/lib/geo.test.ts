import { expect, it } from 'vitest';
import { decodePolyline } from './geo';

it('decodes the example of the format description', () => {
  expect(decodePolyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@')).toEqual([
    [38.5, -120.2],
    [40.7, -120.95],
    [43.252, -126.453],
  ]);
});

it('gives no point for no path', () => {
  expect(decodePolyline('')).toEqual([]);
});
