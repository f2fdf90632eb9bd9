import type { Coordinates } from '$api/types';

const NUMBER = String.raw`[-+]?\d{1,3}(?:[.,]\d+)?`;
const SEXAGESIMAL = /^(\d{1,3})°\s*(?:(\d{1,2})['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)["″”]\s*)?([NSEWO])$/i;

const decimal = (text: string) => Number(text.replace(',', '.'));

function degrees(text: string): number | null {
  const parts = SEXAGESIMAL.exec(text.trim());
  if (!parts) return null;
  const value = Number(parts[1]) + Number(parts[2] ?? 0) / 60 + decimal(parts[3] ?? '0') / 3600;
  return /[SW]/i.test(parts[4] ?? '') ? -value : value;
}

function pair(lat: number, lon: number): Coordinates | null {
  const possible = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return possible ? { lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) } : null;
}

/**
 * Coordinates as people paste them, latitude first: `53.55, 13.26`, `53,55 13,26`,
 * `53.55 N 13.26 E`, `53°33'18"N 13°15'36"E`, or an address of a map that holds `@53.55,13.26`.
 * Null when it is none of these.
 */
export function parseCoordinates(text: string): Coordinates | null {
  const plain = text.trim().replace(/^\(|\)$/g, '');
  const inMapAddress = new RegExp(`[@=/](${NUMBER}),(${NUMBER})`).exec(/^https?:/.test(plain) ? plain : '');
  const plainPair =
    inMapAddress ??
    new RegExp(`^(${NUMBER})\\s*°?\\s*([NS]?)(?:\\s*[,;]\\s*|\\s+)(${NUMBER})\\s*°?\\s*([EOW]?)$`, 'i').exec(
      plain,
    );
  if (inMapAddress) return pair(decimal(inMapAddress[1] ?? ''), decimal(inMapAddress[2] ?? ''));
  if (plainPair) {
    const lat = decimal(plainPair[1] ?? '') * (/S/i.test(plainPair[2] ?? '') ? -1 : 1);
    const lon = decimal(plainPair[3] ?? '') * (/W/i.test(plainPair[4] ?? '') ? -1 : 1);
    return pair(lat, lon);
  }
  const halves = /^(.+?[NS])[\s,;]*(.+[EOW])$/i.exec(plain);
  const lat = halves && degrees(halves[1] ?? '');
  const lon = halves && degrees(halves[2] ?? '');
  return lat === null || lon === null ? null : pair(lat, lon);
}

/** As it is shown and copied: `53.55, 13.26`. */
export const coordinatesText = (at: Coordinates): string => `${at.lat}, ${at.lon}`;
