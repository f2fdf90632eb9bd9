import type { Policy, Weight } from './api';

/** A weight counts in seconds of driving per unit of the rule; people think in minutes per something else. */

export type Per = Weight['per'];

/** How many units of the rule stand behind one of what people think in; 60 of a minute's are seconds. */
const unitsIn: Record<Per, number> = { MINUTE: 60, KILOMETRE: 10, DAY: 1, LEVEL: 1, CHANGE: 100, VISIT: 1 };

/** The price in minutes of driving, rounded to hundredths. */
export const priceOf = (weight: number, per: Per): number =>
  Math.round((weight * unitsIn[per] * 100) / 60) / 100;

/** The weight whose price is nearest: weights are whole numbers. */
export const weightOf = (price: number, per: Per): number =>
  Math.max(0, Math.round((price * 60) / unitsIn[per]));

/** What counts more, and less, than in the file that the first policies came from. */
export function differences({ weights }: Pick<Policy, 'weights'>): { more: string[]; less: string[] } {
  const rules = (which: (weight: Weight) => boolean) => weights.filter(which).map(({ rule }) => rule);
  return {
    more: rules(({ weight, fileWeight }) => weight > fileWeight),
    less: rules(({ weight, fileWeight }) => weight < fileWeight),
  };
}
