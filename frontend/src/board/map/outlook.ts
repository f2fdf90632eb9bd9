import type { LatLon } from '$lib/geo';
import { brightened } from '$lib/format';
import { clock, dayOf, millis } from '$lib/time';
import type { Board } from '$api/types';
import type { Outlook } from '../ghosts';
import type { Preview } from '../moves/api';
import type { Moving } from '../moves/moving.svelte';
import type { BoardState } from '../state.svelte';
import type { BoardIndex } from '../views';
import type { OutlookScene } from './outlookLayer';

/** What is known of the board, and its colours. */
interface Known {
  board: Board;
  index: BoardIndex;
  isDark: boolean;
}

/** What may become of the board, for its map: what is being moved, else what is proposed. */
export function aheadOf(
  { data, index, outlook }: BoardState,
  { drag, answer }: Moving,
  isDark: boolean,
): OutlookScene | null {
  if (!data || !index) return null;
  const known = { board: data, index, isDark };
  if (drag && answer) return moveSceneOf(answer.preview, drag.ids, known);
  return outlook && outlookSceneOf(outlook, known);
}

/** The routes that would change, as straight lines in the order in which they would be driven. */
export function outlookSceneOf(outlook: Outlook, known: Known): OutlookScene {
  const { board, index } = known;
  const dayAt = (instant: number) => dayOf(instant, board.timeZone);
  const days = new Set(outlook.ghosts.map(({ start }) => dayAt(start)));
  const routes = [...outlook.technicianIds].flatMap((technicianId) =>
    [...days].flatMap((day) => {
      const ghosts = outlook.ghosts.filter(
        (ghost) => ghost.technicianId === technicianId && dayAt(ghost.start) === day,
      );
      if (ghosts.length === 0) return [];
      const stops = (index.technicians.get(technicianId)?.days ?? [])
        .filter((entry) => entry.day === day)
        .flatMap(({ route }) => route?.stops ?? [])
        .filter(({ visitId }) => !outlook.leaving.has(visitId))
        .flatMap(({ visitId, start }) => placeOf(visitId, known).map((at) => ({ start: millis(start), at })));
      const way = [...stops, ...ghosts].sort((a, b) => a.start - b.start).map(({ at }) => at);
      return routeOf(technicianId, way, known);
    }),
  );
  const moves = outlook.ghosts.map(({ at, ...ghost }) => moveOf(ghost, at, known));
  return { routes, moves, circle: outlook.circle };
}

/** The same of what is being moved, as the server answered. */
export function moveSceneOf(preview: Preview, ids: ReadonlySet<string>, known: Known): OutlookScene {
  return {
    routes: preview.routes.flatMap(({ technicianId, stops }) => {
      const way = stops.flatMap(({ visitId }) => placeOf(visitId, known));
      return routeOf(technicianId, way, known);
    }),
    moves: preview.routes.flatMap(({ technicianId, stops }) =>
      stops
        .filter(({ visitId }) => ids.has(visitId))
        .flatMap(({ visitId, start }) => {
          const title = known.index.visits.get(visitId)?.title ?? '';
          return placeOf(visitId, known).map((at) => moveOf({ technicianId, start, title }, at, known));
        }),
    ),
  };
}

function placeOf(visitId: string, { index }: Known): LatLon[] {
  const at = index.visits.get(visitId)?.coordinates;
  return at ? [[at.lat, at.lon]] : [];
}

/** From home through the places and back; nothing for somebody whom the board does not know. */
function routeOf(technicianId: string, way: LatLon[], known: Known): OutlookScene['routes'] {
  const technician = known.index.technicians.get(technicianId);
  if (!technician || way.length === 0) return [];
  const home: LatLon = [technician.home.lat, technician.home.lon];
  return [{ technicianId, color: colorOf(technicianId, known), points: [home, ...way, home] }];
}

function moveOf(
  { technicianId, start, title }: { technicianId: string; start: number | string; title: string },
  at: LatLon,
  known: Known,
): OutlookScene['moves'][number] {
  const name = known.index.technicians.get(technicianId)?.name ?? '';
  return {
    at,
    color: colorOf(technicianId, known),
    name: `${clock(start, known.board.timeZone)} · ${title} · ${name}`,
  };
}

function colorOf(technicianId: string, { index, isDark }: Known): string {
  const color = index.technicians.get(technicianId)?.color ?? '#0b63bd';
  return isDark ? brightened(color) : color;
}
