import { addDays, isDay, type Day } from '$lib/time';
import { filters, type Filter } from './views';

export const horizons = [1, 3, 7] as const;
export type ColourBy = 'technician' | 'status';
export type Selection = { visitId: string } | { technicianId: string } | null;

/** What is looked at: kept in the address, so that a link or a reload shows the same. */
export class BoardQuery {
  from = $state<Day>('');
  days = $state<number>(1);
  /** The day whose routes the map shows; null for all days. */
  mapDay = $state<Day | null>(null);
  filter = $state<Filter>('all');
  search = $state('');
  colourBy = $state<ColourBy>('technician');
  selection = $state.raw<Selection>(null);
  readonly until = $derived(addDays(this.from, this.days - 1));
  readonly #today: Day;

  constructor(today: Day) {
    this.#today = today;
    this.read();
  }

  /** Takes over the address, for instance after the browser's Back. */
  read(): void {
    const query = new URLSearchParams(location.search);
    const day = query.get('day');
    const days = Number(query.get('days'));
    const filter = query.get('filter') as Filter;
    this.from = isDay(day) ? day : this.#today;
    this.days = horizons.some((horizon) => horizon === days) ? days : 1;
    this.mapDay = this.from;
    this.filter = filters.includes(filter) ? filter : 'all';
    this.search = query.get('q') ?? '';
    this.colourBy = query.get('colour') === 'status' ? 'status' : 'technician';
    const visitId = query.get('visit');
    const technicianId = query.get('technician');
    this.selection = visitId ? { visitId } : technicianId ? { technicianId } : null;
  }

  /** Writes the address; a new day or horizon makes a step for the browser's Back. */
  write(): void {
    const query = new URLSearchParams();
    query.set('day', this.from);
    if (this.days !== 1) query.set('days', String(this.days));
    if (this.filter !== 'all') query.set('filter', this.filter);
    if (this.search) query.set('q', this.search);
    if (this.colourBy !== 'technician') query.set('colour', this.colourBy);
    for (const [key, id] of Object.entries(this.selection ?? {})) query.set(key.replace('Id', ''), id);
    const address = `${location.pathname}?${query}`;
    if (address === location.pathname + location.search) return;
    const before = new URLSearchParams(location.search);
    const step = before.has('day') && ['day', 'days'].some((key) => before.get(key) !== query.get(key));
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
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
