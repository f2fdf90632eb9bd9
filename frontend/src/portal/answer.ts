import type { PublicQuote } from './api';

/** What somebody with the link to a quote can do now, or why not. */
export type Answerable = 'open' | 'accepted' | 'declined' | 'expired' | 'replaced' | 'withdrawn';

export function answerable(quote: Pick<PublicQuote, 'status' | 'replaced'>): Answerable {
  if (quote.replaced) return 'replaced';
  switch (quote.status) {
    case 'SENT':
      return 'open';
    case 'ACCEPTED':
      return 'accepted';
    case 'DECLINED':
      return 'declined';
    case 'EXPIRED':
      return 'expired';
    // Being changed: what the link shows is not offered any more.
    default:
      return 'withdrawn';
  }
}
