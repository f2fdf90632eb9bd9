export type LatLon = [lat: number, lon: number];

/** The points of a polyline encoded with five decimals, as (lat, lon) in degrees. */
export function decodePolyline(encoded: string): LatLon[] {
  const points: LatLon[] = [];
  let index = 0;
  let lat = 0;
  let lon = 0;
  const next = (): number => {
    let value = 0;
    let shift = 0;
    let bits: number;
    do {
      bits = encoded.charCodeAt(index++) - 63;
      value |= (bits & 31) << shift;
      shift += 5;
    } while (bits >= 32 && index < encoded.length);
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  while (index < encoded.length) {
    lat += next();
    lon += next();
    points.push([lat / 1e5, lon / 1e5]);
  }
  return points;
}
