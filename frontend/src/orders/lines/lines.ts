import type { LineForm, Operation, OrderLine, Part } from '../api';

/** A line while it is edited: figures are decimal texts, exact as they are kept; '' while empty. */
export interface DraftLine {
  key: number;
  kind: OrderLine['kind'];
  itemId: string | null;
  text: string;
  quantity: string;
  unit: string;
  /** Of one unit; the line's time follows from the quantity. */
  normMinutes: number;
  unitPrice: string;
  vatRate: string;
}

export interface RateTotal {
  rate: string;
  net: string;
  vat: string;
}
export interface Totals {
  perRate: RateTotal[];
  net: string;
  vat: string;
  gross: string;
}

let next = 1;
export const usualVat = '19';

export function emptyLine(kind: DraftLine['kind'], text = '', vatRate = usualVat): DraftLine {
  const unit = kind === 'OPERATION' ? 'h' : kind === 'TRAVEL' ? 'km' : 'pc';
  return {
    key: next++,
    kind,
    itemId: null,
    text,
    quantity: '1',
    unit,
    normMinutes: 0,
    unitPrice: '',
    vatRate,
  };
}

export const ofOperation = (operation: Operation): DraftLine => ({
  ...emptyLine('OPERATION', operation.name, plain(operation.vatRate)),
  itemId: operation.id,
  unit: operation.unit,
  normMinutes: operation.normMinutes,
  unitPrice: plain(operation.unitPrice),
});

export const ofPart = (part: Part): DraftLine => ({
  ...emptyLine('PART', part.name, plain(part.vatRate)),
  itemId: part.id,
  unit: part.unit,
  unitPrice: plain(part.price),
});

/** A stored line's time is that of the whole line. */
export function ofStored(line: OrderLine): DraftLine {
  return {
    ...emptyLine(line.kind, line.text, plain(line.vatRate)),
    itemId: line.itemId ?? null,
    quantity: plain(line.quantity),
    unit: line.unit,
    normMinutes: line.quantity > 0 ? line.normMinutes / line.quantity : 0,
    unitPrice: plain(line.unitPrice),
  };
}

export const toForm = (line: DraftLine): LineForm => ({
  kind: line.kind,
  itemId: line.itemId,
  text: line.text.trim(),
  quantity: Number(line.quantity),
  unit: line.unit.trim(),
  normMinutes: minutesOf(line),
  unitPrice: Number(line.unitPrice),
  vatRate: Number(line.vatRate),
});

/** How long the whole line should take. */
export const minutesOf = (line: DraftLine): number =>
  Math.round(line.normMinutes * (Number(line.quantity) || 0));

/** The first thing that keeps a line from being saved; null when it is fine. */
export function missing(line: DraftLine): 'text' | 'quantity' | 'unitPrice' | 'vatRate' | null {
  if (!line.text.trim()) return 'text';
  if (!(Number(line.quantity) > 0)) return 'quantity';
  if (line.unitPrice === '' || !(Number(line.unitPrice) >= 0)) return 'unitPrice';
  if (line.vatRate === '' || !(Number(line.vatRate) >= 0)) return 'vatRate';
  return null;
}

/** Quantity times price, rounded half up to the cent; the server rounds the same way. */
export const netOf = (line: Pick<DraftLine, 'quantity' | 'unitPrice'>): string => cents(netCents(line));

/** Each line is rounded, and VAT is taken once of the sum of each rate, as the server does. */
export function totalsOf(lines: readonly DraftLine[]): Totals {
  const nets = new Map<bigint, bigint>();
  for (const line of lines) {
    const rate = scaled(line.vatRate, rateDigits);
    nets.set(rate, (nets.get(rate) ?? 0n) + netCents(line));
  }
  const rates = [...nets].sort(([a], [b]) => (a < b ? -1 : 1));
  let net = 0n;
  let vat = 0n;
  const perRate = rates.map(([rate, sum]) => {
    const tax = halfUp(sum * rate, 100n * 10n ** rateDigits);
    net += sum;
    vat += tax;
    return { rate: unscaled(rate, rateDigits), net: cents(sum), vat: cents(tax) };
  });
  return { perRate, net: cents(net), vat: cents(vat), gross: cents(net + vat) };
}

const quantityDigits = 3n;
const priceDigits = 4n;
const rateDigits = 2n;

const netCents = (line: Pick<DraftLine, 'quantity' | 'unitPrice'>) =>
  halfUp(
    scaled(line.quantity, quantityDigits) * scaled(line.unitPrice, priceDigits),
    10n ** (quantityDigits + priceDigits - 2n),
  );

/** A decimal text as a whole number of its smallest unit; what is no number counts nothing. */
function scaled(text: string, digits: bigint): bigint {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return 0n;
  const [, sign, whole = '', rest = ''] = match;
  const value = BigInt(`${whole || '0'}${rest.slice(0, Number(digits)).padEnd(Number(digits), '0')}`);
  return sign ? -value : value;
}

function unscaled(value: bigint, digits: bigint): string {
  const text = String(value).padStart(Number(digits) + 1, '0');
  const at = text.length - Number(digits);
  return `${text.slice(0, at)}.${text.slice(at)}`.replace(/\.?0+$/, '');
}

function halfUp(value: bigint, by: bigint): bigint {
  const sign = value < 0n ? -1n : 1n;
  return sign * ((2n * sign * value + by) / (2n * by));
}

function cents(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const text = String(value < 0n ? -value : value).padStart(3, '0');
  return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** `62.35` of 62.35, without exponents. */
const plain = (value: number): string => String(Number(value.toFixed(4)));
