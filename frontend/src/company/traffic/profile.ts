import type { SpeedProfile, SpeedProfileForm } from './api';

/** In their order, as the API writes them. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof weekdays)[number];

/** The bounds of the factor; the server has the same as percents. */
export const leastFactor = 0.5;
export const mostFactor = 4;

/** What is typed of a profile. Times are such as `07:30`, empty while missing. */
export interface ProfileDraft {
  version: number | undefined;
  name: string;
  territoryId: string | null;
  days: Weekday[];
  from: string;
  to: string;
  /** Of the time on empty roads: 1.25 is a quarter longer. */
  factor: number | null;
}

/** The morning of a working day, for a new one to begin with. */
const usual: ProfileDraft = {
  version: undefined,
  name: '',
  territoryId: null,
  days: weekdays.slice(0, 5),
  from: '07:00',
  to: '09:00',
  factor: 1.25,
};

export function draftOf(profile?: SpeedProfile): ProfileDraft {
  if (!profile) return { ...usual, days: [...usual.days] };
  const { version, name, territoryId = null, days, from, to, percent } = profile;
  return {
    version,
    name,
    territoryId,
    days,
    from: clockTime(from),
    to: clockTime(to),
    factor: percent / 100,
  };
}

export const formOf = ({ factor, name, ...draft }: ProfileDraft): SpeedProfileForm => ({
  ...draft,
  name: name.trim(),
  percent: Math.round((factor ?? 1) * 100),
});

export const isFactor = (factor: number | null): factor is number =>
  factor !== null && factor >= leastFactor && factor <= mostFactor;

/** `07:30` of `07:30:00`. */
export const clockTime = (time: string): string => time.slice(0, 5);

/** Days in a row as their first and last, in the order of the week: Monday to Friday and Sunday are two. */
export function runs(days: readonly Weekday[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  weekdays.forEach((day, at) => {
    if (!days.includes(day)) return;
    const run = found.at(-1);
    if (run && run[1] === at - 1) run[1] = at;
    else found.push([at, at]);
  });
  return found;
}

/** With the day, if it was missing, and without it otherwise; in the order of the week. */
export const toggled = (days: readonly Weekday[], day: Weekday): Weekday[] =>
  weekdays.filter((one) => days.includes(one) !== (one === day));
