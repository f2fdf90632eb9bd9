export interface Seen {
  lat: number;
  lon: number;
  at: number;
}

export const leastMillis = 30_000;
const mostMillis = 3 * 60_000;
const leastMetres = 75;

/** Whether a position is news after the one that was told: who drives is told often, who works seldom. */
export function isNews(told: Seen | null, now: Seen): boolean {
  if (!told || now.at - told.at >= mostMillis) return true;
  return now.at - told.at >= leastMillis && metres(told, now) >= leastMetres;
}

function metres(a: Seen, b: Seen): number {
  const degree = 111_320;
  const east = (b.lon - a.lon) * degree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot((b.lat - a.lat) * degree, east);
}
