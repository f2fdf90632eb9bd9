import ical, { ICalCalendarMethod } from 'ical-generator';
import { expected } from '../live';
import type { DayRoute } from './lines';

/**
 * The visits of some routes as an iCalendar (RFC 5545), in UTC. Each keeps its identity over exports, so that
 * a calendar that reads a newer file moves its entries.
 *
 * @param describe the further lines of an entry
 */
export function calendarOf(
  name: string,
  routes: DayRoute[],
  now: number,
  describe: (line: DayRoute['lines'][number]) => string[],
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Trasa', product: 'Board', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { technician, lines } of routes) {
    for (const line of lines) {
      const { visit, stop } = line;
      if (!stop) continue;
      const { start, end } = expected(stop);
      calendar.createEvent({
        id: `${visit.id}.${technician.id}@trasa`,
        stamp: new Date(now),
        start: new Date(start),
        end: new Date(end),
        summary: `${technician.name}: ${visit.title} · ${visit.customerName}`,
        location: {
          title: visit.address,
          geo: { lat: visit.coordinates.lat, lon: visit.coordinates.lon },
        },
        description: describe(line).join('\n'),
      });
    }
  }
  return calendar.toString();
}
