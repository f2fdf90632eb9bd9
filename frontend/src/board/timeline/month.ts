import type { AbsenceReason, TechnicianDay } from '$api/types';
import type { Day } from '$lib/time';

export type Cell =
  | { kind: 'off' }
  | { kind: 'away'; reason: AbsenceReason }
  | {
      kind: 'work';
      percent: number;
      visits: number;
      driveSeconds: number;
      level: 'free' | 'well' | 'full' | 'over';
    };

/** How a technician's day stands in a month. */
export function cellOf({ route, shifts, absences }: TechnicianDay): Cell {
  const visits = route?.stops.length ?? 0;
  const [absence] = absences;
  if (absence && visits === 0) return { kind: 'away', reason: absence.reason };
  if (shifts.length === 0 && visits === 0) return { kind: 'off' };
  const percent = route?.loadPercent ?? 0;
  const level = percent > 100 ? 'over' : percent > 90 ? 'full' : percent > 50 ? 'well' : 'free';
  return { kind: 'work', percent, visits, driveSeconds: route?.driveSeconds ?? 0, level };
}

export const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
