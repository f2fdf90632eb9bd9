import { millis } from '$lib/time';
import type { Drag, Point } from '../moves/moving.svelte';
import { indexAt, snapped, type Target } from '../moves/wish';
import type { BoardState } from '../state.svelte';
import { routeOn } from '../views';
import { rowHeight } from './items';
import type { Scale } from './scale';

interface Lanes {
  board: BoardState;
  scale: Scale;
  scroller: HTMLElement;
  namesWidth: number;
  rulerHeight: number;
}

/** Less than this along its own row is no move in time. */
const sameTimePixels = 14;

/** What a drop at a point of the timeline would mean; undefined beside it, null where it means nothing. */
export function timelineTarget(lanes: Lanes, point: Point, drag: Drag): Target | null | undefined {
  const { board, scale, scroller, namesWidth, rulerHeight } = lanes;
  const box = scroller.getBoundingClientRect();
  const x = point.x - box.left;
  const y = point.y - box.top;
  if (x < 0 || y < 0 || x >= box.width || y >= box.height) return undefined;
  const technician = board.rows[Math.floor((y - rulerHeight + scroller.scrollTop) / rowHeight)];
  if (y < rulerHeight || !technician) return null;
  const onName = x < namesWidth;
  const lane = x - namesWidth + scroller.scrollLeft;
  const at = scale.at(lane);
  const day = onName ? (board.query.mapDay ?? board.query.from) : at.day;
  const target = { kind: 'route', technicianId: technician.id, day, index: null, start: null } as const;
  if (onName) return target;

  const stops = routeOn(technician, day)?.stops ?? [];
  const others = stops.filter(({ visitId }) => !drag.ids.has(visitId));
  const index = indexAt(
    others.map(({ visitId, start, end }) => ({ visitId, start: millis(start), end: millis(end) })),
    at.instant,
  );
  const { from } = drag;
  const isOwn = from?.technician.id === technician.id && from.day.day === day && drag.visits.length === 1;
  const edge = lane - drag.grabbed;
  const stays = isOwn && stops.findIndex(({ visitId }) => drag.ids.has(visitId)) === index;
  if (stays && !point.exact && Math.abs(edge - scale.x(millis(from.stop.start))) < sameTimePixels)
    return null;
  // Moved along its own gap, the visit can only be meant to begin at another time.
  const start = point.exact || stays ? startAt(scale, edge, drag) : null;
  return { ...target, index, start };
}

function startAt(scale: Scale, edge: number, drag: Drag): number {
  const windows = drag.visits[0]?.windows.map(({ start }) => millis(start)) ?? [];
  return snapped(scale.at(edge).instant, scale.pxPerHour >= 60 ? 5 : 15, windows);
}

const edgePixels = 34;
const stepPixels = 9;

/** Scrolls at an edge under the pointer; true while there is more to scroll to. */
export function scrollAtEdge({ scroller, namesWidth, rulerHeight }: Lanes, { x, y }: Point): boolean {
  const box = scroller.getBoundingClientRect();
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  const across =
    x > box.right - edgePixels
      ? 1
      : x > box.left + namesWidth && x < box.left + namesWidth + edgePixels
        ? -1
        : 0;
  const down = y > box.bottom - edgePixels ? 1 : y < box.top + rulerHeight + edgePixels ? -1 : 0;
  if (across === 0 && down === 0) return false;
  const { scrollLeft, scrollTop } = scroller;
  scroller.scrollBy(across * stepPixels, down * stepPixels);
  return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop;
}
