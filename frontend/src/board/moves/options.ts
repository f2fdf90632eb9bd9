import type { Day } from '$lib/time';
import type { Board } from '$api/types';
import type { Advice, AdvicePart, Cost } from './api';

/** A technician's day that could take a visit, at the place where it costs least. */
export interface Option {
  key: string;
  technicianId: string;
  day: Day;
  /** When it would begin; null if that is not told yet. */
  start: string | null;
  /** What it costs more; null if that is not told yet. */
  more: Cost | null;
  /** The hard rules in the way; empty if it fits. */
  broken: AdvicePart['obstacles'][number]['broken'];
}

/** Who could take a visit, the cheapest first, then who could only against a rule; without where it is. */
export function optionsOf(board: Board, advice: Advice | null, member: number): Option[] {
  const part = advice?.parts.find((entry) => entry.member === member) ?? advice?.parts[0];
  const key = (entry: { technicianId: string; day: Day }) => `${entry.technicianId}/${entry.day}`;
  const fits = (part?.alternatives ?? []).map((entry) => ({ ...entry, key: key(entry), broken: [] }));
  const obstructed = (part?.obstacles ?? []).map((entry) => ({ ...entry, key: key(entry), start: null }));
  const told = new Set([...fits, ...obstructed].map((option) => option.key));
  const here = part?.here ? key(part.here) : '';
  const rest = board.technicians.flatMap(({ id, days }) =>
    days
      .filter(({ shifts }) => shifts.length > 0)
      .map(({ day }) => ({ key: `${id}/${day}`, technicianId: id, day, start: null, more: null, broken: [] }))
      .filter((option) => !told.has(option.key) && option.key !== here),
  );
  return [...fits, ...rest, ...obstructed];
}
