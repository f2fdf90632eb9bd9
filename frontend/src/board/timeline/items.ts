import { millis } from '$lib/time';
import type { DepotCall, Route, Stop, Technician, TechnicianDay, Visit } from '$api/types';
import { afterCall, driveTo, expected, inDrivingOrder, pauseOf, planned } from '../live';
import { statusColors } from '../map/scene';
import type { ColourBy } from '../query.svelte';
import type { BoardIndex } from '../views';
import type { Scale } from './scale';

export const rowHeight = 42;

interface Box {
  key: string;
  row: number;
  left: number;
  width: number;
}
export interface Block extends Box {
  visit: Visit;
  stop: Stop;
  technician: Technician;
  color: string;
}
export interface Drive extends Box {
  color: string;
  seconds: number;
  metres: number;
  homeward: boolean;
}
export interface Wait extends Box {
  seconds: number;
}
export interface Shift extends Box {
  kind: 'shift' | 'absence';
  reason?: string;
}
export interface Pause extends Box {
  start: number;
  end: number;
}
export interface Call extends Pause {
  at: DepotCall;
}
export interface CrewTie {
  key: string;
  visitId: string;
  x: number;
  from: number;
  to: number;
  color: string;
}
export interface TimelineItems {
  shifts: Shift[];
  drives: Drive[];
  waits: Wait[];
  pauses: Pause[];
  calls: Call[];
  blocks: Block[];
  ties: CrewTie[];
}

const noItems = (): TimelineItems => ({
  shifts: [],
  drives: [],
  waits: [],
  pauses: [],
  calls: [],
  blocks: [],
  ties: [],
});

/** The part of the timeline that is seen: rows and days [first, last). */
export interface Seen {
  first: number;
  last: number;
  firstDay: number;
  lastDay: number;
}

/**
 * Makes what is drawn of a board. A technician's day is made once, when it is first seen: scrolling
 * hands out the same boxes again, and nothing is drawn anew.
 */
export function timelineDrawer(
  technicians: Technician[],
  index: BoardIndex,
  scale: Scale,
  colourBy: ColourBy,
): (seen: Seen) => TimelineItems {
  const made = new Map<string, TimelineItems>();
  const itemsOf = (row: number, technician: Technician, day: TechnicianDay) => {
    const key = `${row}/${day.day}`;
    let items = made.get(key);
    if (!items) {
      made.set(key, (items = noItems()));
      addShifts(items, scale, technician, day, row);
      if (day.route) addRoute(items, index, scale, technician, day.day, day.route, row, colourBy);
    }
    return items;
  };
  return ({ first, last, firstDay, lastDay }) =>
    together(
      technicians
        .slice(first, last)
        .flatMap((technician, offset) =>
          technician.days.slice(firstDay, lastDay).map((day) => itemsOf(first + offset, technician, day)),
        ),
    );
}

function together(parts: TimelineItems[]): TimelineItems {
  const items = noItems();
  for (const { shifts, drives, waits, pauses, calls, blocks } of parts) {
    items.shifts.push(...shifts);
    items.drives.push(...drives);
    items.waits.push(...waits);
    items.pauses.push(...pauses);
    items.calls.push(...calls);
    items.blocks.push(...blocks);
  }
  items.ties = crewTies(items.blocks);
  // In the order of keys, so that a block that moves to another row keeps its element and glides there.
  items.blocks.sort((a, b) => (a.key < b.key ? -1 : 1));
  return items;
}

function box(scale: Scale, key: string, row: number, start: number, end: number): Box {
  const left = scale.x(start);
  return { key, row, left, width: Math.max(0, scale.x(end) - left) };
}

function addShifts(
  items: TimelineItems,
  scale: Scale,
  technician: Technician,
  day: TechnicianDay,
  row: number,
) {
  const key = (kind: string, start: string) => `${kind}/${technician.id}/${start}`;
  for (const { start, end } of day.shifts) {
    items.shifts.push({ ...box(scale, key('shift', start), row, millis(start), millis(end)), kind: 'shift' });
  }
  const segment = scale.segments.find((entry) => entry.day === day.day);
  for (const { start, end, reason } of day.absences) {
    // An absence may last for days: each day shows its own part.
    const from = Math.max(millis(start), segment?.start ?? 0);
    const to = Math.min(millis(end), segment?.end ?? Infinity);
    if (to > from) {
      items.shifts.push({
        ...box(scale, key(`absence/${day.day}`, start), row, from, to),
        kind: 'absence',
        reason,
      });
    }
  }
}

