import L from 'leaflet';
import type { LatLon } from '$lib/geo';
import { inkOn } from '$lib/format';
import type { Priority } from '$api/types';

export interface MapStop {
  key: string;
  visitId: string;
  technicianId: string;
  at: LatLon;
  color: string;
  label: string;
  atRisk: boolean;
  pinned: boolean;
  name: string;
}
export interface MapRoute {
  key: string;
  technicianId: string;
  color: string;
  legs: LatLon[][];
  /** Straight lines stand in where the roads are not known. */
  straight: boolean;
}
export interface MapHome {
  key: string;
  technicianId: string;
  at: LatLon;
  color: string;
  name: string;
}
export interface MapOpen {
  key: string;
  visitId: string;
  at: LatLon;
  priority: Priority;
  name: string;
}
/** Where a technician was seen last. */
export interface MapSeen extends MapHome {
  isOld: boolean;
}
export interface MapScene {
  routes: MapRoute[];
  stops: MapStop[];
  homes: MapHome[];
  open: MapOpen[];
  seen: MapSeen[];
}
export interface MapEmphasis {
  visitIds: Set<string>;
  technicianIds: Set<string>;
  hoverVisit: string | null;
  hoverTechnician: string | null;
}
export interface MapEvents {
  visit(visitId: string): void;
  technician(technicianId: string): void;
  hover(what: { visitId: string } | { technicianId: string } | null): void;
  /** The right mouse button was pressed on a marker. */
  menu(what: { visitId: string } | { technicianId: string }, at: MouseEvent): void;
  /** The pointer is pressed on a visit's marker. */
  press(event: PointerEvent, visitId: string, technicianId?: string): void;
}

interface Drawn {
  /** How it is emphasised now: only what differs is touched. */
  lit?: string;
  casing: L.Polyline;
  line: L.Polyline;
  route: MapRoute;
}
interface Marked {
  lit?: string;
  marker: L.Marker;
  look: string;
  visitId?: string;
  technicianId?: string;
}

const iconSizes = { stop: 22, open: 18, home: 20, seen: 24 } as const;

/**
 * Leaflet gives each marker a layer of the graphics card of its own. With hundreds of them the
 * browser spends its time on layers, whatever moves on the page.
 */
class FlatMarker extends L.Marker {
  /** Leaflet's own name. */
  protected _setPos(at: L.Point): void {
    (L.Marker.prototype as unknown as { _setPos(at: L.Point): void })._setPos.call(this, at);
    const icon = this.getElement();
    if (icon) icon.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }
}

/** Draws the scene and, when it changes, touches only what is different: nothing flickers. */
export class RouteLayers {
  readonly #routes = new Map<string, Drawn>();
  readonly #markers = new Map<string, Marked>();
  readonly #renderer = L.svg({ padding: 0.4 });
  readonly #map: L.Map;
  readonly #events: MapEvents;

  constructor(map: L.Map, events: MapEvents) {
    this.#map = map;
    this.#events = events;
  }

  draw(scene: MapScene): void {
    const seen = new Set<string>();
    for (const route of scene.routes) {
      seen.add(route.key);
      this.#drawRoute(route);
    }
    for (const [key, drawn] of this.#routes) {
      if (seen.has(key)) continue;
      drawn.casing.remove();
      drawn.line.remove();
      this.#routes.delete(key);
    }
    this.#drawMarkers(scene);
  }

  /** Lifts what is selected or under the pointer, and lets the rest step back. */
  emphasise({ visitIds, technicianIds, hoverVisit, hoverTechnician }: MapEmphasis): void {
    const focused = technicianIds.size > 0 || hoverTechnician !== null;
    for (const drawn of this.#routes.values()) {
      const { casing, line, route } = drawn;
      const lit = technicianIds.has(route.technicianId) || hoverTechnician === route.technicianId;
      const now = `${lit}${focused}`;
      if (drawn.lit === now) continue;
      drawn.lit = now;
      line.setStyle({ weight: lit ? 6 : 4, opacity: focused && !lit ? 0.28 : 0.95 });
      casing.setStyle({ weight: lit ? 10 : 7, opacity: focused && !lit ? 0.15 : 0.9 });
      if (!lit) continue;
      casing.bringToFront();
      line.bringToFront();
    }
    for (const marked of this.#markers.values()) {
      const { marker, visitId, technicianId } = marked;
      const classes = marker.getElement()?.classList;
      const isSelected = !!visitId && visitIds.has(visitId);
      const isHovered = !!visitId && visitId === hoverVisit;
      const isLit = !!technicianId && (technicianIds.has(technicianId) || technicianId === hoverTechnician);
      const now = `${isSelected}${isHovered}${isLit}${focused}`;
      if (marked.lit === now) continue;
      marked.lit = now;
      classes?.toggle('selected', isSelected);
      classes?.toggle('hovered', isHovered);
      classes?.toggle('faded', focused && !isLit && !isSelected && !isHovered && !!technicianId);
      marker.setZIndexOffset(isSelected ? 2000 : isHovered ? 1500 : isLit ? 1000 : 0);
    }
  }

