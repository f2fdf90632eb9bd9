/** Where a warranty stands on a day. */
export type WarrantyState = 'valid' | 'ending' | 'future' | 'expired';

export interface Term {
  from: string;
  until: string;
}

const SOON_DAYS = 60;
const dayMillis = 86_400_000;

/** Valid on its first and its last day, too; `ending` within two months of its end. */
export function warrantyState(term: Term, today: string): WarrantyState {
  if (today < term.from) return 'future';
  if (today > term.until) return 'expired';
  return Date.parse(term.until) - Date.parse(today) <= SOON_DAYS * dayMillis ? 'ending' : 'valid';
}

/** The one to show where there is room for one: a valid one before others, then the longest. */
export function shownWarranty<T extends Term>(terms: readonly T[], today: string): T | null {
  const rank = (term: T) => (today >= term.from && today <= term.until ? '1' : '0') + term.until;
  return [...terms].sort((a, b) => rank(b).localeCompare(rank(a)))[0] ?? null;
}
