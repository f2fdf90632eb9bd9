import { brightened } from '$lib/format';
import type { LatLon } from '$lib/geo';
import { clock, millis } from '$lib/time';
import type { Board, Coordinates, Technician, TechnicianDay, VisitStatus } from '$api/types';
import { freshMillis, type Position } from '../positions.svelte';
import type { ColourBy } from '../query.svelte';
import type { Paths } from '../state.svelte';
import { isAtRisk, type BoardIndex } from '../views';
import { agoWords } from '../words';
import type { MapScene } from './routeLayers';

/** Colours of the statuses, readable with white on them. */
export const statusColors: Record<VisitStatus, string> = {
  NEW: '#64748b',
  PLANNED: '#2563c9',
  DISPATCHED: '#7c3aed',
  ACCEPTED: '#0f766e',
  TRAVELLING: '#b45309',
  IN_PROGRESS: '#15803d',
  DONE: '#64748b',
  SETTLED: '#64748b',
  INVOICED: '#64748b',
  ON_HOLD: '#a16207',
  CANCELLED: '#94a3b8',
  FAILED: '#c62f3b',
};

const point = ({ lat, lon }: Coordinates): LatLon => [lat, lon];

export interface MapView {
  board: Board;
  index: BoardIndex;
  paths: Paths;
  /** Where technicians were seen last. */
  positions: ReadonlyMap<string, Position>;
  now: number;
  /** The day whose routes are shown; null for all. */
  mapDay: string | null;
  colourBy: ColourBy;
  isDark: boolean;
}

/** What the map shows of a board: routes and stops, homes, visits without a place. */
export function sceneOf(view: MapView): MapScene {
  const { board, index, mapDay } = view;
  const scene: MapScene = { routes: [], stops: [], homes: [], open: [], seen: [] };
  for (const technician of board.technicians) {
    const { id, name } = technician;
    const color = shade(view, technician.color);
    scene.homes.push({ key: `home/${id}`, technicianId: id, at: point(technician.home), color, name });
    const position = view.positions.get(id);
    if (position) {
      const age = Math.max(0, view.now - millis(position.seenAt));
      scene.seen.push({
        key: `seen/${id}`,
        technicianId: id,
        at: point(position),
        color,
        isOld: age > freshMillis,
        name: `${name} · ${agoWords(age)}`,
      });
    }
    for (const day of technician.days) {
      if (!mapDay || day.day === mapDay) addRoute(scene, view, technician, day);
    }
  }
  for (const { visitId } of board.unassigned) {
    const visit = index.visits.get(visitId);
    if (!visit) continue;
    const name = `${visit.title} · ${visit.customerName}`;
    const at = point(visit.coordinates);
    scene.open.push({ key: `open/${visitId}`, visitId, at, priority: visit.priority, name });
  }
  return scene;
}

const shade = (view: MapView, color: string) => (view.isDark ? brightened(color) : color);

function addRoute(scene: MapScene, view: MapView, technician: Technician, day: TechnicianDay): void {
  const stops = day.route?.stops ?? [];
  if (stops.length === 0) return;
  const points: LatLon[] = [point(technician.home)];
  for (const stop of stops) {
    const visit = view.index.visits.get(stop.visitId);
    if (!visit) continue;
    const at = point(visit.coordinates);
    points.push(at);
    scene.stops.push({
      key: `stop/${technician.id}/${day.day}/${stop.visitId}`,
      visitId: stop.visitId,
      technicianId: technician.id,
      at,
      color: shade(view, view.colourBy === 'status' ? statusColors[visit.status] : technician.color),
      label: String(stop.sequence),
      atRisk: isAtRisk(stop),
      pinned: stop.pinned,
      name: `${clock(stop.start, view.board.timeZone)} · ${visit.title} · ${visit.customerName} · ${technician.name}`,
    });
  }
  points.push(point(technician.home));
  const legs = view.paths.get(day.day)?.get(technician.id) ?? [];
  scene.routes.push({
    key: `${technician.id}/${day.day}`,
    technicianId: technician.id,
    color: shade(view, technician.color),
    legs: legs.length > 0 ? legs : [points],
    straight: legs.length === 0,
  });
}
