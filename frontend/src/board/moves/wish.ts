import type { Day } from '$lib/time';
import type { Visit, VisitStatus } from '$api/types';
import type { Change } from './api';

/** A visit to be moved; of a crew, the member whose place it is. */
export interface Moved {
  visitId: string;
  crewSize: number;
  /** Known once the server has told; null for all members. */
  member: number | null;
}

/** Where to: a route, or off the plan. */
export type Target =
  | { kind: 'list' }
  | {
      kind: 'route';
      technicianId: string;
      day: Day;
      /** Among the visits of the route that are not moved themselves, from 0; null where it costs least. */
      index: number | null;
      /** The very instant at which it is to begin, milliseconds; null for as soon as possible. */
      start: number | null;
    };
export type RouteTarget = Extract<Target, { kind: 'route' }>;

const fixed: ReadonlySet<VisitStatus> = new Set<VisitStatus>([
  'TRAVELLING',
  'IN_PROGRESS',
  'DONE',
  'SETTLED',
  'INVOICED',
  'CANCELLED',
  'FAILED',
]);

/** What has begun stays where it is. */
export const isMovable = (visit: Visit) => !fixed.has(visit.status);

export const keyOf = (target: Target): string =>
  target.kind === 'list'
    ? 'list'
    : [target.technicianId, target.day, target.index ?? 'best', target.start ?? ''].join('/');

/**
 * The wish as changes for the server.
 *
 * @param route the visits on the target's route now, in order
 */
export function changesFor(moved: Moved[], target: Target, route: string[]): Change[] {
  if (target.kind === 'list') return moved.map(({ visitId }) => ({ kind: 'UNASSIGN', visitId }));
  const { technicianId, day, index, start } = target;
  const ids = new Set(moved.map(({ visitId }) => visitId));
  const anchor = index === null ? undefined : route.filter((id) => !ids.has(id))[index - 1];
  let order = [...route];
  let before = anchor;
  return moved.flatMap((visit, i): Change[] => {
    const { visitId, crewSize, member } = visit;
    let position: number | null = null;
    if (index !== null) {
      // The server counts on the route without the visit itself.
      order = order.filter((id) => id !== visitId);
      const at = before === undefined ? 0 : order.indexOf(before) + 1;
      order.splice(at, 0, visitId);
      before = visitId;
      position = at + 1;
    }
    const place: Change = { kind: 'PLACE', visitId, technicianId, day };
    if (position !== null) place.position = position;
    if (start !== null && i === 0) place.start = new Date(start).toISOString();
    if (crewSize === 1) return [place];
    if (member !== null) return [{ ...place, member }];
    // A crew without a place: the first goes where it was dropped, the others where they cost least.
    const others = Array.from({ length: crewSize - 1 }, (_, n): Change => ({
      kind: 'PLACE',
      visitId,
      day,
      member: n + 1,
    }));
    return [{ ...place, member: 0 }, ...others];
  });
}

export interface Stretch {
  visitId: string;
  start: number;
  end: number;
}

/** Between which of the route's visits an instant is: the number of those that lie before it by their middle. */
export const indexAt = (stops: Stretch[], instant: number): number =>
  stops.filter(({ start, end }) => (start + end) / 2 < instant).length;

/** The nearest whole step of the clock, and the begin of a window if it is nearer than that. */
export function snapped(instant: number, stepMinutes: number, windowStarts: number[]): number {
  const step = stepMinutes * 60_000;
  const near = windowStarts.find((start) => Math.abs(start - instant) <= step);
  return near ?? Math.round(instant / step) * step;
}
