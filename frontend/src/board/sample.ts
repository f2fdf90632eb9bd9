import type { Board, Stop, Technician, Visit } from '$api/types';

/** Small boards for tests. */
export const aVisit = (id: string, changes: Partial<Visit> = {}): Visit => ({
  id,
  version: 0,
  orderId: `order-${id}`,
  orderNumber: `O-${id}`,
  title: 'Boiler service',
  customerName: 'Bäckerei Müller',
  siteName: 'Shop',
  address: 'Kirchstraße 12, 17033 Neubrandenburg',
  coordinates: { lat: 53.55, lon: 13.26 },
  priority: 'NORMAL',
  status: 'NEW',
  durationMinutes: 60,
  windows: [],
  skills: [],
  crewSize: 1,
  ...changes,
});

export const aStop = (visitId: string, start: string, end: string, changes: Partial<Stop> = {}): Stop => ({
  visitId,
  sequence: 1,
  arrival: start,
  start,
  end,
  driveSeconds: 600,
  driveMetres: 5_000,
  pinned: false,
  crewLead: false,
  findings: [],
  ...changes,
});

export const aTechnician = (id: string, day: string, stops: Stop[]): Technician => ({
  id,
  name: id,
  color: '#3567d6',
  home: { lat: 53.5, lon: 13.2 },
  homeAddress: 'Home',
  skills: [],
  territoryIds: [],
  days: [
    {
      day,
      shifts: [{ start: `${day}T06:00:00Z`, end: `${day}T14:30:00Z` }],
      absences: [],
      route: {
        depart: stops[0]?.arrival ?? `${day}T06:00:00Z`,
        arriveHome: stops.at(-1)?.end ?? `${day}T06:00:00Z`,
        driveSeconds: 1_200,
        driveMetres: 10_000,
        workSeconds: 3_600,
        waitSeconds: 0,
        loadPercent: 50,
        returnDriveSeconds: 600,
        returnDriveMetres: 5_000,
        findings: [],
        stops,
      },
    },
  ],
});

export const aBoard = (
  day: string,
  technicians: Technician[],
  visits: Visit[],
  unassigned: string[],
): Board => ({
  from: day,
  days: 1,
  timeZone: 'Europe/Berlin',
  now: `${day}T08:00:00Z`,
  plan: null,
  kpis: {
    planned: visits.length - unassigned.length,
    unassigned: unassigned.length,
    driveSeconds: 1_200,
    driveMetres: 10_000,
    workSeconds: 3_600,
    onTimePercent: 100,
    late: 0,
    lateMinutes: 0,
    atRisk: 0,
    waitSeconds: 0,
    overtimeSeconds: 0,
    loadPercent: 50,
    costMinutes: null,
  },
  skills: [],
  territories: [],
  technicians,
  visits,
  unassigned: unassigned.map((visitId) => ({ visitId, reasons: [] })),
});
