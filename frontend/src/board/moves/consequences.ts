import { millis } from '$lib/time';
import type { Broken, Cost, Preview, StopTimes } from './api';

/** What a change would bring, summed up from the server's answer. Pure. */
export interface Consequences {
  /** More driving on all routes that change; negative where it saves. */
  driveSeconds: number;
  driveMetres: number;
  overtimeSeconds: number;
  /** Hard rules that were kept, or broken less, before. */
  broken: Broken[];
  /** Wishes that are served worse. */
  worse: Cost['rules'];
  /** Other visits that begin at another time, and by how much the most. */
  shifted: number;
  mostShiftedSeconds: number;
}

/** Wishes that a dispatcher would want to hear of; the others only weigh. */
const told = new Set<string>([
  'LATENESS',
  'PROMISE',
  'RISK',
  'PREFERRED_TECHNICIAN',
  'PREFERRED_TIME',
  'OTHER_TECHNICIAN',
  'CREW_INCOMPLETE',
]);

export function consequencesOf(preview: Preview, movedIds: ReadonlySet<string>): Consequences {
  const sum = (of: (route: Preview['routes'][number]) => number) =>
    preview.routes.reduce((total, route) => total + of(route), 0);
  const shifts = preview.routes
    .flatMap((route) => route.stops)
    .filter((stop) => !movedIds.has(stop.visitId) && isShifted(stop))
    .map((stop) => shiftMillis(stop) / 1000);
  return {
    driveSeconds: sum(({ before, after }) => after.driveSeconds - before.driveSeconds),
    driveMetres: sum(({ before, after }) => after.driveMetres - before.driveMetres),
    overtimeSeconds: sum(({ before, after }) => after.overtimeSeconds - before.overtimeSeconds),
    broken: preview.broken.filter(({ anew }) => anew),
    worse: preview.more.rules.filter(({ rule, amount, cost }) => told.has(rule) && amount > 0 && cost > 0),
    shifted: shifts.length,
    mostShiftedSeconds: shifts.reduce((most, by) => (Math.abs(by) > Math.abs(most) ? by : most), 0),
  };
}

/** How much later a stop begins than now; 0 if it has no place now. */
export const shiftMillis = ({ start, startsNow }: StopTimes): number =>
  startsNow ? millis(start) - millis(startsNow) : 0;

export const isShifted = (stop: StopTimes): boolean => Math.abs(shiftMillis(stop)) >= 60_000;
