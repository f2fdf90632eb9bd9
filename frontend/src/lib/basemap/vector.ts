import { maplibreGL } from '@maplibre/maplibre-gl-leaflet';
import type L from 'leaflet';
import { setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { baseMapStyle } from './style';

setWorkerUrl(new URL(workerUrl, location.href).href);

/** The vector base map as a Leaflet layer. Loaded apart from the rest: MapLibre is large. */
export function vectorLayer(attribution: string, isDark: boolean): L.MaplibreGL {
  const tiles = `${location.origin}/api/map/tiles/{z}/{x}/{y}.mvt`;
  return maplibreGL({
    style: baseMapStyle(tiles, attribution, isDark),
    interactive: false,
    fadeDuration: 150,
    validateStyle: false,
    attributionControl: { customAttribution: attribution },
  });
}
