/** Days and times in the company's zone, never in the browser's. Days are `YYYY-MM-DD`. */
export type Day = string;

const minuteMillis = 60_000;
const dayMillis = 24 * 60 * minuteMillis;
const fields = new Map<string, Intl.DateTimeFormat>();

function fieldsIn(instant: number, zone: string): Record<string, number> {
  let format = fields.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    fields.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
}

const pad = (value: number) => String(value).padStart(2, '0');

export const millis = (instant: string): number => Date.parse(instant);

export function dayOf(instant: number, zone: string): Day {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10);
}

/** Minutes on the wall clock since midnight. */
export function minuteOfDay(instant: number, zone: string): number {
  const wall = instant + offsetAt(instant, zone);
  return Math.floor((wall - Math.floor(wall / dayMillis) * dayMillis) / minuteMillis);
}

/** `09:05`, in every language of ours. */
export function clock(instant: number | string, zone: string): string {
  const minutes = minuteOfDay(typeof instant === 'string' ? millis(instant) : instant, zone);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Clocks are put forward or back at a quarter of an hour, nowhere in between. */
const quarterMillis = 15 * minuteMillis;
const mostOffsets = 20_000;
const offsets = new Map<string, number>();

/** Asking the browser is slow, and a board asks thousands of times. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / quarterMillis);
  const key = zone + quarter;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const offset = offsetIn(quarter * quarterMillis, zone);
  offsets.set(key, offset);
  return offset;
}

function offsetIn(instant: number, zone: string): number {
  const at = fieldsIn(instant, zone);
  const wall = Date.UTC(
    at.year ?? 0,
    (at.month ?? 1) - 1,
    at.day ?? 1,
    at.hour ?? 0,
    at.minute ?? 0,
    at.second ?? 0,
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which clocks in the zone show this minute of the day. A minute skipped in spring
 * gives the first one after the gap; of a minute shown twice in autumn, the first.
 */
export function instantAt(day: Day, minute: number, zone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMillis;
  const before = offsetAt(wall - dayMillis, zone);
  const after = offsetAt(wall + dayMillis, zone);
  const candidates = [wall - before, wall - after].filter((t) => t + offsetAt(t, zone) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMillis).toISOString().slice(0, 10);
}

export function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

export function isDay(text: string | null | undefined): text is Day {
  return !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

const labels = new Map<string, Intl.DateTimeFormat>();

/** A day in words of the language: `Tue 24 Nov` (short), `Tue 24` (tiny), with year and whole words (long). */
export function dayLabel(day: Day, locale: string, length: 'tiny' | 'short' | 'long' = 'short'): string {
  const key = locale + length;
  let format = labels.get(key);
  if (!format) {
    const options: Record<typeof length, Intl.DateTimeFormatOptions> = {
      tiny: { weekday: 'short', day: 'numeric' },
      short: { weekday: 'short', day: 'numeric', month: 'short' },
      long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    };
    format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options[length] });
    labels.set(key, format);
  }
  const text = format.format(Date.parse(`${day}T00:00:00Z`));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1).replaceAll(',', '');
}
