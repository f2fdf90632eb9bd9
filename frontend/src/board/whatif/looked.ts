import { millis } from '$lib/time';
import type { PlanDiff } from '../compare/api';
import type { Ghost, Outlook } from '../ghosts';
import type { BoardIndex } from '../views';
import type { Scenario } from './api';

/** The board on the first days of a scenario, with its routes beside those that hold. */
export const lookedAt = ({ id, from, days }: Scenario): string =>
  `/board?day=${from}&days=${days === 1 ? 1 : days <= 3 ? 3 : 7}&scenario=${id}`;

/** What a scenario changes, as ghosts; people who are only supposed have no row to stand on. */
export function outlookOf(
  { moved, added, dropped }: Pick<PlanDiff, 'moved' | 'added' | 'dropped'>,
  { supposed }: Pick<Scenario, 'supposed'>,
  index: BoardIndex,
): Outlook {
  const places = [...moved.map(({ after }) => after), ...added];
  const befores = moved.map(({ before }) => before);
  return {
    ghosts: places.flatMap(({ visitId, start, technicianIds }) => {
      const visit = index.visits.get(visitId);
      const extra = supposed.added.find(({ id }) => id === visitId);
      const place = visit?.coordinates ?? extra?.place;
      const minutes = visit?.durationMinutes ?? extra?.durationMinutes ?? 0;
      if (!place) return [];
      return technicianIds
        .filter((id) => index.technicians.has(id))
        .map((technicianId): Ghost => ({
          visitId,
          technicianId,
          start: millis(start),
          end: millis(start) + minutes * 60_000,
          title: visit?.title ?? extra?.title ?? '',
          at: [place.lat, place.lon],
        }));
    }),
    leaving: new Set([...moved, ...dropped].map(({ visitId }) => visitId)),
    technicianIds: new Set([...places, ...befores, ...dropped].flatMap(({ technicianIds }) => technicianIds)),
  };
}
