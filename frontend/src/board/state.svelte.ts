import { decodePolyline, type LatLon } from '$lib/geo';
import { ApiProblem, api } from '$lib/http';
import { dayOf, daysFrom, millis, type Day } from '$lib/time';
import type { Board, DayPaths } from '$api/types';
import { attentionList, attentionOf, type Attention } from './live';
import { withChanged, withPin } from './actions';
import type { Colleague } from './colleagues.svelte';
import type { Outlook } from './ghosts';
import type { Changed } from './moves/api';
import type { Position } from './positions.svelte';
import { BoardQuery, type Selection } from './query.svelte';
import { indexOf, matchesFacets, matchesFilter, matchesSearch, unassignedVisits } from './views';

/** The roads driven, by day and technician: one list of points per drive. */
export type Paths = Map<Day, Map<string, LatLon[][]>>;

const minReloadGapMillis = 500;

/** The board as the server last told it, and what the user looks at. */
export class BoardState {
  readonly query: BoardQuery;
  data = $state.raw<Board | null>(null);
  paths = $state.raw<Paths>(new Map());
  problem = $state.raw<ApiProblem | null>(null);
  /** True while a day is on its way that is not the one shown. */
  loading = $state(true);
  /** The visit or technician under the pointer, anywhere. */
  hover = $state.raw<Selection>(null);
  /** Visits marked to be moved together. */
  marked = $state.raw<ReadonlySet<string>>(new Set());
  /** Colleagues by the visit that they have open or move. */
  atWork = $state.raw<ReadonlyMap<string, Colleague>>(new Map());
  /** Where technicians were seen last, by technician. */
  positions = $state.raw<ReadonlyMap<string, Position>>(new Map());
  /** Shows the improving plan of this job instead of the stored one. */
  preview = $state<string | undefined>(undefined);

  /** What may become of it, drawn beside what is. */
  outlook = $state.raw<Outlook | null>(null);

  /** The server's time, moved on now and then. */
  minute = $state(0);

  index = $derived(this.data ? indexOf(this.data) : null);
  /** The technicians of the region and with the skill looked at. */
  rows = $derived.by(() => {
    const { region, skill } = this.query.facets;
    return (this.data?.technicians ?? []).filter(
      ({ territoryIds, skills }) =>
        (!region || territoryIds.length === 0 || territoryIds.includes(region)) &&
        (!skill || skills.some(({ skillId }) => skillId === skill)),
    );
  });
  /** The visits that pass all filters; null when there are none: the others step back. */
  passing = $derived.by(() => {
    const { facets, search } = this.query;
    if (!search.trim() && Object.values(facets).every((value) => !value)) return null;
    const passing = this.data?.visits.filter(
      (visit) => matchesFacets(visit, facets) && matchesSearch(visit, search),
    );
    return new Set(passing?.map(({ id }) => id));
  });
  unassigned = $derived(this.data && this.index ? unassignedVisits(this.data, this.index) : []);
  /** Planned visits that want attention, the earliest first; the clock alone may add some. */
  attention = $derived(this.data && this.index ? attentionList(this.data, this.index, this.minute) : []);
  listed = $derived.by(() =>
    (this.query.filter === 'attention' ? this.attention : this.unassigned).filter((visit) =>
      this.#matches(visit),
    ),
  );
  selectedVisit = $derived.by(() => {
    const selection = this.query.selection;
    return selection && 'visitId' in selection ? (this.index?.visits.get(selection.visitId) ?? null) : null;
  });
  selectedTechnician = $derived.by(() => {
    const selection = this.query.selection;
    return selection && 'technicianId' in selection
      ? (this.index?.technicians.get(selection.technicianId) ?? null)
      : null;
  });
  /** The technicians that the selection is about: the one selected, or those at the selected visit. */
  involved = $derived.by(() => {
    if (this.selectedTechnician) return new Set([this.selectedTechnician.id]);
    const places = this.selectedVisit ? this.index?.placed.get(this.selectedVisit.id) : undefined;
    return new Set(places?.map((place) => place.technician.id));
  });

  #abort: AbortController | null = null;
  #reloadTimer: ReturnType<typeof setTimeout> | undefined;
  #lastLoad = 0;
  #busy = false;
  /** One after the other, so that what was asked for last holds. */
  #pins: Promise<unknown> = Promise.resolve();
  #again = false;
  #held = false;
  readonly #clockSkew = { server: 0, local: 0 };

  constructor(timeZone: string) {
    this.query = new BoardQuery(dayOf(Date.now(), timeZone));
  }

  /** The server's time now, in milliseconds: a wrong clock on this computer moves nothing. */
  now(): number {
    return Date.now() + this.#clockSkew.server - this.#clockSkew.local;
  }

  today(): Day {
    return dayOf(this.now(), this.data?.timeZone ?? 'UTC');
  }

  select(selection: Selection): void {
    this.query.selection = selection;
    if (!selection || !('visitId' in selection) || this.query.mapDay === null) return;
    const days = this.index?.placed.get(selection.visitId)?.map((place) => place.day.day) ?? [];
    const day = days[0];
    if (day && !days.includes(this.query.mapDay)) this.query.mapDay = day;
  }

