import { addDays, isDay, type Day } from '$lib/time';
import { filters, type Filter } from './views';

/** Days; from the last on the timeline shows loads instead of visits. */
export const horizons = [1, 3, 7, 28] as const;
export const monthDays = 28;
export type ColourBy = 'technician' | 'status';
/** By what the whole board is narrowed; '' stands for all. */
export const facets = ['region', 'skill', 'status', 'priority'] as const;
export type Facet = (typeof facets)[number];
export type Facets = Record<Facet, string>;
const noFacets: Facets = { region: '', skill: '', status: '', priority: '' };
export type Selection = { visitId: string } | { technicianId: string } | null;

/** What is looked at: kept in the address, so that a link or a reload shows the same. */
export class BoardQuery {
  from = $state<Day>('');
  days = $state<number>(1);
  /** The day whose routes the map shows; null for all days. */
  mapDay = $state<Day | null>(null);
  filter = $state<Filter>('all');
  search = $state('');
  facets = $state.raw<Facets>(noFacets);
  colourBy = $state<ColourBy>('technician');
  selection = $state.raw<Selection>(null);
  /** The scenario whose plan is drawn beside the one that holds. */
  scenario = $state<string | null>(null);
  readonly until = $derived(addDays(this.from, this.days - 1));
  readonly #today: Day;

  constructor(today: Day) {
    this.#today = today;
    this.read();
  }

  /** Takes over the address, for instance after the browser's Back. */
  read(): void {
    this.#take(new URLSearchParams(location.search));
  }

  #take(query: URLSearchParams): void {
    const day = query.get('day');
    const days = Number(query.get('days'));
    const filter = query.get('filter') as Filter;
    this.from = isDay(day) ? day : this.#today;
    this.days = horizons.some((horizon) => horizon === days) ? days : 1;
    const mapDay = query.get('map');
    this.mapDay = mapDay === 'all' ? null : isDay(mapDay) ? mapDay : this.from;
    this.filter = filters.includes(filter) ? filter : 'all';
    this.search = query.get('q') ?? '';
    this.facets = Object.fromEntries(facets.map((facet) => [facet, query.get(facet) ?? ''])) as Facets;
    this.colourBy = query.get('colour') === 'status' ? 'status' : 'technician';
    const visitId = query.get('visit');
    const technicianId = query.get('technician');
    this.selection = visitId ? { visitId } : technicianId ? { technicianId } : null;
    this.scenario = query.get('scenario');
  }

  /** Writes the address; a new day or horizon makes a step for the browser's Back. */
  write(): void {
    const query = this.#wholeQuery();
    const address = `${location.pathname}?${query}`;
    if (address === location.pathname + location.search) return;
    const before = new URLSearchParams(location.search);
    const step = before.has('day') && ['day', 'days'].some((key) => before.get(key) !== query.get(key));
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  /** Everything, as it stands in the address. */
  text(): string {
    return this.#wholeQuery().toString();
  }

  /** Looks at what such a text says. */
  show(text: string): void {
    this.#take(new URLSearchParams(text));
  }

  #wholeQuery(): URLSearchParams {
    const query = this.#viewQuery();
    query.set('day', this.from);
    if (this.mapDay !== this.from) query.set('map', this.mapDay ?? 'all');
    for (const [key, id] of Object.entries(this.selection ?? {})) query.set(key.replace('Id', ''), id);
    if (this.scenario) query.set('scenario', this.scenario);
    return query;
  }

  /** What is looked at whatever the day: filters, horizon, colours. */
  #viewQuery(): URLSearchParams {
    const query = new URLSearchParams();
    if (this.days !== 1) query.set('days', String(this.days));
    if (this.filter !== 'all') query.set('filter', this.filter);
    if (this.search) query.set('q', this.search);
    if (this.colourBy !== 'technician') query.set('colour', this.colourBy);
    for (const facet of facets) if (this.facets[facet]) query.set(facet, this.facets[facet]);
    return query;
  }

  viewText(): string {
    return this.#viewQuery().toString();
  }

  /** Looks at the same day through a saved view. */
  showView(view: string): void {
    const query = new URLSearchParams(view);
    query.set('day', this.from);
    this.#take(query);
  }

  setFacet(facet: Facet, value: string): void {
    this.facets = { ...this.facets, [facet]: value };
  }

  clearFacets(): void {
    this.facets = noFacets;
  }

  showDay(day: Day): void {
    this.from = day;
    this.mapDay = day;
  }

  showDays(days: number): void {
    this.days = days;
    this.mapDay = this.from;
  }
}
