import L from 'leaflet';
import type { Coordinates } from '$api/types';
import { inkOn } from '../format';
import type { LatLon } from '../geo';

/** A pin that stands still. `label` is short, such as its number; `color` is `#rrggbb`. */
export interface Pin extends Coordinates {
  label?: string;
  name?: string;
  color?: string;
  click?: () => void;
}

const shape =
  '<svg viewBox="0 0 32 40" width="32" height="40" aria-hidden="true"><path d="M16 39S30 25 30 15a14 14 0 1 0-28 0c0 10 14 24 14 24Z"/></svg>';

/** What a small map shows: one pin to set, pins that stand still, a line. */
export class PinLayer {
  readonly #map: L.Map;
  readonly #moved: (at: L.LatLng) => void;
  readonly #still = L.layerGroup();
  #own: L.Marker | null = null;

  constructor(map: L.Map, moved: (at: L.LatLng) => void) {
    this.#map = map;
    this.#moved = moved;
    this.#still.addTo(map);
  }

  draw(own: Coordinates | null, pins: readonly Pin[], line: LatLon[], fixed: boolean): void {
    this.#still.clearLayers();
    if (line.length > 1) {
      this.#still.addLayer(L.polyline(line, { weight: 8, className: 'route-casing', interactive: false }));
      this.#still.addLayer(L.polyline(line, { weight: 4, className: 'pin-line', interactive: false }));
    }
    for (const pin of pins) this.#still.addLayer(this.#pin(pin));
    this.#drawOwn(own, fixed);
  }

  bounds(): L.LatLngBounds {
    const bounds = L.latLngBounds([]);
    if (this.#own) bounds.extend(this.#own.getLatLng());
    this.#still.eachLayer((layer) => {
      if (layer instanceof L.Marker) bounds.extend(layer.getLatLng());
      else if (layer instanceof L.Polyline) bounds.extend(layer.getBounds());
    });
    return bounds;
  }

  #drawOwn(own: Coordinates | null, fixed: boolean): void {
    if (!own) {
      this.#own?.remove();
      this.#own = null;
      return;
    }
    if (!this.#own) {
      const icon = L.divIcon({ className: 'drop', html: shape, iconSize: [32, 40], iconAnchor: [16, 39] });
      const marker = L.marker([own.lat, own.lon], {
        icon,
        draggable: !fixed,
        keyboard: false,
        autoPan: true,
      });
      marker.on('dragend', () => this.#moved(marker.getLatLng()));
      this.#own = marker.addTo(this.#map);
    } else this.#own.setLatLng([own.lat, own.lon]);
  }

  #pin({ lat, lon, label = '', name, color, click }: Pin): L.Marker {
    const body = document.createElement('span');
    if (color) body.style.cssText = `--c:${color};--on:${inkOn(color)}`;
    body.textContent = label;
    const icon = L.divIcon({ className: 'mark stop pin', html: body, iconSize: [26, 26] });
    const marker = L.marker([lat, lon], {
      icon,
      keyboard: !!click,
      alt: name ?? label,
      interactive: !!click || !!name,
    });
    if (name) {
      const text = document.createElement('span');
      text.textContent = name;
      marker.bindTooltip(text, { direction: 'top', offset: [0, -13], opacity: 1 });
    }
    if (click) marker.on('click', click);
    return marker;
  }
}
