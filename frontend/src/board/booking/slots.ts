import type { LatLon } from '$lib/geo';
import { addDays, dayOf, daysFrom, instantAt, millis, type Day } from '$lib/time';
import type { Coordinates } from '$api/types';
import type { Ghost, Outlook } from '../ghosts';
import type { Offer, Window } from './api';

/** What slots mean on the board. Pure. */

export const partsOfDay = ['any', 'morning', 'afternoon'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

const minutesOf: Record<Exclude<PartOfDay, 'any'>, [number, number]> = {
  morning: [6 * 60, 12 * 60],
  afternoon: [12 * 60, 20 * 60],
};

/** When the customer would like it, day by day; none for any time. */
export function windowsOf(part: PartOfDay, from: Day, days: number, zone: string): Window[] | undefined {
  if (part === 'any') return undefined;
  const [first, last] = minutesOf[part];
  const at = (day: Day, minute: number) => new Date(instantAt(day, minute, zone)).toISOString();
  return daysFrom(from, days).map((day) => ({ start: at(day, first), end: at(day, last) }));
}

/** Whole minutes that a slot is still held; 0 when it is over. */
export const minutesLeft = (expiresAt: string, now: number): number =>
  Math.max(0, Math.ceil((millis(expiresAt) - now) / 60_000));

/** Tells offers apart. */
export const keyOf = ({ window, technicianIds }: Offer): string => `${window.start}/${technicianIds.join()}`;

/** What is booked before it has an id of its own. */
export const newVisit = 'new-call';

interface Looked {
  offers: readonly Offer[];
  chosen: Offer | undefined;
  minutes: number;
  title: string;
  place: Coordinates;
  /** The days that the board shows. */
  from: Day;
  days: number;
  zone: string;
  choose: (offer: Offer) => void;
}

/** The offers of the days shown as ghosts; the map shows only the one chosen. */
export function outlookOf({
  offers,
  chosen,
  minutes,
  title,
  place,
  from,
  days,
  zone,
  choose,
}: Looked): Outlook {
  const last = addDays(from, days - 1);
  const at: LatLon = [place.lat, place.lon];
  const isShown = ({ start }: Offer) => {
    const day = dayOf(millis(start), zone);
    return day >= from && day <= last;
  };
  const ghostsOf = (offer: Offer): Ghost[] =>
    offer.technicianIds.map((technicianId) => ({
      visitId: offer === chosen ? newVisit : keyOf(offer),
      technicianId,
      start: millis(offer.start),
      end: millis(offer.start) + minutes * 60_000,
      title,
      at,
      choose: () => choose(offer),
    }));
  const shown = offers.filter(isShown);
  return {
    ghosts: chosen && isShown(chosen) ? ghostsOf(chosen) : [],
    options: shown.filter((offer) => offer !== chosen).flatMap(ghostsOf),
    leaving: new Set(),
    technicianIds: new Set(chosen?.technicianIds),
  };
}
