import { ApiProblem } from '$lib/http';
import { dayOf } from '$lib/time';
import { loadDay, loadEstimates, loadPauses, transport } from './api';
import { isOver, withPending } from './fold';
import { newId } from '$lib/ids';
import { install } from './install';
import { Outbox, progressOf } from './outbox';
import { goneVisits, nextVisit } from './route';
import { PhoneStore } from './store';
import type { Day, Item, Kind, NewItem, Pause, Payload, Purpose, Visit } from './types';

const empty: Payload = {};
const reloadMillis = 5 * 60_000;

/** The technician's phone: the day, what is told and not sent yet, and the line to the office. */
class Phone {
  /** The day as the server told it last; null before the first time. */
  #told = $state.raw<Day | null>(null);
  items = $state.raw<Item[]>([]);
  trouble = $state<'none' | 'offline' | 'out'>('none');
  /** The last try to load the day did not reach the server. */
  stale = $state(false);
  /** The day could not be loaded and there is none on the phone. */
  failure = $state('');
  /** Taken away by the office and not acknowledged yet. */
  gone = $state.raw<Visit[]>([]);
  estimates = $state.raw<Record<string, string>>({});
  /** Breaks and the call at the warehouse of the day, in order. */
  pauses = $state.raw<Pause[]>([]);
  now = $state(Date.now());

