import L from 'leaflet';
import type { LatLon } from '$lib/geo';
import type { Outlook } from '../ghosts';

/** What an outlook draws on the map: routes as they would be, the visits that move, what is closed. */
export interface OutlookScene {
  routes: { technicianId: string; color: string; points: LatLon[] }[];
  moves: { at: LatLon; color: string; name: string }[];
  circle?: Outlook['circle'];
}

/** Dashed straight lines and rings above the routes that hold; drawn anew each time, there are few. */
export class OutlookLayer {
  readonly #group: L.LayerGroup;

  constructor(map: L.Map) {
    this.#group = L.layerGroup().addTo(map);
  }

  draw(scene: OutlookScene | null): void {
    this.#group.clearLayers();
    if (!scene) return;
    for (const { points, color } of scene.routes) {
      const options = { interactive: false, smoothFactor: 1 };
      this.#add(L.polyline(points, { ...options, className: 'route-casing', weight: 5, opacity: 0.8 }));
      const dashed = { className: 'ahead', color, weight: 2.5, opacity: 0.95, dashArray: '6 6' };
      this.#add(L.polyline(points, { ...options, ...dashed }));
    }
    for (const { at, color, name } of scene.moves) {
      const ring = L.circleMarker(at, {
        radius: 17,
        color,
        weight: 3,
        fillOpacity: 0,
        dashArray: '4 3',
        interactive: false,
      });
      this.#add(ring.bindTooltip(plain(name), { direction: 'top', offset: [0, -14] }));
    }
    if (scene.circle) {
      const { at, radiusMetres } = scene.circle;
      const style = { color: '#c62f3b', weight: 2, fillOpacity: 0.18, interactive: false };
      this.#add(L.circle(at, { radius: radiusMetres, ...style }));
    }
  }

  #add(layer: L.Layer): void {
    this.#group.addLayer(layer);
  }
}

function plain(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}
