import type { Item, Refill, Tour, TransferLine } from './api';

/** What lies in the box for a van: how much, by the key of the line. */
export type Picked = Readonly<Record<string, number>>;

/** One thing to put into the box. */
export interface Line {
  key: string;
  partId: string | null;
  orderId: string | null;
  /** What a tick takes: what is wanted, as far as the warehouse has it. */
  quantity: number;
}

export const itemLine = (tour: Tour, orderId: string, item: Item, at: number): Line => ({
  key: `${tour.technicianId}/${orderId}/${item.partId ?? `text${at}`}`,
  partId: item.partId ?? null,
  orderId,
  quantity: item.partId ? item.fromWarehouse : item.toPick,
});

export const refillLine = (tour: Tour, refill: Refill): Line => ({
  key: `${tour.technicianId}//${refill.partId}`,
  partId: refill.partId,
  orderId: null,
  quantity: Math.min(refill.quantity, refill.free),
});

/** Everything of a tour that can be taken, in the order shown. */
export function linesOf(tour: Tour): Line[] {
  const wanted = tour.stops.flatMap((stop) =>
    stop.items.map((item, at) => itemLine(tour, stop.orderId, item, at)),
  );
  return [...wanted, ...tour.refills.map((refill) => refillLine(tour, refill))].filter(
    ({ quantity }) => quantity > 0,
  );
}

export function toggled(picked: Picked, line: Line): Picked {
  return line.key in picked ? without(picked, line.key) : { ...picked, [line.key]: line.quantity };
}

/** Nothing or less takes it out of the box. */
export function withQuantity(picked: Picked, key: string, quantity: number): Picked {
  return quantity > 0 ? { ...picked, [key]: quantity } : without(picked, key);
}

const without = (picked: Picked, key: string): Picked =>
  Object.fromEntries(Object.entries(picked).filter(([other]) => other !== key));

/** Takes everything; or, if everything is taken, nothing. */
export function allToggled(picked: Picked, tour: Tour): Picked {
  const lines = linesOf(tour);
  const all = lines.every(({ key }) => key in picked);
  const rest = cleared(picked, tour);
  return all ? rest : { ...rest, ...Object.fromEntries(lines.map(({ key, quantity }) => [key, quantity])) };
}

export const cleared = (picked: Picked, tour: Tour): Picked =>
  Object.fromEntries(Object.entries(picked).filter(([key]) => !key.startsWith(`${tour.technicianId}/`)));

/** What the paper will say: only parts of the catalogue are counted. */
export const transferLines = (picked: Picked, tour: Tour): TransferLine[] =>
  linesOf(tour).flatMap(({ key, partId, orderId }) => {
    const quantity = picked[key];
    return quantity && partId ? [{ partId, orderId, quantity }] : [];
  });

export const lackingItems = (tour: Tour): number =>
  tour.stops.flatMap((stop) => stop.items).filter((item) => item.lacking > 0).length;

/** How many lines are still to be picked; the van's refills are not pressing. */
export const openItems = (tour: Tour): number =>
  tour.stops.flatMap((stop) => stop.items).filter((item) => item.partId && item.toPick > 0).length;
