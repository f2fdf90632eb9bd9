import type { LatLon } from '$lib/geo';

/** Where a visit would be, if what is proposed were done: drawn beside where it is. */
export interface Ghost {
  visitId: string;
  technicianId: string;
  /** Milliseconds. */
  start: number;
  end: number;
  title: string;
  at: LatLon;
  /** What a click does; without it the visit is selected. */
  choose?: () => void;
}

/** Something that may become of the board, shown on map and timeline until it is decided. */
export interface Outlook {
  ghosts: Ghost[];
  /** What could be instead, fainter and on the timeline only. */
  options?: Ghost[];
  /** Visits that would leave the place where they are. */
  leaving: ReadonlySet<string>;
  /** Technicians whose routes would change. */
  technicianIds: ReadonlySet<string>;
  /** What would be closed to traffic. */
  circle?: { at: LatLon; radiusMetres: number };
}
