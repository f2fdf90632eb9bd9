import { weekdayName as nameOfDay } from '$lib/format';
import { speech, t, tCode, type Key } from '$lib/i18n/index.svelte';
import { parseRule, weekdays, type Rule, type Unit, type Weekday } from './rule';

/** In Polish and Bulgarian these are feminine, and so are their ordinals. */
const feminine: readonly Weekday[] = ['WE', 'SA', 'SU'];

const written = (millis: number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(speech.locale, { timeZone: 'UTC', ...options }).format(millis);

export const weekdayName = (day: Weekday, length: 'long' | 'short' = 'long'): string =>
  nameOfDay(weekdays.indexOf(day), speech.locale, length);

/** @param month 1 to 12 */
export const monthName = (month: number): string => written(Date.UTC(2024, month - 1, 1), { month: 'long' });

export const ordinalName = (nth: number, day: Weekday): string =>
  tCode(feminine.includes(day) ? 'assets.rule.nthF' : 'assets.rule.nth', String(nth));

const dateName = (day: string): string => written(Date.parse(day), { dateStyle: 'medium' });
const everyKeys: Record<Unit, Key> = {
  DAILY: 'assets.rule.DAILY',
  WEEKLY: 'assets.rule.WEEKLY',
  MONTHLY: 'assets.rule.MONTHLY',
  YEARLY: 'assets.rule.YEARLY',
};

function monthly(rule: Rule, every: string): string {
  const { on } = rule;
  if (on.kind === 'last') return t('assets.rule.lastOfMonth', { every });
  if (on.kind === 'nth') {
    const weekday = weekdayName(on.weekday);
    return t('assets.rule.nthOfMonth', { every, nth: ordinalName(on.nth, on.weekday), weekday });
  }
  if (on.day <= 28) return t('assets.rule.dayOfMonth', { every, day: on.day });
  return t(on.lenient ? 'assets.rule.dayOrLast' : 'assets.rule.dayIfThere', { every, day: on.day });
}

function yearly(rule: Rule, every: string): string {
  const { on } = rule;
  const month = monthName(rule.month);
  if (on.kind === 'last') return t('assets.rule.lastOfNamed', { every, month });
  if (on.kind === 'nth') {
    const weekday = weekdayName(on.weekday);
    return t('assets.rule.nthOfNamed', { every, nth: ordinalName(on.nth, on.weekday), weekday, month });
  }
  const date = written(Date.UTC(2024, rule.month - 1, on.day), { day: 'numeric', month: 'long' });
  // Only a 29th of February is missing in some years.
  if (rule.month !== 2 || on.day <= 28) return t('assets.rule.date', { every, date });
  return t(on.lenient ? 'assets.rule.dateOrLast' : 'assets.rule.dateIfThere', { every, date });
}

function withEnd(rule: Rule, text: string): string {
  if (rule.end.kind === 'until') return t('assets.rule.until', { rule: text, date: dateName(rule.end.day) });
  if (rule.end.kind === 'count') return t('assets.rule.count', { rule: text, n: rule.end.count });
  return text;
}

function wordsOf(rule: Rule): string {
  const every = speech.say(everyKeys[rule.unit], { n: rule.every });
  if (rule.unit === 'MONTHLY') return monthly(rule, every);
  if (rule.unit === 'YEARLY') return yearly(rule, every);
  if (rule.unit === 'DAILY' || rule.weekdays.length === 0) return every;
  const names = weekdays.filter((day) => rule.weekdays.includes(day)).map((day) => weekdayName(day));
  return t('assets.rule.weekdays', {
    every,
    days: new Intl.ListFormat(speech.locale).format(names),
  });
}

/** An RRULE in words of the chosen language; those beyond the usual are shown as they are. */
export function ruleWords(text: string, start: string): string {
  const rule = parseRule(text, start);
  return rule ? withEnd(rule, wordsOf(rule)) : t('assets.plan.ownRule', { rule: text });
}
