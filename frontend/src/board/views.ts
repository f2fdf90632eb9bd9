import type { Day } from '$lib/time';
import { expected } from './live';
import type { Facets } from './query.svelte';
import type { Board, Priority, Route, Stop, Technician, TechnicianDay, Unassigned, Visit } from '$api/types';

/** Where a visit stands in the plan; a crew visit stands in several places. */
export interface Placed {
  technician: Technician;
  day: TechnicianDay;
  route: Route;
  stop: Stop;
}

/** The board by id, made once per answer of the server. */
export interface BoardIndex {
  visits: Map<string, Visit>;
  technicians: Map<string, Technician>;
  unassigned: Map<string, Unassigned>;
  placed: Map<string, Placed[]>;
  skills: Map<string, string>;
  territories: Map<string, string>;
}

export function indexOf(board: Board): BoardIndex {
  const placed = new Map<string, Placed[]>();
  for (const technician of board.technicians) {
    for (const day of technician.days) {
      for (const stop of day.route?.stops ?? []) {
        const place = { technician, day, route: day.route as Route, stop };
        placed.set(stop.visitId, [...(placed.get(stop.visitId) ?? []), place]);
      }
    }
  }
  for (const places of placed.values())
    places.sort((a, b) => Number(b.stop.crewLead) - Number(a.stop.crewLead));
  const byId = <T extends { id: string }>(items: T[]) => new Map(items.map((item) => [item.id, item]));
  const names = (items: { id: string; name: string }[]) => new Map(items.map((item) => [item.id, item.name]));
  return {
    visits: byId(board.visits),
    technicians: byId(board.technicians),
    unassigned: new Map(board.unassigned.map((entry) => [entry.visitId, entry])),
    placed,
    skills: names(board.skills),
    territories: names(board.territories),
  };
}

/** `attention` lists planned visits: late, at risk, declined, not accepted. */
export const filters = ['all', 'attention', 'urgent', 'due', 'late', 'crew'] as const;
export type Filter = (typeof filters)[number];

const priorityRank: Record<Priority, number> = { URGENT: 0, HIGH: 1, NORMAL: 2, LOW: 3 };

/** Whether a visit belongs under a filter chip; `until` is the last day shown. */
export function matchesFilter(visit: Visit, filter: Filter, from: Day, until: Day): boolean {
  switch (filter) {
    case 'all':
    case 'attention':
      return true;
    case 'urgent':
      return visit.priority === 'URGENT' || visit.priority === 'HIGH';
    case 'due':
      return !!visit.dueDate && visit.dueDate >= from && visit.dueDate <= until;
    case 'late':
      return !!visit.dueDate && visit.dueDate < from;
    case 'crew':
      return visit.crewSize > 1;
  }
}

/** Whether a visit is in the region, needs the skill, and has the status and priority looked at. */
export function matchesFacets(visit: Visit, { region, skill, status, priority }: Facets): boolean {
  return (
    (!region || visit.territoryId === region) &&
    (!skill || visit.skills.some(({ skillId }) => skillId === skill)) &&
    (!status || visit.status === status) &&
    (!priority || visit.priority === priority)
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Every word of the search must appear somewhere on the visit; accents and case do not matter. */
export function matchesSearch(visit: Visit, search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = plain(
    [visit.title, visit.customerName, visit.siteName, visit.address, visit.orderNumber].join(' '),
  );
  return words.every((word) => text.includes(word));
}

/** Urgent first, then by due day, then by the end of the last window, then the longest. */
export function byUrgency(a: Visit, b: Visit): number {
  return (
    priorityRank[a.priority] - priorityRank[b.priority] ||
    (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9') ||
    (a.windows.at(-1)?.end ?? '9').localeCompare(b.windows.at(-1)?.end ?? '9') ||
    b.durationMinutes - a.durationMinutes ||
    a.orderNumber.localeCompare(b.orderNumber)
  );
}

/** Visits without a place that pass filter and search, most urgent first. */
export function unassignedVisits(board: Board, index: BoardIndex): Visit[] {
  return board.unassigned
    .map((entry) => index.visits.get(entry.visitId))
    .filter((visit): visit is Visit => !!visit)
    .sort(byUrgency);
}

export function routeOn(technician: Technician, day: Day): Route | null {
  return technician.days.find((entry) => entry.day === day)?.route ?? null;
}

/** The sums of a technician over all days shown. */
export function totals(technician: Technician): {
  visits: number;
  driveMetres: number;
  driveSeconds: number;
  loadPercent: number;
  working: boolean;
} {
  const routes = technician.days.flatMap((day) => day.route ?? []);
  const sum = (of: (route: Route) => number) => routes.reduce((total, route) => total + of(route), 0);
  const workdays = technician.days.filter((day) => day.shifts.length > 0).length;
  return {
    visits: sum((route) => route.stops.length),
    driveMetres: sum((route) => route.driveMetres),
    driveSeconds: sum((route) => route.driveSeconds),
    loadPercent: workdays === 0 ? 0 : sum((route) => route.loadPercent) / workdays,
    working: workdays > 0,
  };
}

/** The place in an address: what follows the last comma, without the postcode. */
export function placeOf(visit: Visit): string {
  const last = visit.address.split(',').at(-1) ?? visit.address;
  return last.replace(/^\s*\d{4,6}\s*/, '').trim();
}

/** The street of an address: what stands before the first comma. */
export const streetOf = (visit: Visit) => visit.address.split(',')[0]?.trim() ?? visit.address;

/** A visit is in trouble when a rule is broken or it is reached after its last window. */
export const isAtRisk = (stop: Stop) => stop.findings.length > 0 || stop.estimate?.risk === 'LATE';

export const waitSeconds = (stop: Stop) =>
  Math.max(0, (expected(stop).start - expected(stop).arrival) / 1000);
