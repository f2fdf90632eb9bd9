import type { Day } from '$lib/time';
import type { Board } from '$api/types';
import type { Changed } from './moves/api';

/** Changes of the board without side effects: shown at once, undone by keeping the board before. */

/** The board with a visit pinned, or not, on a day. */
export function withPin(board: Board, visitId: string, day: Day, pinned: boolean): Board {
  return {
    ...board,
    technicians: board.technicians.map((technician) => ({
      ...technician,
      days: technician.days.map((entry) =>
        entry.day !== day || !entry.route?.stops.some((stop) => stop.visitId === visitId)
          ? entry
          : {
              ...entry,
              route: {
                ...entry.route,
                stops: entry.route.stops.map((stop) =>
                  stop.visitId === visitId ? { ...stop, pinned } : stop,
                ),
              },
            },
      ),
    })),
  };
}

/** The board after a change that the server has made. */
export function withChanged(board: Board, changed: Changed): Board {
  const routes = new Map(changed.routes.map((entry) => [`${entry.technicianId}/${entry.day}`, entry.route]));
  const visits = new Map(changed.visits.map((visit) => [visit.id, visit]));
  return {
    ...board,
    kpis: changed.kpis,
    publishing: changed.publishing,
    unassigned: changed.unassigned,
    visits: board.visits.map((visit) => visits.get(visit.id) ?? visit),
    technicians: board.technicians.map((technician) => ({
      ...technician,
      days: technician.days.map((entry) => {
        const key = `${technician.id}/${entry.day}`;
        return routes.has(key) ? { ...entry, route: routes.get(key) } : entry;
      }),
    })),
  };
}
