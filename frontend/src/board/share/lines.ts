import { expected } from '../live';
import { millis, type Day } from '$lib/time';
import type { Board, Route, Stop, Technician, Visit } from '$api/types';
import type { components } from '$api/schema';
import type { BoardIndex } from '../views';

export type Contact = components['schemas']['BoardVisitContact'];
/** Of each visit, whom to call. */
export type Contacts = ReadonlyMap<string, Contact>;

/** A visit where it is planned, or where it waits: without a technician. */
export interface Line {
  visit: Visit;
  contact?: Contact;
  day: Day | null;
  technician: Technician | null;
  stop: Stop | null;
}

/** One technician's day. */
export interface DayRoute {
  technician: Technician;
  day: Day;
  route: Route;
  lines: Line[];
  breaks: { start: number; end: number }[];
}

/** What the board shows: the technicians of its filters, and the visits that pass them. */
export interface Shown {
  board: Board;
  index: BoardIndex;
  rows: Technician[];
  /** Null for all. */
  passing: ReadonlySet<string> | null;
  contacts: Contacts;
}

/** The routes shown, by day and then as the rows stand; those without a visit are left out. */
export function routesOf({ index, rows, passing, contacts }: Shown): DayRoute[] {
  const routes = rows.flatMap((technician) =>
    technician.days.flatMap(({ day, route }): DayRoute[] => {
      if (!route) return [];
      const lines = route.stops
        .filter(({ visitId }) => !passing || passing.has(visitId))
        .flatMap((stop): Line[] => {
          const visit = index.visits.get(stop.visitId);
          return visit ? [{ visit, contact: contacts.get(visit.id), day, technician, stop }] : [];
        })
        .sort((a, b) => expectedStart(a) - expectedStart(b));
      if (lines.length === 0) return [];
      const breaks = (route.breaks ?? []).map(({ start, end }) => ({
        start: millis(start),
        end: millis(end),
      }));
      return [{ technician, day, route, lines, breaks }];
    }),
  );
  return routes.sort((a, b) => a.day.localeCompare(b.day));
}

/** The visits without a place that are shown. */
export const openOf = ({ board, index, passing, contacts }: Shown): Line[] =>
  board.unassigned.flatMap(({ visitId }): Line[] => {
    const visit = index.visits.get(visitId);
    if (!visit || (passing && !passing.has(visitId))) return [];
    return [{ visit, contact: contacts.get(visitId), day: null, technician: null, stop: null }];
  });

const expectedStart = ({ stop }: Line) => (stop ? expected(stop).start : 0);
