import { number, weekdayName } from '$lib/format';
import { speech, t } from '$lib/i18n/index.svelte';
import { isFactor, runs, weekdays, type ProfileDraft, type Weekday } from './profile';

export const dayName = (day: Weekday): string => weekdayName(weekdays.indexOf(day), speech.locale, 'short');

/** `Mon–Fri, Sun`. */
export function daysWords(days: readonly Weekday[]): string {
  const name = (day: number) => weekdayName(day, speech.locale, 'short');
  return runs(days)
    .map(([first, last]) => {
      if (first === last) return name(first);
      return `${name(first)}${last === first + 1 ? ', ' : '–'}${name(last)}`;
    })
    .join(', ');
}

/** `× 1.25`. */
export const factorWords = (percent: number): string => `× ${number(percent / 100, speech.locale)}`;

/** What the profile does to a way of twenty minutes; null while something is missing. */
export function previewWords(draft: ProfileDraft, territory: string | null): string | null {
  const { days, from, to, factor } = draft;
  if (days.length === 0 || !from || !to || from >= to || !isFactor(factor)) return null;
  const minutes = number(20 * factor, speech.locale, { maximumFractionDigits: 1 });
  const where = territory ?? t('company.traffic.everywhere');
  return t('company.traffic.preview', { where, days: daysWords(days), from, to, minutes });
}