  bounds(of?: { visitId?: string; technicianId?: string }): L.LatLngBounds {
    const bounds = L.latLngBounds([]);
    for (const { marker, visitId, technicianId } of this.#markers.values()) {
      if (!of || (of.visitId ? visitId === of.visitId : technicianId === of.technicianId)) {
        bounds.extend(marker.getLatLng());
      }
    }
    for (const { line, route } of this.#routes.values()) {
      if (!of || route.technicianId === of.technicianId) bounds.extend(line.getBounds());
    }
    return bounds;
  }

  #drawRoute(route: MapRoute): void {
    const dashArray = route.straight ? '5 8' : undefined;
    const known = this.#routes.get(route.key);
    if (known) {
      if (known.route.legs !== route.legs) {
        known.casing.setLatLngs(route.legs);
        known.line.setLatLngs(route.legs);
      }
      known.line.setStyle({ color: route.color, dashArray });
      known.route = route;
      return;
    }
    const common: L.PolylineOptions = {
      renderer: this.#renderer,
      lineCap: 'round',
      lineJoin: 'round',
      smoothFactor: 1.2,
    };
    const casing = L.polyline(route.legs, {
      ...common,
      className: 'route-casing',
      weight: 7,
      opacity: 0.9,
      interactive: false,
    });
    const line = L.polyline(route.legs, {
      ...common,
      color: route.color,
      weight: 4,
      opacity: 0.95,
      dashArray,
    });
    line.on('click', (event) => {
      L.DomEvent.stop(event);
      this.#events.technician(route.technicianId);
    });
    line.on('mouseover', () => this.#events.hover({ technicianId: route.technicianId }));
    line.on('mouseout', () => this.#events.hover(null));
    casing.addTo(this.#map);
    line.addTo(this.#map);
    this.#routes.set(route.key, { casing, line, route });
  }

  #drawMarkers(scene: MapScene): void {
    const keys = new Set<string>();
    for (const home of scene.homes) {
      keys.add(home.key);
      this.#mark(
        home.key,
        home.at,
        'home',
        `--c:${home.color}`,
        '<svg viewBox="0 0 16 16"><path d="M3 7.6 8 3.2l5 4.4M4.6 7v5.6h6.8V7"/></svg>',
        home.name,
        { technicianId: home.technicianId },
      );
    }
    for (const stop of scene.stops) {
      keys.add(stop.key);
      const extra = `${stop.atRisk ? ' risk' : ''}${stop.pinned ? ' pinned' : ''}`;
      const { visitId, technicianId } = stop;
      this.#mark(
        stop.key,
        stop.at,
        `stop${extra}`,
        `--c:${stop.color};--on:${inkOn(stop.color)}`,
        stop.label,
        stop.name,
        { visitId, technicianId },
      );
    }
    for (const seen of scene.seen) {
      keys.add(seen.key);
      this.#mark(
        seen.key,
        seen.at,
        seen.isOld ? 'seen old' : 'seen',
        `--c:${seen.color};--on:${inkOn(seen.color)}`,
        '<svg viewBox="0 0 16 16"><path d="M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3.2 13.4a4.8 4.8 0 0 1 9.6 0Z"/></svg>',
        seen.name,
        { technicianId: seen.technicianId },
      );
    }
    for (const open of scene.open) {
      keys.add(open.key);
      this.#mark(open.key, open.at, `open ${open.priority.toLowerCase()}`, '', '', open.name, {
        visitId: open.visitId,
      });
    }
    for (const [key, { marker }] of this.#markers) {
      if (keys.has(key)) continue;
      marker.remove();
      this.#markers.delete(key);
    }
  }

  #mark(
    key: string,
    at: LatLon,
    kind: string,
    style: string,
    html: string,
    name: string,
    of: { visitId?: string; technicianId?: string },
  ): void {
    const look = `${kind}|${style}|${html}|${name}`;
    const known = this.#markers.get(key);
    if (known?.look === look) {
      if (!known.marker.getLatLng().equals(at)) known.marker.setLatLng(at);
      return;
    }
    known?.marker.remove();
    const size = iconSizes[kind.split(' ')[0] as keyof typeof iconSizes];
    const body = document.createElement('span');
    body.style.cssText = style;
    body.innerHTML = html;
    const icon = L.divIcon({ className: `mark ${kind}`, html: body, iconSize: [size, size] });
    // The list and the timeline are the keyboard's way; hundreds of tab stops here would only hinder.
    const marker = new FlatMarker(at, { icon, keyboard: false, alt: name, title: '' });
    marker.bindTooltip(escaped(name), { direction: 'top', offset: [0, -size / 2], opacity: 1 });
    marker.on('click', () => {
      if (of.visitId) this.#events.visit(of.visitId);
      else if (of.technicianId) this.#events.technician(of.technicianId);
    });
    const subject = of.visitId ? { visitId: of.visitId } : { technicianId: of.technicianId ?? '' };
    marker.on('mouseover', () => this.#events.hover(subject));
    marker.on('contextmenu', ({ originalEvent }) => this.#events.menu(subject, originalEvent));
    marker.on('mouseout', () => this.#events.hover(null));
    marker.addTo(this.#map);
    const { visitId } = of;
    const element = marker.getElement();
    if (visitId && element) {
      element.addEventListener('pointerdown', (event) => this.#events.press(event, visitId, of.technicianId));
      // The map itself is not to be dragged along.
      L.DomEvent.on(element, 'mousedown', L.DomEvent.stop);
    }
    this.#markers.set(key, { marker, look, ...of });
  }
}

function escaped(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}
