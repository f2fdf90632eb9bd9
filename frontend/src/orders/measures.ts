const minute = 60_000;
/** How long ago, in the largest unit that says something: `3 days`, `2 hours`, `12 minutes`. */
export function ageIn(locale: string, from: string | null | undefined, until: number): string {
  if (!from) return '';
  const minutes = Math.max(0, Math.floor((until - Date.parse(from)) / minute));
  if (minutes < 60) return unit(locale, minutes, 'minute');
  if (minutes < 48 * 60) return unit(locale, Math.floor(minutes / 60), 'hour');
  return unit(locale, Math.floor(minutes / (24 * 60)), 'day');
}

const unit = (locale: string, count: number, name: 'minute' | 'hour' | 'day') =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);

/** In the unit that fits. */
export const sizeIn = (locale: string, bytes: number) =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(bytes < 1_000_000 ? Math.max(1, bytes / 1000) : bytes / 1_000_000);
