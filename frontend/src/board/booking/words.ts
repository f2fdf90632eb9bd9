import { t } from '$lib/i18n/index.svelte';
import { clock, dayOf, millis } from '$lib/time';
import { dayName, spent } from '../words';
import type { OfferReason, Window } from './api';

/** How offers, and what comes in the way of booking them, are said. */

export function reasonWords({ code, amount }: OfferReason): string {
  switch (code) {
    case 'ADDED_DRIVING':
      return Math.abs(amount) < 30
        ? t('booking.reason.NO_DRIVING')
        : t(amount > 0 ? 'booking.reason.ADDED_DRIVING' : 'booking.reason.SAVED_DRIVING', {
            time: spent(Math.abs(amount)),
          });
    case 'OTHERS_MOVE':
      return t('booking.reason.OTHERS_MOVE', { n: amount });
    case 'OTHERS_LATER':
    case 'OVERTIME':
      return t(`booking.reason.${code}`, { time: spent(amount) });
    default:
      return t(`booking.reason.${code}`);
  }
}

/** `Mon 23 Nov 08:00–10:00`. */
export const windowWords = ({ start, end }: Window, zone: string): string =>
  `${dayName(dayOf(millis(start), zone))} ${clock(start, zone)}–${clock(end, zone)}`;
