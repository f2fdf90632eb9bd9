import { expect, it } from 'vitest';
import type { Weight } from './api';
import { differences, priceOf, weightOf } from './weight';

it('is a price in minutes of driving and back', () => {
  expect(priceOf(3, 'MINUTE')).toBe(3);
  expect(priceOf(2, 'KILOMETRE')).toBe(0.33);
  expect(priceOf(900, 'VISIT')).toBe(15);
  expect(priceOf(18, 'CHANGE')).toBe(30);
  for (const per of ['MINUTE', 'KILOMETRE', 'DAY', 'LEVEL', 'CHANGE', 'VISIT'] as const)
    for (const weight of [0, 1, 2, 18, 900]) expect(weightOf(priceOf(weight, per), per)).toBe(weight);
});

it('tells what counts more and less than usual', () => {
  const weight = (rule: Weight['rule'], weight: number, fileWeight: number) =>
    ({ rule, weight, fileWeight }) as Weight;
  const weights = [weight('PROMISE', 20, 5), weight('RISK', 0, 1), weight('TRAVEL', 1, 1)];
  expect(differences({ weights })).toEqual({ more: ['PROMISE'], less: ['RISK'] });
});
