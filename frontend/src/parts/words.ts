import { number } from '$lib/format';
import { speech, t, tCode } from '$lib/i18n/index.svelte';
import type { Entry, Place } from './api';

/** `2.5`, in the language's figures. */
export const figure = (value: number): string => number(value, speech.locale, { maximumFractionDigits: 3 });

/** `2.5 m` */
export const amount = (value: number, unit: string): string =>
  unit ? `${figure(value)} ${unit}` : figure(value);

export const placeName = (place: Place): string => place.name || tCode('parts.place', place.kind);

/** Where it came from and went to; for moves within a van, what for. */
export const wayOf = (entry: Entry): string =>
  entry.from.id === entry.to.id
    ? `${placeName(entry.from)}: ${t(entry.kind === 'RETURN' ? 'parts.way.toOwn' : 'parts.way.toOrder')}`
    : `${placeName(entry.from)} → ${placeName(entry.to)}`;
