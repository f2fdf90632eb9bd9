import { isOver } from './fold';
import type { Day, Visit } from './types';

type Place = Visit['coordinates'];
const earthMetres = 6_371_000;
const minute = 60_000;

/** As the crow flies, in metres. */
export function metresBetween(a: Place, b: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.sqrt(h));
}

/** A guess at the drive without a road network: a third longer than the crow flies, at 45 km/h. */
const driveMillis = (a: Place, b: Place) => (metresBetween(a, b) * 1.33 * 3600_000) / 45_000;

const startOf = (visit: Visit) =>
  visit.facts.times.find((time) => time.kind === 'WORK')?.start ?? visit.plannedStart;

/**
 * When each visit that is still ahead is likely to begin, in milliseconds: not before it is planned, and later
 * when the one before it runs late. What the planning room estimated wins until somebody is late against it.
 */
export function expectedStarts(
  visits: readonly Visit[],
  estimates: Readonly<Record<string, string>>,
  now: number,
): Map<string, number> {
  const starts = new Map<string, number>();
  let free = now;
  let at: Place | null = null;
  for (const visit of visits) {
    const length = visit.durationMinutes * minute;
    if (isOver(visit.stage)) {
      at = visit.coordinates;
      continue;
    }
    const begun = visit.stage === 'WORKING' || visit.stage === 'PAUSED';
    const said = estimates[visit.visitId];
    const planned = Date.parse(said ?? visit.plannedStart ?? new Date(now).toISOString());
    const there = visit.stage === 'ARRIVED' || !at ? free : free + driveMillis(at, visit.coordinates);
    const start = begun ? Date.parse(startOf(visit) ?? visit.plannedStart ?? '') : Math.max(planned, there);
    starts.set(visit.visitId, start);
    free = Math.max(start + length, now);
    at = visit.coordinates;
  }
  return starts;
}

/** Minutes by which a visit begins later than planned; small delays count as none. */
export function minutesLate(visit: Visit, start: number | undefined): number {
  if (start === undefined || !visit.plannedStart) return 0;
  const late = Math.round((start - Date.parse(visit.plannedStart)) / minute);
  return late >= 10 ? late : 0;
}

/** The one to go to, or to go on with; null when the day is done. */
export const nextVisit = (day: Day): Visit | null =>
  day.visits.find((visit) => ['WORKING', 'PAUSED', 'ARRIVED', 'TRAVELLING'].includes(visit.stage)) ??
  day.visits.find((visit) => !isOver(visit.stage)) ??
  null;

/** Visits that were on the phone and are not any more, unless they were given back by a tap here. */
export const goneVisits = (before: Day | null, now: Day): Visit[] =>
  before?.day === now.day
    ? before.visits.filter(
        (visit) => !isOver(visit.stage) && !now.visits.some((other) => other.visitId === visit.visitId),
      )
    : [];

/** Opens the phone's own navigation. */
export const navigationTo = (visit: Visit, isApple: boolean): string =>
  navigationToPlace(visit.coordinates, `${visit.customerName}, ${visit.address}`, isApple);

export function navigationToPlace({ lat, lon }: Place, name: string, isApple: boolean): string {
  const place = `${lat.toFixed(6)},${lon.toFixed(6)}`;
  const label = encodeURIComponent(name);
  return isApple ? `https://maps.apple.com/?daddr=${place}&q=${label}` : `geo:${place}?q=${place}(${label})`;
}
