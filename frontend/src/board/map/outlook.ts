import type { LatLon } from '$lib/geo';
import { brightened } from '$lib/format';
import { clock, dayOf, millis } from '$lib/time';
import type { Board } from '$api/types';
import type { Outlook } from '../ghosts';
import type { BoardIndex } from '../views';
import type { OutlookScene } from './outlookLayer';

/** The routes that would change, as straight lines in the order in which they would be driven. */
export function outlookSceneOf(
  outlook: Outlook,
  board: Board,
  index: BoardIndex,
  isDark: boolean,
): OutlookScene {
  const shade = (color: string) => (isDark ? brightened(color) : color);
  const colorOf = (id: string) => shade(index.technicians.get(id)?.color ?? '#0b63bd');
  const days = new Set(outlook.ghosts.map((ghost) => dayOf(ghost.start, board.timeZone)));
  const routes = [...outlook.technicianIds].flatMap((technicianId) => {
    const technician = index.technicians.get(technicianId);
    const stops = (technician?.days ?? [])
      .filter(({ day }) => days.has(day))
      .flatMap(({ route }) => route?.stops ?? [])
      .filter(({ visitId }) => !outlook.leaving.has(visitId))
      .flatMap(({ visitId, start }) => {
        const at = index.visits.get(visitId)?.coordinates;
        return at ? [{ start: millis(start), at: [at.lat, at.lon] as LatLon }] : [];
      });
    const ghosts = outlook.ghosts.filter((ghost) => ghost.technicianId === technicianId);
    if (!technician || ghosts.length === 0) return [];
    const home: LatLon = [technician.home.lat, technician.home.lon];
    const way = [...stops, ...ghosts].sort((a, b) => a.start - b.start).map(({ at }) => at);
    return [{ technicianId, color: colorOf(technicianId), points: [home, ...way, home] }];
  });
  return {
    routes,
    moves: outlook.ghosts.map(({ at, technicianId, start, title }) => ({
      at,
      color: colorOf(technicianId),
      name: `${clock(start, board.timeZone)} · ${title} · ${index.technicians.get(technicianId)?.name ?? ''}`,
    })),
    circle: outlook.circle,
  };
}
