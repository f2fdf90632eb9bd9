import { addDays, type Day } from '$lib/time';

/** Something that counts from a day on, until the next of its kind does. */
export interface Dated {
  id: string;
  validFrom: Day;
}
export interface Span<R> {
  rate: R;
  /** The last day; null while no later one is known. */
  until: Day | null;
  state: 'FUTURE' | 'CURRENT' | 'PAST';
}

/** Rates with their last days, those of the same thing (by `keyOf`) together, the newest first. */
export function spansOf<R extends Dated>(
  rates: readonly R[],
  keyOf: (rate: R) => string,
  today: Day,
): Span<R>[] {
  const order = rates.toSorted(
    (a, b) => keyOf(a).localeCompare(keyOf(b)) || b.validFrom.localeCompare(a.validFrom),
  );
  return order.map((rate, i) => {
    const later = order[i - 1];
    const until = later && keyOf(later) === keyOf(rate) ? addDays(later.validFrom, -1) : null;
    const state = rate.validFrom > today ? 'FUTURE' : until !== null && until < today ? 'PAST' : 'CURRENT';
    return { rate, until, state };
  });
}
