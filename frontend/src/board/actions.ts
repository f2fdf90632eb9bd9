import type { Day } from '$lib/time';
import type { Board } from '$api/types';

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
