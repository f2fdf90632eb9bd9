import { millis } from '$lib/time';
import type { Board, Break, DepotCall, Dispatch, Risk, Route, Stop, Visit } from '$api/types';
import type { BoardIndex } from './views';

/** How the day really goes: states of visits, estimates, and what was not sent yet. Pure. */

export const visitStates = [
  'unsent',
  'sent',
  'received',
  'accepted',
  'travelling',
  'arrived',
  'working',
  'done',
  'declined',
] as const;
export type VisitState = (typeof visitStates)[number];

/** A dispatched visit should be accepted within this time, else it wants attention. */
export const acceptWithinMinutes = 15;

/** How far a visit has got; null for one that is on no phone and not planned either. */
export function stateOf(visit: Visit): VisitState | null {
  const progress = visit.progress;
  switch (visit.status) {
    case 'PLANNED':
      return visit.declined ? 'declined' : 'unsent';
    case 'DISPATCHED':
      return progress?.receivedAt ? 'received' : 'sent';
    case 'ACCEPTED':
      return progress?.arrivedAt ? 'arrived' : 'accepted';
    case 'TRAVELLING':
      return progress?.arrivedAt ? 'arrived' : 'travelling';
    case 'IN_PROGRESS':
      return 'working';
    case 'DONE':
    case 'SETTLED':
    case 'INVOICED':
      return 'done';
    default:
      return visit.declined ? 'declined' : null;
  }
}

/** Minutes since it was sent, if nobody accepted it for too long; else null. */
export function unansweredMinutes(visit: Visit, now: number): number | null {
  const sent = visit.progress?.dispatchedAt;
  if (visit.status !== 'DISPATCHED' || !sent) return null;
  const minutes = Math.floor((now - millis(sent)) / 60_000);
  return minutes >= acceptWithinMinutes ? minutes : null;
}

export interface Times {
  arrival: number;
  start: number;
  end: number;
}

export const planned = ({ arrival, start, end }: Stop): Times => ({
  arrival: millis(arrival),
  start: millis(start),
  end: millis(end),
});

/** When the stop is reached, begun and ended as far as is known now: estimated, else planned. */
export function expected(stop: Stop): Times {
  const { arrival, start, end } = stop.estimate ?? stop;
  return { arrival: millis(arrival), start: millis(start), end: millis(end) };
}

/** The stops in the order in which they are really driven. */
export const inDrivingOrder = (route: Route): Stop[] =>
  [...route.stops].sort((a, b) => expected(a).arrival - expected(b).arrival || a.sequence - b.sequence);

/** When a break is taken as far as is known now, in milliseconds. */
export const pauseOf = ({ start, end, estimatedStart, estimatedEnd }: Break) => ({
  start: millis(estimatedStart ?? start),
  end: millis(estimatedEnd ?? end),
});

/** The stop that is driven to by way of the warehouse; undefined without a call. */
export const afterCall = (route: Route): Stop | undefined => {
  const { call } = route;
  return call ? inDrivingOrder(route).find((stop) => millis(stop.start) >= millis(call.end)) : undefined;
};

/** The drive to a stop; from the warehouse if the technician calls there before. */
export function driveTo(stop: Stop, route: Route): { seconds: number; metres: number } {
  const by = route.call && afterCall(route) === stop ? route.call : null;
  return {
    seconds: Math.max(0, stop.driveSeconds - (by?.driveSeconds ?? 0)),
    metres: Math.max(0, stop.driveMetres - (by?.driveMetres ?? 0)),
  };
}

type Timed = { start: number; end: number };
export type CourseEntry = { stop: Stop } | { pause: Timed } | { call: Timed & { at: DepotCall } };

/** Stops, breaks and the call as they follow one another. */
export const courseOf = (route: Route): CourseEntry[] =>
  [
    ...inDrivingOrder(route).map((stop) => ({ at: expected(stop).start, entry: { stop } })),
    ...(route.breaks ?? []).map(pauseOf).map((pause) => ({ at: pause.start, entry: { pause } })),
    ...(route.call ? [route.call] : []).map((at) => {
      const call = { ...pauseOf(at), at };
      return { at: call.start, entry: { call } };
    }),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);

