import type L from 'leaflet';

export interface Point {
  x: number;
  y: number;
}

/** Even–odd rule: whether a ray from the point crosses the ring an odd number of times. */
export function isInside({ x, y }: Point, ring: readonly Point[]): boolean {
  let inside = false;
  ring.forEach((a, i) => {
    const b = ring.at(i - 1) ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

interface Events {
  /** The ring as far as it is drawn; empty when it is done. */
  drawing(ring: readonly Point[]): void;
  drawn(ring: readonly Point[]): void;
}

/** A ring drawn by hand around places on a map: with the Shift key, or once after it was asked for. */
export class Lasso {
  readonly #map: L.Map;
  readonly #events: Events;
  #ring: Point[] = [];
  #pointer: number | null = null;
  armed = false;

  constructor(map: L.Map, events: Events) {
    this.#map = map;
    this.#events = events;
    const element = map.getContainer();
    // Before the map and its markers, which would be dragged.
    element.addEventListener('pointerdown', (event) => this.#begin(event), { capture: true });
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerup', (event) => this.#end(event));
    element.addEventListener('pointercancel', (event) => this.#end(event));
  }

  #begin(event: PointerEvent): void {
    if (event.button !== 0 || !(this.armed || event.shiftKey)) return;
    event.stopPropagation();
    this.#map.dragging.disable();
    this.#map.getContainer().setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
    this.#ring = [this.#pointOf(event)];
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#ring = [...this.#ring, this.#pointOf(event)];
    this.#events.drawing(this.#ring);
  }

  #end(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    const ring = this.#ring;
    this.#pointer = null;
    this.#ring = [];
    this.#map.dragging.enable();
    this.#events.drawing([]);
    if (ring.length > 2 && event.type === 'pointerup') {
      // What follows is the click of the same gesture, which would select nothing.
      this.#map
        .getContainer()
        .addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
      this.#events.drawn(ring);
    }
  }

  #pointOf(event: PointerEvent): Point {
    const { left, top } = this.#map.getContainer().getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
