import { dayOf, daysFrom, instantAt, millis, minuteOfDay, type Day } from '$lib/time';
import type { Board } from '$api/types';

export interface DaySegment {
  day: Day;
  /** First and last instant shown, milliseconds. */
  start: number;
  end: number;
  /** Pixels from the left edge of the lanes. */
  left: number;
  width: number;
}
export interface Tick {
  x: number;
  hour: number;
  /** Enough room for its label. */
  labelled: boolean;
}

/** From instants to pixels. Each day shows the same hours of the clock; nights are left out. */
export interface Scale {
  segments: DaySegment[];
  ticks: Tick[];
  width: number;
  pxPerHour: number;
  /** Pixels of an instant; instants outside the hours shown stick to the nearest edge. */
  x(instant: number): number;
  /** The day and instant at pixels from the left edge; beside the days, the nearest edge. */
  at(x: number): { day: Day; instant: number };
}

const hourMillis = 3_600_000;
export const dayGap = 10;

/** The hours of the clock that hold all shifts and stops, planned and expected: [first, last), whole hours. */
export function hoursShown(board: Board): [number, number] {
  let first = 24 * 60;
  let last = 0;
  const include = (start: string, end: string) => {
    const from = minuteOfDay(millis(start), board.timeZone);
    const sameDay = dayOf(millis(start), board.timeZone) === dayOf(millis(end), board.timeZone);
    first = Math.min(first, from);
    last = Math.max(last, sameDay ? minuteOfDay(millis(end), board.timeZone) : 24 * 60);
  };
  for (const technician of board.technicians) {
    for (const day of technician.days) {
      for (const shift of day.shifts) include(shift.start, shift.end);
      if (day.route) include(day.route.depart, day.route.arriveHome);
      if (day.route?.estimatedHome) include(day.route.depart, day.route.estimatedHome.at);
    }
  }
  if (first >= last) return [7, 18];
  return [Math.max(0, Math.floor((first - 20) / 60)), Math.min(24, Math.ceil((last + 20) / 60))];
}

/** @param zoom 1 = everything fits `viewWidth` (several days: at least a readable width) */
export function makeScale(board: Board, viewWidth: number, zoom: number): Scale {
  const [firstHour, lastHour] = hoursShown(board);
  const days = daysFrom(board.from, board.days);
  const hours = (lastHour - firstHour) * days.length;
  const gaps = dayGap * (days.length - 1);
  const fitting = (viewWidth - gaps) / hours;
  const pxPerHour = Math.max(fitting, days.length > 1 ? 30 : 34) * zoom;
  const segments: DaySegment[] = [];
  let left = 0;
  for (const day of days) {
    const start = instantAt(day, firstHour * 60, board.timeZone);
    const end = instantAt(day, lastHour * 60, board.timeZone);
    const width = ((end - start) / hourMillis) * pxPerHour;
    segments.push({ day, start, end, left, width });
    left += width + dayGap;
  }
  return {
    segments,
    ticks: segments.flatMap((segment) => ticksOf(segment, firstHour, lastHour, pxPerHour, board.timeZone)),
    width: left - dayGap,
    pxPerHour,
    x: (instant) => xOf(segments, instant),
    at: (x) => instantOf(segments, x, board.from),
  };
}

/** Which segments, [first, last), are seen in a window of the lanes, and half a window beside it. */
export function daysSeen(segments: DaySegment[], left: number, width: number): [number, number] {
  const first = segments.findIndex((segment) => segment.left + segment.width > left - width / 2);
  const beyond = segments.findIndex((segment) => segment.left > left + width * 1.5);
  return [Math.max(0, first), beyond < 0 ? segments.length : beyond];
}

function ticksOf(segment: DaySegment, first: number, last: number, pxPerHour: number, zone: string): Tick[] {
  const step = pxPerHour >= 34 ? 1 : pxPerHour >= 17 ? 2 : 3;
  const ticks: Tick[] = [];
  for (let hour = first; hour < last; hour++) {
    const x =
      segment.left + ((instantAt(segment.day, hour * 60, zone) - segment.start) / hourMillis) * pxPerHour;
    ticks.push({ x, hour, labelled: (hour - first) % step === 0 });
  }
  return ticks;
}

function xOf(segments: DaySegment[], instant: number): number {
  for (const segment of segments) {
    if (instant < segment.start) return segment.left;
    if (instant <= segment.end) {
      return segment.left + ((instant - segment.start) / (segment.end - segment.start)) * segment.width;
    }
  }
  const last = segments.at(-1);
  return last ? last.left + last.width : 0;
}

function instantOf(segments: DaySegment[], x: number, firstDay: Day): { day: Day; instant: number } {
  const segment = segments.find(({ left, width }) => x <= left + width + dayGap / 2) ?? segments.at(-1);
  if (!segment) return { day: firstDay, instant: 0 };
  const share = Math.min(1, Math.max(0, (x - segment.left) / segment.width));
  return { day: segment.day, instant: segment.start + share * (segment.end - segment.start) };
}