export const riskOf = (stop: Stop): Risk => stop.estimate?.risk ?? 'FINE';

/** Minutes that the start differs from the plan, rounded; 0 without an estimate. */
export const delayMinutes = (stop: Stop): number =>
  stop.estimate ? Math.round((millis(stop.estimate.start) - millis(stop.start)) / 60_000) : 0;

/** Nothing was heard for so long after the next news was due: somebody should call. */
export const stuckAfterMinutes = 30;

/** Minutes since the next news of a visit under way was due, if that is long enough to wonder; else null. */
export function silentMinutes(visit: Visit, stop: Stop, now: number): number | null {
  const { travelAt, arrivedAt, startedAt } = visit.progress ?? {};
  const due = (from: string, seconds: number) => millis(from) + seconds * 1000;
  let next: number | null = null;
  if (visit.status === 'IN_PROGRESS' && startedAt) next = due(startedAt, visit.durationMinutes * 60);
  else if (visit.status === 'TRAVELLING' && travelAt && !arrivedAt) next = due(travelAt, stop.driveSeconds);
  if (next === null) return null;
  const minutes = Math.floor((now - next) / 60_000);
  return minutes >= stuckAfterMinutes ? minutes : null;
}

/** What wants attention, the most urgent first. */
export const attentions = ['late', 'declined', 'stuck', 'risk', 'unanswered', 'parts'] as const;
export type Attention = (typeof attentions)[number];

/** Why a visit wants attention, the most urgent first; empty if it does not. */
export function attentionOf(visit: Visit, index: BoardIndex, now: number): Attention[] {
  const places = index.placed.get(visit.id) ?? [];
  const risks = places.map((place) => riskOf(place.stop));
  const reasons: Attention[] = [];
  if (risks.includes('LATE')) reasons.push('late');
  if (stateOf(visit) === 'declined') reasons.push('declined');
  if (places.some(({ stop }) => silentMinutes(visit, stop, now) !== null)) reasons.push('stuck');
  if (!risks.includes('LATE') && risks.includes('AT_RISK')) reasons.push('risk');
  if (unansweredMinutes(visit, now) !== null) reasons.push('unanswered');
  if (visit.lackingParts?.length) reasons.push('parts');
  return reasons;
}

/** The visits that want attention, the most urgent reason first, then by the time they are expected. */
export function attentionList(board: Board, index: BoardIndex, now: number): Visit[] {
  return board.visits
    .flatMap((visit) => {
      const [reason] = attentionOf(visit, index, now);
      const place = index.placed.get(visit.id)?.[0];
      const start = place ? expected(place.stop).start : 0;
      return reason ? [{ visit, start, rank: attentions.indexOf(reason) }] : [];
    })
    .sort((a, b) => a.rank - b.rank || a.start - b.start || a.visit.id.localeCompare(b.visit.id))
    .map(({ visit }) => visit);
}

/** What publishing would do for one technician. */
export interface TechnicianChanges {
  technicianId: string;
  changes: Dispatch[];
}

export const changesOf = (board: Board): Dispatch[] => (board.publishing ?? []).flatMap((day) => day.changes);

/** What can be sent: without the refused ones. */
export const sendable = (changes: Dispatch[]) => changes.filter((change) => change.kind !== 'REFUSED');

/** Who gets or loses what; a crew visit stands at each of its members, a moved one at both ends. */
export function byTechnician(board: Board, changes: Dispatch[]): TechnicianChanges[] {
  return board.technicians
    .map(({ id }) => ({
      technicianId: id,
      changes: sendable(changes).filter(
        ({ technicianIds, beforeIds }) => technicianIds.includes(id) || beforeIds.includes(id),
      ),
    }))
    .filter((entry) => entry.changes.length > 0);
}

/** As seen by one technician: a visit that goes to somebody else is taken back from him. */
export function kindFor(change: Dispatch, technicianId: string): 'NEW' | 'MOVED' | 'RECALLED' {
  if (!change.technicianIds.includes(technicianId)) return 'RECALLED';
  return change.beforeIds.includes(technicianId) ? 'MOVED' : 'NEW';
}
