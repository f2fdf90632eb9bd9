import { millis } from '$lib/time';
import type { Board, Visit, VisitStatus } from '$api/types';
import type { Ghost, Outlook } from '../ghosts';
import type { BoardIndex } from '../views';
import type { Change, Proposal } from './api';
import { usualRadius, type Event } from './happenings';

/** What a proposal means for people and for the board. Pure. */

const withTechnicians: VisitStatus[] = ['DISPATCHED', 'ACCEPTED', 'TRAVELLING', 'IN_PROGRESS'];

/** Who would be told: those who have, get or lose a visit that was sent, or the emergency. */
export function whoIsTold(changes: Change[], event: Event, index: BoardIndex): string[] {
  const told = changes.filter(({ visitId }) => {
    const status = index.visits.get(visitId)?.status;
    return (
      (status && withTechnicians.includes(status)) ||
      (event.trigger === 'EMERGENCY' && event.visitId === visitId)
    );
  });
  return [...new Set(told.flatMap((change) => [...change.technicianIdsBefore, ...change.technicianIds]))];
}

/** Minutes after the end of its last window at which a visit would begin; 0 if in time or any time will do. */
export function lateMinutes(visit: Visit | undefined, start: string | null | undefined): number {
  const end = visit?.windows.at(-1)?.end;
  return end && start ? Math.max(0, Math.ceil((millis(start) - millis(end)) / 60_000)) : 0;
}

/** Of all changed visits together, as planned and as proposed. */
export function lateness(changes: Change[], index: BoardIndex): { before: number; after: number } {
  const sum = (startOf: (change: Change) => string | null | undefined) =>
    changes.reduce((all, change) => all + lateMinutes(index.visits.get(change.visitId), startOf(change)), 0);
  return { before: sum((change) => change.startBefore), after: sum((change) => change.start) };
}

/** The proposal as ghosts beside the board as it is. */
export function outlookOf(proposal: Proposal | null, event: Event, index: BoardIndex): Outlook {
  const changes = proposal?.changes ?? [];
  const circle = event.place && { at: event.place, radiusMetres: event.radiusMetres ?? usualRadius };
  return {
    ghosts: changes.flatMap((change) => ghostsOf(change, event, index)),
    leaving: new Set(changes.map(({ visitId }) => visitId)),
    technicianIds: new Set(
      changes.flatMap((change) => [...change.technicianIdsBefore, ...change.technicianIds]),
    ),
    circle,
  };
}

function ghostsOf(change: Change, event: Event, index: BoardIndex): Ghost[] {
  const visit = index.visits.get(change.visitId);
  if (!visit || !change.start) return [];
  const longer = event.trigger === 'TAKES_LONGER' && event.visitId === visit.id ? (event.minutes ?? 0) : 0;
  const start = millis(change.start);
  return change.technicianIds.map((technicianId) => ({
    visitId: visit.id,
    technicianId,
    start,
    end: start + (visit.durationMinutes + longer) * 60_000,
    title: visit.title,
    at: [visit.coordinates.lat, visit.coordinates.lon],
  }));
}

/** Why the proposal may no longer be true: somebody planned since, a visit moved on, or its time has come. */
export function staleness(
  proposal: Proposal,
  seen: { planId?: string; statuses: Map<string, VisitStatus> },
  board: Board,
  index: BoardIndex,
  now: number,
): 'plan' | 'visit' | 'time' | null {
  if (seen.planId !== board.plan?.id) return 'plan';
  for (const { visitId, start } of proposal.changes) {
    const status = index.visits.get(visitId)?.status;
    if (stage(status) !== stage(seen.statuses.get(visitId))) return 'visit';
    if (start && millis(start) < now) return 'time';
  }
  return null;
}

/** A phone that received or accepted it changes nothing. */
const stage = (status: VisitStatus | undefined) => (status === 'ACCEPTED' ? 'DISPATCHED' : status);
