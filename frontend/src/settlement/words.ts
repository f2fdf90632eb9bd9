import type { Day } from '$lib/time';

const dayMillis = 86_400_000;

/** Whole days from one day to another; 0 on the same day and before. */
export const daysSince = (day: Day, today: Day): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / dayMillis));

/** What a line comes to after a change, in the currency's cents; the server counts again. */
export const netOf = (quantity: number, price: number, coverPercent: number): number => {
  const full = Math.round((quantity * price + Number.EPSILON) * 100) / 100;
  return Math.round((full - Math.round(full * coverPercent) / 100) * 100) / 100;
};

/** Margin in percent of the net; null where nothing is charged. */
export const marginPercent = (net: number, margin: number): number | null =>
  net === 0 ? null : Math.round((margin / net) * 1000) / 10;

export type InvoiceState = 'PAID' | 'PARTLY_PAID' | 'OVERDUE' | 'ISSUED';

/** How far an invoice is paid. */
export function stateOf(open: number, gross: number, dueOn: Day, today: Day): InvoiceState {
  if (open <= 0) return 'PAID';
  if (dueOn < today) return 'OVERDUE';
  return open < gross ? 'PARTLY_PAID' : 'ISSUED';
}
