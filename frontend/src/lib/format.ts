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
