import { expect, it } from 'vitest';
import { fileNameOf } from './http';

it('reads the name of a download, the encoded one first', () => {
  expect(fileNameOf(`attachment; filename="order-7.pdf"`)).toBe('order-7.pdf');
  expect(fileNameOf(`attachment; filename="?.csv"; filename*=UTF-8''%D0%BE%D1%82.csv`)).toBe('от.csv');
  expect(fileNameOf(null)).toBeUndefined();
});
