import L from 'leaflet';
import type { Settings } from '$api/types';
import { backgroundColor } from './style';

/** The layer under everything: a configured raster source, or our own vector tiles. */
export class BaseMap {
  #layer: L.Layer | null = null;
  #turn = 0;
  readonly #map: L.Map;
  readonly #settings: Settings['map'];
  readonly #failed: () => void;

  /** `failed` is called when the map cannot be drawn, for instance without WebGL. */
  constructor(map: L.Map, settings: Settings['map'], failed: () => void) {
    this.#map = map;
    this.#settings = settings;
    this.#failed = failed;
    map.attributionControl.addAttribution(settings.attribution);
  }

  async show(isDark: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.#map.getContainer().style.background = backgroundColor(isDark);
    if (this.#settings.rasterUrl) {
      this.#layer ??= L.tileLayer(this.#settings.rasterUrl, { maxZoom: 19 }).addTo(this.#map);
      this.#map.getPane('tilePane')?.classList.toggle('dimmed', isDark);
      return;
    }
    try {
      const { vectorLayer } = await import('./vector');
      if (turn !== this.#turn) return;
      const before = this.#layer;
      this.#layer = vectorLayer(isDark).addTo(this.#map);
      before?.remove();
    } catch {
      this.#failed();
    }
  }
}