  day = $derived(this.#told && withPending(this.#told, this.items));
  progress = $derived(progressOf(this.items));
  refused = $derived(this.items.filter((item) => item.state === 'refused'));
  next = $derived(this.day && nextVisit(this.day));

  #store: PhoneStore | null = null;
  #outbox: Outbox | null = null;
  #technicianId = '';
  zone = $state('UTC');
  #live: EventSource | null = null;

  visit(id: string): Visit | undefined {
    return this.day?.visits.find((visit) => visit.visitId === id);
  }

  /** Opens what is kept here, and then the line to the office. Pages call it each time they are shown. */
  async start(technicianId: string, zone: string): Promise<void> {
    this.zone = zone;
    if (this.#technicianId === technicianId) return void this.load();
    this.#close();
    this.#technicianId = technicianId;
    this.#store = await PhoneStore.open(technicianId);
    const outbox = new Outbox(this.#store, transport, () => this.#changed(outbox));
    this.#outbox = outbox;
    await outbox.open();
    const kept = await this.#store.day(this.#today());
    this.#told = kept ?? null;
    this.pauses = kept?.pauses ?? [];
    window.addEventListener('online', this.#back);
    document.addEventListener('visibilitychange', this.#back);
    setInterval(() => (this.now = Date.now()), 1_000);
    setInterval(() => void this.load(), reloadMillis);
    this.#listen();
    void outbox.flush();
    await this.load();
    void install();
  }

  #close(): void {
    this.#outbox?.close();
    this.#live?.close();
    this.#store?.close();
    this.#told = null;
    this.items = [];
    this.gone = [];
    this.pauses = [];
  }

  #today = () => dayOf(Date.now(), this.zone);

  #changed(outbox: Outbox): void {
    const hadWaiting = this.items.some((item) => item.state === 'waiting');
    this.items = outbox.items;
    this.trouble = outbox.trouble;
    if (hadWaiting && !this.items.some((item) => item.state === 'waiting')) void this.load();
  }

  #back = (): void => {
    if (document.visibilityState === 'hidden') return;
    this.now = Date.now();
    void this.#outbox?.flush();
    void this.load();
  };

  #listen(): void {
    const live = new EventSource('/api/phone/live');
    this.#live = live;
    const reload = () => void this.load();
    for (const name of ['hello', 'visit', 'route']) live.addEventListener(name, reload);
    live.addEventListener('eta', (event) => this.#estimated((event as MessageEvent<string>).data));
    live.onerror = () => {
      // The browser connects again by itself after a broken line, but not after a refusal.
      if (live.readyState !== EventSource.CLOSED || live !== this.#live) return;
      setTimeout(() => live === this.#live && this.#listen(), 20_000);
    };
  }

  #estimated(data: string): void {
    const list = JSON.parse(data) as { visitId: string; estimatedStart: string }[];
    this.estimates = {
      ...this.estimates,
      ...Object.fromEntries(list.map((one) => [one.visitId, one.estimatedStart])),
    };
  }

  #loading: Promise<void> | null = null;
  #again = false;

  /** What is asked for while an answer is on its way may be news to that answer: it is asked for again. */
  load(): Promise<void> {
    this.#again = this.#loading !== null;
    this.#loading ??= this.#loadAll().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #loadAll(): Promise<void> {
    do {
      this.#again = false;
      await this.#load();
    } while (this.#again);
  }

  async #load(): Promise<void> {
    const askedAt = Date.now();
    try {
      const day = await loadDay();
      const before = this.day;
      if (before?.day !== day.day) this.pauses = [];
      await this.#store?.keepDay({ ...day, pauses: this.pauses });
      this.#told = day;
      this.stale = false;
      this.failure = '';
      this.gone = [
        ...this.gone.filter((visit) => !day.visits.some((one) => one.visitId === visit.visitId)),
        ...goneVisits(before, day),
      ].filter((visit, i, all) => all.findIndex((one) => one.visitId === visit.visitId) === i);
      await this.#outbox?.loaded(askedAt);
      await this.#acknowledge(day);
      // A day is complete without them; later ones are told.
      this.estimates = await loadEstimates().catch(() => this.estimates);
      this.pauses = await loadPauses(day.day).catch(() => this.pauses);
      await this.#store?.keepDay({ ...day, pauses: this.pauses });
    } catch (problem) {
      this.stale = true;
      const refused = problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500;
      this.failure = refused ? problem.message : '';
    }
  }

  /** Tells the office that the visits have arrived here. */
  async #acknowledge(day: Day): Promise<void> {
    const isNew = (visit: Visit) =>
      visit.lead &&
      visit.stage === 'WAITING' &&
      !visit.receivedAt &&
      !this.items.some((item) => item.kind === 'RECEIVED' && item.visitId === visit.visitId);
    for (const visit of day.visits.filter(isNew)) await this.tell(visit.visitId, 'RECEIVED');
  }

  /** Keeps it here, shows it at once, and sends it as soon as may be. */
  tell(visitId: string, kind: Kind, payload: Payload = empty): Promise<string> {
    return this.#add({ id: newId(), visitId, at: new Date().toISOString(), kind, payload });
  }

  keepFile(visitId: string, purpose: Purpose, name: string, file: Blob): Promise<string> {
    const told = { kind: 'FILE' as const, purpose, name };
    return this.#add({ id: newId(), visitId, at: new Date().toISOString(), ...told }, file);
  }

  async #add(item: NewItem, file?: Blob): Promise<string> {
    await this.#outbox?.add(item, file);
    return item.id;
  }

  /** A file that was not sent yet, or undefined. */
  file(id: string): Promise<Blob | undefined> {
    return this.#store?.file(id) ?? Promise.resolve(undefined);
  }

  async dismiss(item: Item): Promise<void> {
    await this.#outbox?.dismiss(item.id);
  }

  /** Tells what was refused once more, with the time it truly happened. */
  async again(item: Item): Promise<void> {
    const file = item.kind === 'FILE' ? await this.file(item.id) : undefined;
    // A new id: the server remembers what came of the old one.
    const { visitId, at } = item;
    const told =
      item.kind === 'FILE'
        ? { kind: item.kind, purpose: item.purpose, name: item.name }
        : { kind: item.kind, payload: item.payload };
    await this.#add({ id: newId(), visitId, at, ...told }, file);
    await this.dismiss(item);
  }

  sendNow(): void {
    void this.#outbox?.flush();
  }

  forget(visit: Visit): void {
    this.gone = this.gone.filter((one) => one !== visit);
  }

  /** How many are left today. */
  left = $derived(this.day?.visits.filter((visit) => !isOver(visit.stage)).length ?? 0);
}

export const phone = new Phone();