  /** Loads what the query asks for; an answer overtaken by a newer question is dropped. */
  async load(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { from, days, mapDay } = this.query;
    this.#busy = true;
    this.loading = this.data?.from !== from || this.data.days !== days;
    try {
      const pathDays = mapDay ? [mapDay] : daysFrom(from, days);
      const roads = Promise.all(pathDays.map((day) => this.#pathsOf(day, abort.signal))).then(
        (paths) => new Map(paths.map((entry) => [entry.day, decoded(entry)])),
      );
      const board = await api.board(from, days, this.preview, abort.signal);
      // What is new is shown at once, and its roads as they come; news of what is shown come whole.
      const isNew = this.loading;
      const known = isNew ? (new Map() as Paths) : await roads;
      if (this.#held && !this.loading) {
        this.#again = true;
        return;
      }
      this.#clockSkew.server = millis(board.now);
      this.#clockSkew.local = Date.now();
      this.minute = this.now();
      this.data = board;
      this.paths = known;
      this.problem = null;
      this.loading = false;
      if (!isNew) return;
      const late = await roads;
      if (this.#abort === abort) this.paths = late;
    } catch (problem) {
      if (abort.signal.aborted) return;
      this.loading = false;
      this.problem =
        problem instanceof ApiProblem ? problem : new ApiProblem(0, 'unexpected', String(problem));
    } finally {
      if (this.#abort === abort) this.#loaded();
    }
  }

  /** Shows what the server has changed; an answer still on its way may not know of it, and is asked for anew. */
  show(changed: Changed): void {
    if (!this.data) return;
    this.data = withChanged(this.data, changed);
    if (this.#busy) void this.load();
  }

  /** Time passes: what was sent is expected anew. Call it each minute. */
  tick(): void {
    this.minute = this.now();
    const live = this.data?.technicians.some(({ days }) => days.some((day) => day.route?.estimatedHome));
    if (live && document.visibilityState === 'visible') this.reloadSoon();
  }

  /** Selects the next visit that wants attention, for that reason or any. */
  selectNext(reason?: Attention): void {
    const { index } = this;
    if (!index) return;
    const found = this.attention.filter(
      (visit) => !reason || attentionOf(visit, index, this.minute).includes(reason),
    );
    const at = found.findIndex((visit) => visit.id === this.selectedVisit?.id);
    const next = found[(at + 1) % found.length];
    if (next) this.select({ visitId: next.id });
  }

  /** Loads again soon: many wishes in a row become one, and never more than two a second. */
  reloadSoon(): void {
    if (this.#busy || this.#held) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#reloadTimer);
    const wait = Math.max(0, this.#lastLoad + minReloadGapMillis - Date.now());
    this.#reloadTimer = setTimeout(() => void this.load(), wait);
  }

  /** Nothing moves under the cursor while something is dragged: news wait. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    if (this.#again && !this.#busy) {
      this.#again = false;
      this.reloadSoon();
    }
  }

  /** Marks a visit to be moved together with others, or unmarks it; the selected one is marked along. */
  toggleMark(visitId: string): void {
    const marked = new Set(this.marked);
    if (marked.size === 0 && this.selectedVisit) marked.add(this.selectedVisit.id);
    if (!marked.delete(visitId)) marked.add(visitId);
    this.marked = marked;
  }

  /** Marks all from the selected visit up to this one: along a route, or down the list. */
  markUpTo(visitId: string): void {
    const first = this.selectedVisit?.id;
    const place = this.index?.placed.get(visitId)?.[0];
    const order = place ? place.route.stops.map((stop) => stop.visitId) : this.listed.map(({ id }) => id);
    const [from, to] = [order.indexOf(first ?? ''), order.indexOf(visitId)].sort((a, b) => a - b);
    if (first === undefined || from === undefined || from < 0 || to === undefined) this.toggleMark(visitId);
    else this.marked = new Set([...this.marked, ...order.slice(from, to + 1)]);
  }

  unmark(): void {
    if (this.marked.size > 0) this.marked = new Set();
  }

  /** Loads the roads of the map's day, if they are not there yet. */
  async loadPaths(): Promise<void> {
    const { from, days, mapDay } = this.query;
    const missing = (mapDay ? [mapDay] : daysFrom(from, days)).filter((day) => !this.paths.has(day));
    if (missing.length === 0 || this.#busy) return;
    const answers = await Promise.all(missing.map((day) => this.#pathsOf(day)));
    this.paths = new Map([...this.paths, ...answers.map((entry) => [entry.day, decoded(entry)] as const)]);
  }

  /** Pins at once on the screen, then on the server; on refusal the board is as before. */
  async pin(visitId: string, day: Day, pinned: boolean): Promise<void> {
    const before = this.data;
    if (!before) return;
    this.data = withPin(before, visitId, day, pinned);
    const asked = this.#pins.then(() => api.pin(visitId, day, pinned));
    this.#pins = asked.catch(() => undefined);
    try {
      await asked;
    } catch (problem) {
      this.data = before;
      throw problem;
    }
  }

  close(): void {
    this.#abort?.abort();
    clearTimeout(this.#reloadTimer);
  }

  #matches(visit: Parameters<typeof matchesSearch>[0]): boolean {
    const { filter, search, facets, from, until } = this.query;
    return (
      matchesFilter(visit, filter, from, until) &&
      matchesFacets(visit, facets) &&
      matchesSearch(visit, search)
    );
  }

  /** Without roads the map still shows straight lines, so a failure here is not one of the board. */
  async #pathsOf(day: Day, signal?: AbortSignal): Promise<DayPaths> {
    return api.paths(day, this.preview, signal).catch(() => ({ day, routes: [] }));
  }

  #loaded(): void {
    this.#busy = false;
    this.#lastLoad = Date.now();
    if (!this.#again) return;
    this.#again = false;
    this.reloadSoon();
  }
}

/** Legs without a road are empty lines: they are left out. */
function decoded(paths: DayPaths): Map<string, LatLon[][]> {
  return new Map(
    paths.routes.map(({ technicianId, legs }) => [
      technicianId,
      legs.map(decodePolyline).filter((leg) => leg.length > 1),
    ]),
  );
}
