const numbers = new Map<string, Intl.NumberFormat>();

export function number(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  const key = locale + JSON.stringify(options);
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format.format(value);
}

/** `4.2 km`, `412 km`: short distances with a decimal. */
export function kilometres(metres: number, locale: string, unit: string): string {
  const km = metres / 1000;
  return `${number(km, locale, { maximumFractionDigits: km < 9.95 ? 1 : 0 })} ${unit}`;
}

export const percent = (value: number, locale: string) =>
  number(value / 100, locale, { style: 'percent', maximumFractionDigits: 0 });

/** `45 min`, `2 h`, `11 h 20`: rounded to whole minutes, with the language's units. */
export function duration(seconds: number, units: { h: string; min: string }): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} ${units.min}`;
  return rest === 0 ? `${hours} ${units.h}` : `${hours} ${units.h} ${String(rest).padStart(2, '0')}`;
}

/** The first letters of at most two names, `AK` of Anna Kowalska. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();

/** Black or white, whichever reads better on the colour `#rrggbb`. */
export function inkOn(color: string): '#ffffff' | '#10151c' {
  const channel = (from: number) => {
    const value = parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return 1.05 / (luminance + 0.05) >= 3.4 ? '#ffffff' : '#10151c';
}

/** A colour `#rrggbb` made bright enough to stand on a dark ground: a third of the way to white. */
export function brightened(color: string): string {
  const channel = (from: number) => {
    const value = parseInt(color.slice(from, from + 2), 16);
    return Math.round(value + (255 - value) * 0.33)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** An amount with its currency, `1.234,50 €`: cents always shown, also of a decimal text from the API. */
export function money(amount: string | number, currency: string, locale: string): string {
  // Intl keeps every digit of a decimal text; as a number, large amounts would lose cents.
  return number(amount as number, locale, { style: 'currency', currency });
}

/** A decimal text such as `1234.5` as the language writes it, without grouping: for typing in. */
export function decimalText(decimal: string, locale: string, minDecimals = 0): string {
  const options = { useGrouping: false, minimumFractionDigits: minDecimals, maximumFractionDigits: 6 };
  return number(decimal as unknown as number, locale, options);
}

/**
 * What somebody typed as a decimal text: `1 234,5` and `1,234.5` are both `1234.5`. Null when nothing was
 * typed, undefined when it is no number. One mark alone separates the decimals.
 */
export function parseDecimal(typed: string): string | null | undefined {
  const text = typed.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  if (text === '') return null;
  const mark = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const whole = mark < 0 ? text : text.slice(0, mark).replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  const plain = mark < 0 ? whole : `${whole}.${text.slice(mark + 1)}`;
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? String(plain).replace(/\.$/, '') : undefined;
}

const dates = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = dates.get(key);
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

/** An instant on the company's clock: `24 Nov 2026, 09:05`. */
export const dateTime = (instant: string | number, zone: string, locale: string): string =>
  dateFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** A day `YYYY-MM-DD` in figures and words of the language: `24 Nov 2026`. */
export const dayOnly = (day: string, locale: string): string =>
  dateFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(`${day}T00:00:00Z`));

/** A Monday; the names of the days follow from it. */
const MONDAY = Date.UTC(2024, 0, 1);
const dayMillis = 86_400_000;

/** A day of the week by its number, Monday being 0: `Monday`, `Mon`. */
export const weekdayName = (day: number, locale: string, length: 'long' | 'short'): string =>
  dateFormat(locale, { timeZone: 'UTC', weekday: length }).format(MONDAY + day * dayMillis);
