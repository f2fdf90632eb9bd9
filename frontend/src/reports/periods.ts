import { addDays, type Day } from '$lib/time';

/** Named periods; `custom` is what somebody typed, '' is everything. */
export const names = ['month', 'lastMonth', 'days30', 'year', 'lastYear'] as const;
export type PeriodName = (typeof names)[number];
export interface Period {
  from: Day;
  to: Day;
}

const firstOfMonth = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/** First and last day of a named period, as seen from today. */
export function period(name: PeriodName, today: Day): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  switch (name) {
    case 'month':
      return { from: firstOfMonth(year, month), to: addDays(firstOfMonth(year, month + 1), -1) };
    case 'lastMonth':
      return { from: firstOfMonth(year, month - 1), to: addDays(firstOfMonth(year, month), -1) };
    case 'days30':
      return { from: addDays(today, -29), to: today };
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** The name of a period, '' for everything, or `custom`. */
export function nameOf(from: string, to: string, today: Day): PeriodName | '' | 'custom' {
  if (!from && !to) return '';
  const found = names.find((name) => {
    const known = period(name, today);
    return known.from === from && known.to === to;
  });
  return found ?? 'custom';
}