function addRoute(
  items: TimelineItems,
  index: BoardIndex,
  scale: Scale,
  technician: Technician,
  day: string,
  route: Route,
  row: number,
  colourBy: ColourBy,
) {
  const drive = (
    key: string,
    start: number,
    end: number,
    seconds: number,
    metres: number,
    homeward: boolean,
  ) =>
    items.drives.push({
      ...box(scale, `${technician.id}/${key}`, row, start, end),
      color: technician.color,
      seconds,
      metres,
      homeward,
    });
  const dayEnd = scale.segments.find((segment) => segment.day === day)?.end ?? Infinity;
  const call = route.call ? { at: route.call, ...pauseOf(route.call) } : null;
  const next = afterCall(route);
  let left = millis(route.depart);
  for (const stop of inDrivingOrder(route)) {
    const visit = index.visits.get(stop.visitId);
    if (!visit) continue;
    // What is expected after midnight is drawn where it was planned: it will not be done that day.
    const { arrival, start, end } = expected(stop).start < dayEnd ? expected(stop) : planned(stop);
    if (call && stop === next && call.start < dayEnd) {
      const { driveSeconds, driveMetres } = call.at;
      const from = Math.max(left, call.start - driveSeconds * 1000);
      drive(`call/${day}`, from, call.start, driveSeconds, driveMetres, false);
      const key = `${technician.id}/call/${day}`;
      items.calls.push({ ...box(scale, key, row, call.start, call.end), ...call });
      left = call.end;
    }
    const way = driveTo(stop, route);
    const leaving = Math.max(left, arrival - way.seconds * 1000);
    drive(stop.visitId, leaving, arrival, way.seconds, way.metres, false);
    if (start - arrival >= 60_000) {
      const key = `${technician.id}/wait/${stop.visitId}`;
      items.waits.push({ ...box(scale, key, row, arrival, start), seconds: (start - arrival) / 1000 });
    }
    items.blocks.push({
      ...box(scale, blockKey(index, stop, technician), row, start, end),
      visit,
      stop,
      technician,
      color: colourBy === 'status' ? statusColors[visit.status] : technician.color,
    });
    left = end;
  }
  for (const [i, { start, end }] of (route.breaks ?? []).map(pauseOf).entries()) {
    const key = `${technician.id}/pause/${day}/${i}`;
    if (start < dayEnd) items.pauses.push({ ...box(scale, key, row, start, end), start, end });
  }
  if (route.stops.length > 0) {
    const home = millis(route.estimatedHome?.at ?? route.arriveHome);
    drive(
      `home/${route.depart}`,
      Math.max(left, home - route.returnDriveSeconds * 1000),
      home,
      route.returnDriveSeconds,
      route.returnDriveMetres,
      true,
    );
  }
}

/** A visit keeps its key whoever does it; the members of a crew are told apart by their rank. */
function blockKey(index: BoardIndex, stop: Stop, technician: Technician): string {
  const places = index.placed.get(stop.visitId) ?? [];
  return `${stop.visitId}/${places.findIndex((place) => place.technician.id === technician.id)}`;
}

/** A line joins the blocks of a crew, from its first row to its last. */
function crewTies(blocks: Block[]): CrewTie[] {
  const crews = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.visit.crewSize > 1) crews.set(block.visit.id, [...(crews.get(block.visit.id) ?? []), block]);
  }
  return [...crews.values()]
    .filter((crew) => crew.length > 1)
    .map((crew) => ({
      key: crew[0]?.visit.id ?? '',
      visitId: crew[0]?.visit.id ?? '',
      x: Math.max(...crew.map((block) => block.left)) + 1,
      from: Math.min(...crew.map((block) => block.row)),
      to: Math.max(...crew.map((block) => block.row)),
      color: crew[0]?.color ?? '',
    }));
}
