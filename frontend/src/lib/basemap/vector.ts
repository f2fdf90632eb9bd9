import { maplibreGL } from '@maplibre/maplibre-gl-leaflet';
import type L from 'leaflet';
import { setWorkerUrl, type Map as MapLibre } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { baseMapStyle, sourceName } from './style';

setWorkerUrl(new URL(workerUrl, location.href).href);

const retryMillis = 5_000;

/** The vector base map as a Leaflet layer. Loaded apart from the rest: MapLibre is large. */
export function vectorLayer(isDark: boolean): L.MaplibreGL {
  const tiles = `${location.origin}/api/map/tiles/{z}/{x}/{y}.mvt`;
  const layer = maplibreGL({
    style: baseMapStyle(tiles, isDark),
    interactive: false,
    fadeDuration: 150,
    validateStyle: false,
    attributionControl: { customAttribution: '' },
  });
  layer.on('add', () => retryTiles(layer.getMaplibreMap()));
  return layer;
}

/** Tiles that failed, for instance while the server still reads its map, are asked for again. */
function retryTiles(map: MapLibre): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('error', () => {
    clearTimeout(timer);
    timer = setTimeout(() => map.refreshTiles(sourceName), retryMillis);
  });
  map.on('remove', () => clearTimeout(timer));
}
