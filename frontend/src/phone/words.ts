import { number } from '$lib/format';
import { speech, t, tCode } from '$lib/i18n/index.svelte';
import type { Item, Kind } from './types';

export const quantity = (value: number) => number(value, speech.locale, { maximumFractionDigits: 3 });

/** What the big button says. */
export const tapWord = (kind: Kind) => tCode('phone.tap', kind);

/** What an item of the outbox is about, in a word or two. */
export function itemWord(item: Item): string {
  return item.kind === 'FILE' ? tCode('phone.file', item.purpose) : tCode('phone.told', item.kind);
}

/** Why it was refused and what to do, in the language of the page where we have it. */
export function refusalWord(item: Item): string {
  const known = tCode('phone.refused', item.code ?? '', undefined, 'phone.refused.other');
  return item.problem ? `${known} ${item.problem}` : known;
}

/** `1:12:08`, the time that runs. */
export function runningTime(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export const minutesWord = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return `${rest} ${t('unit.min')}`;
  return rest === 0 ? `${hours} ${t('unit.h')}` : `${hours} ${t('unit.h')} ${rest}`;
};
