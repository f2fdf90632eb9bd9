import type { LatLon } from '$lib/geo';
import { clock } from '$lib/time';
import type { Board, Coordinates, Technician, TechnicianDay, VisitStatus } from '$api/types';
import type { ColourBy } from '../query.svelte';
import type { Paths } from '../state.svelte';
import { isAtRisk, type BoardIndex } from '../views';
import type { MapRoute, MapScene } from './routeLayers';

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

/** What the map shows of a board: routes and stops of one day (null: of all), homes, visits without a place. */
export function sceneOf(
  board: Board,
  index: BoardIndex,
  paths: Paths,
  mapDay: string | null,
  colourBy: ColourBy,
): MapScene {
  const scene: MapScene = { routes: [], stops: [], homes: [], open: [] };
  for (const technician of board.technicians) {
    const { id, color, name } = technician;
    scene.homes.push({ key: `home/${id}`, technicianId: id, at: point(technician.home), color, name });
    for (const day of technician.days) {
      if (mapDay && day.day !== mapDay) continue;
      addRoute(scene, board, index, paths, technician, day, colourBy);
    }
  }
  for (const { visitId } of board.unassigned) {
    const visit = index.visits.get(visitId);
    if (!visit) continue;
    const name = `${visit.title} · ${visit.customerName}`;
    scene.open.push({
      key: `open/${visitId}`,
      visitId,
      at: point(visit.coordinates),
      priority: visit.priority,
      name,
    });
  }
  return scene;
}

function addRoute(
  scene: MapScene,
  board: Board,
  index: BoardIndex,
  paths: Paths,
  technician: Technician,
  day: TechnicianDay,
  colourBy: ColourBy,
): void {
  const stops = day.route?.stops ?? [];
  if (stops.length === 0) return;
  const points: LatLon[] = [point(technician.home)];
  for (const stop of stops) {
    const visit = index.visits.get(stop.visitId);
    if (!visit) continue;
    points.push(point(visit.coordinates));
    scene.stops.push({
      key: `stop/${technician.id}/${day.day}/${stop.visitId}`,
      visitId: stop.visitId,
      at: point(visit.coordinates),
      color: colourBy === 'status' ? statusColors[visit.status] : technician.color,
      label: String(stop.sequence),
      atRisk: isAtRisk(stop),
      pinned: stop.pinned,
      name: `${clock(stop.start, board.timeZone)} · ${visit.title} · ${visit.customerName} · ${technician.name}`,
    });
  }
  points.push(point(technician.home));
  scene.routes.push(routeAlong(technician, day, paths, points));
}

function routeAlong(technician: Technician, day: TechnicianDay, paths: Paths, points: LatLon[]): MapRoute {
  const legs =
    paths
      .get(day.day)
      ?.get(technician.id)
      ?.filter((leg) => leg.length > 1) ?? [];
  return {
    key: `${technician.id}/${day.day}`,
    technicianId: technician.id,
    color: technician.color,
    legs: legs.length > 0 ? legs : [points],
    straight: legs.length === 0,
  };
}
