import type { BoardState } from '../state.svelte';
import type { Placed } from '../views';

/** Arrow keys inside the lanes: along the route, or to the technician above or below at about that time. */
export function moveInLanes(event: KeyboardEvent, board: BoardState): void {
  const target = event.target as HTMLElement;
  const technicianId = target.dataset.technician;
  const visitId = target.dataset.visit;
  const from = visitId
    ? board.index?.placed.get(visitId)?.find((p) => p.technician.id === technicianId)
    : undefined;
  const to = from ? neighbour(event.key, from, board) : undefined;
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  board.select({ visitId: to.visitId });
  requestAnimationFrame(() => {
    const blocks = document.querySelectorAll<HTMLElement>(`[data-visit="${CSS.escape(to.visitId)}"]`);
    const own = [...blocks].find((block) => block.dataset.technician === to.technicianId);
    (own ?? blocks[0])?.focus();
  });
}

function neighbour(
  key: string,
  from: Placed,
  board: BoardState,
): { visitId: string; technicianId: string } | undefined {
  const { stops } = from.route;
  const at = stops.indexOf(from.stop);
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const stop = stops[at + (key === 'ArrowRight' ? 1 : -1)];
    return stop && { visitId: stop.visitId, technicianId: from.technician.id };
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const step = key === 'ArrowDown' ? 1 : -1;
  const technicians = board.rows;
  for (let row = technicians.indexOf(from.technician) + step; technicians[row]; row += step) {
    const technician = technicians[row];
    const route = technician?.days.find((day) => day.day === from.day.day)?.route;
    const nearest = route?.stops.toSorted((a, b) => distance(a.start, from) - distance(b.start, from))[0];
    if (technician && nearest) return { visitId: nearest.visitId, technicianId: technician.id };
  }
  return undefined;
}

const distance = (start: string, from: Placed) => Math.abs(Date.parse(start) - Date.parse(from.stop.start));
