/** Rules of RFC 5545 that people think in: every so many days, weeks, months or years, on … */

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
export const units = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Unit = (typeof units)[number];
/** The first to the fourth of a month; −1 is the last. */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

export type On =
  | { kind: 'day'; day: number; /** Shorter months take their last day instead of none. */ lenient: boolean }
  | { kind: 'last' }
  | { kind: 'nth'; nth: Ordinal; weekday: Weekday };
export type End = { kind: 'never' } | { kind: 'until'; day: string } | { kind: 'count'; count: number };

export interface Rule {
  unit: Unit;
  every: number;
  /** Of weekly rules; the start's own when there are none. */
  weekdays: Weekday[];
  /** Of monthly and yearly rules. */
  on: On;
  /** 1 to 12; of yearly rules. */
  month: number;
  end: End;
}

const SHORTEST_MONTH = 28;

/** What to begin with: every year on the day it starts. */
export function usualRule(start: string): Rule {
  const day = Number(start.slice(8, 10));
  return {
    unit: 'YEARLY',
    every: 1,
    weekdays: [],
    on: { kind: 'day', day, lenient: true },
    month: Number(start.slice(5, 7)),
    end: { kind: 'never' },
  };
}

function daysText(on: On): string {
  if (on.kind === 'last') return 'BYMONTHDAY=-1';
  if (on.kind === 'nth') return `BYDAY=${on.nth}${on.weekday}`;
  if (!on.lenient || on.day <= SHORTEST_MONTH) return `BYMONTHDAY=${on.day}`;
  const upTo = Array.from({ length: on.day - SHORTEST_MONTH + 1 }, (_, i) => SHORTEST_MONTH + i);
  return `BYMONTHDAY=${upTo.join(',')};BYSETPOS=-1`;
}

/** The rule as an RRULE. */
export function ruleText(rule: Rule): string {
  const parts = [`FREQ=${rule.unit}`];
  if (rule.every > 1) parts.push(`INTERVAL=${rule.every}`);
  if (rule.unit === 'WEEKLY' && rule.weekdays.length > 0) {
    parts.push(`BYDAY=${weekdays.filter((day) => rule.weekdays.includes(day)).join(',')}`);
  }
  if (rule.unit === 'YEARLY') parts.push(`BYMONTH=${rule.month}`);
  if (rule.unit === 'MONTHLY' || rule.unit === 'YEARLY') parts.push(daysText(rule.on));
  if (rule.end.kind === 'until') parts.push(`UNTIL=${rule.end.day.replaceAll('-', '')}`);
  if (rule.end.kind === 'count') parts.push(`COUNT=${rule.end.count}`);
  return parts.join(';');
}

function onOf(parts: Map<string, string>, start: string): On | null {
  const byDay = parts.get('BYDAY');
  const byMonthDay = parts.get('BYMONTHDAY');
  const position = parts.get('BYSETPOS');
  if (byDay !== undefined) {
    const nth = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(byDay);
    if (!nth || byMonthDay !== undefined || position !== undefined) return null;
    return { kind: 'nth', nth: Number(nth[1]) as Ordinal, weekday: nth[2] as Weekday };
  }
  if (byMonthDay === undefined) {
    return position === undefined ? { kind: 'day', day: Number(start.slice(8, 10)), lenient: false } : null;
  }
  if (byMonthDay === '-1' && position === undefined) return { kind: 'last' };
  const days = byMonthDay.split(',').map(Number);
  const day = days.at(-1) ?? 0;
  if (days.length === 1 && day >= 1 && position === undefined)
    return { kind: 'day', day, lenient: day <= SHORTEST_MONTH };
  const lenient: On = { kind: 'day', day, lenient: true };
  return position === '-1' && daysText(lenient) === `BYMONTHDAY=${byMonthDay};BYSETPOS=-1` ? lenient : null;
}

function endOf(parts: Map<string, string>): End | null {
  const until = parts.get('UNTIL');
  const count = parts.get('COUNT');
  if (until === undefined)
    return count === undefined ? { kind: 'never' } : { kind: 'count', count: Number(count) };
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(until);
  return day && count === undefined ? { kind: 'until', day: `${day[1]}-${day[2]}-${day[3]}` } : null;
}

const known = new Set([
  'FREQ',
  'INTERVAL',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYSETPOS',
  'UNTIL',
  'COUNT',
  'WKST',
]);

/** The rule an RRULE stands for; null when it says more than a {@link Rule} can. */
export function parseRule(text: string, start: string): Rule | null {
  const pairs = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => part.split('='));
  const parts = new Map(pairs.map(([name, value]) => [name ?? '', value ?? '']));
  if ([...parts.keys()].some((name) => !known.has(name)) || (parts.get('WKST') ?? 'MO') !== 'MO') return null;
  const unit = units.find((one) => one === parts.get('FREQ'));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const end = endOf(parts);
  if (!unit || !Number.isInteger(every) || every < 1 || !end) return null;
  const rule: Rule = { ...usualRule(start), unit, every, end };
  const byMonth = parts.get('BYMONTH');
  if (byMonth !== undefined && (unit !== 'YEARLY' || !/^\d{1,2}$/.test(byMonth))) return null;
  if (unit === 'DAILY' || unit === 'WEEKLY') {
    if (parts.has('BYMONTHDAY') || parts.has('BYSETPOS')) return null;
    const byDay = parts.get('BYDAY');
    if (byDay === undefined) return rule;
    const days = byDay.split(',');
    if (unit === 'DAILY' || !days.every((day) => (weekdays as readonly string[]).includes(day))) return null;
    return { ...rule, weekdays: days as Weekday[] };
  }
  const on = onOf(parts, start);
  if (!on || (unit === 'YEARLY' && byMonth === undefined && (parts.has('BYMONTHDAY') || on.kind === 'nth')))
    return null;
  return { ...rule, on, month: byMonth === undefined ? rule.month : Number(byMonth) };
}
