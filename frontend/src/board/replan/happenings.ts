import { addDays, instantAt, millis, minuteOfDay, dayOf } from '$lib/time';
import type { LatLon } from '$lib/geo';
import type { IconName } from '$lib/ui/icons';
import type { Board, Visit } from '$api/types';
import type { BoardIndex } from '../views';
import type { Happening, Wish } from './api';

/** What it happened to: a technician, a visit, a place on the map. */
export type Subject = { technicianId: string } | { visitId: string } | { place: LatLon };

/** Something that happened, with what belongs to it; what is left out has its usual value. */
export type Event = Omit<Wish, 'freezeUntil' | 'seconds' | 'place'> & { place?: LatLon };

export const icons: Record<Happening, IconName> = {
  TECHNICIAN_ILL: 'crew',
  VAN_BROKEN_DOWN: 'truck',
  TAKES_LONGER: 'clock',
  CUSTOMER_ABSENT: 'home',
  CANCELLED: 'close',
  EMERGENCY: 'warn',
  PARTS_MISSING: 'box',
  ROAD_CLOSED: 'route',
  DELAYS: 'clock',
};

/** The visit or technician whose element this is in. */
export function subjectAt(element: Element): Subject | null {
  const { visit, listed, row } =
    element.closest<HTMLElement>('[data-visit], [data-listed], [data-row]')?.dataset ?? {};
  const visitId = visit ?? listed;
  if (visitId) return { visitId };
  return row ? { technicianId: row } : null;
}

const usualMinutes = 30;
export const usualRadius = 300;
export const minuteChoices = [15, 30, 60, 120];
export const radiusChoices = [100, 300, 1_000, 3_000];

const isOpen = (visit: Visit) =>
  !['DONE', 'SETTLED', 'INVOICED', 'CANCELLED', 'FAILED'].includes(visit.status);
const isBeforeWork = (visit: Visit) => isOpen(visit) && visit.status !== 'IN_PROGRESS';
const isUntold = (visit: Visit) => visit.status === 'NEW' || visit.status === 'PLANNED';

/** Whether today's plan is among what is shown: only today is replanned. */
export const mayReplan = (board: Board, today: string): boolean =>
  board.from <= today && today <= addDays(board.from, board.days - 1) && !!board.plan;

/** What can have happened to the subject, the likeliest first. */
export function happeningsOf(subject: Subject, index: BoardIndex, today: string): Happening[] {
  if ('place' in subject) return ['ROAD_CLOSED'];
  if ('technicianId' in subject) return ['TECHNICIAN_ILL', 'VAN_BROKEN_DOWN', 'DELAYS', 'ROAD_CLOSED'];
  const visit = index.visits.get(subject.visitId);
  if (!visit) return [];
  const onPlan = index.placed.get(visit.id)?.some(({ day }) => day.day === today) ?? false;
  const found: [Happening, boolean][] = [
    ['TAKES_LONGER', onPlan && isOpen(visit)],
    ['CUSTOMER_ABSENT', onPlan && isOpen(visit)],
    ['CANCELLED', onPlan && isBeforeWork(visit)],
    ['EMERGENCY', isUntold(visit)],
    ['PARTS_MISSING', onPlan && isOpen(visit)],
    ['TECHNICIAN_ILL', onPlan],
    ['ROAD_CLOSED', true],
  ];
  return found.filter(([, may]) => may).map(([happening]) => happening);
}

/** The event with usual values, so that one click is enough; null where a place is to be chosen on the map. */
export function eventOf(
  happening: Happening,
  subject: Subject,
  index: BoardIndex,
  reason: string,
): Event | null {
  const visitId = 'visitId' in subject ? subject.visitId : undefined;
  switch (happening) {
    case 'TECHNICIAN_ILL':
    case 'VAN_BROKEN_DOWN': {
      const technicianId =
        'technicianId' in subject
          ? subject.technicianId
          : index.placed.get(visitId ?? '')?.[0]?.technician.id;
      return { trigger: happening, technicianId };
    }
    case 'TAKES_LONGER':
      return { trigger: happening, visitId, minutes: usualMinutes };
    case 'CANCELLED':
      return { trigger: happening, visitId, reason };
    case 'ROAD_CLOSED':
      return 'place' in subject
        ? { trigger: happening, place: subject.place, radiusMetres: usualRadius }
        : null;
    case 'DELAYS':
      return { trigger: happening };
    default:
      return { trigger: happening, visitId };
  }
}

/** Whole hours of today that are still to come, for "until" and "back at"; at most `most`. */
export function hoursToCome(now: number, zone: string, most: number, lastHour = 20): number[] {
  const day = dayOf(now, zone);
  const first = Math.floor(minuteOfDay(now, zone) / 60) + 1;
  return Array.from({ length: Math.max(0, Math.min(most, lastHour - first + 1)) }, (_, i) =>
    instantAt(day, (first + i) * 60, zone),
  );
}

export const wishOf = ({ place, ...event }: Event): Wish => ({
  ...event,
  place: place && { lat: place[0], lon: place[1] },
});

export const untilMillis = (event: Event): number | null => (event.until ? millis(event.until) : null);
