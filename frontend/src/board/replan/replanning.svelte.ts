import type { LatLon } from '$lib/geo';
import { ApiProblem } from '$lib/http';
import { t, tCode } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import type { VisitStatus } from '$api/types';
import type { BoardState } from '../state.svelte';
import { acceptReplan, discardReplan, readReplan, startReplan, type Happening, type Replan } from './api';
import {
  eventOf,
  happeningsOf,
  mayReplan,
  usualRadius,
  wishOf,
  type Event,
  type Subject,
} from './happenings';
import { outlookOf, staleness, whoIsTold } from './proposal';

const pollMillis = 700;

/** Today is planned anew after something happened: asked, watched, accepted or discarded. */
export class Replanning {
  /** Where the list of what can have happened is open. */
  menu = $state.raw<{ subject: Subject; x: number; y: number } | null>(null);
  /** The next click on the map says which road is closed. */
  picking = $state(false);
  event = $state.raw<Event | null>(null);
  view = $state.raw<Replan | null>(null);
  /** Why there is no proposal, or why it was not accepted. */
  problem = $state<string | null>(null);
  busy = $state(false);
  /** The board that the proposal was made for; null until it is known. */
  #seen = $state.raw<{ planId?: string; statuses: Map<string, VisitStatus> } | null>(null);
  /** The server refused it as overtaken. */
  #refused = $state(false);

  readonly open = $derived.by(() => this.event !== null || this.picking);
  readonly proposal = $derived.by(() => this.view?.proposal ?? null);
  readonly searching = $derived.by(
    () => this.event !== null && (!this.view || this.view.state === 'SEARCHING'),
  );
  readonly told = $derived.by(() =>
    this.proposal && this.event && this.#board.index
      ? whoIsTold(this.proposal.changes, this.event, this.#board.index)
      : [],
  );
  readonly stale = $derived.by(() => {
    const { data, index, minute } = this.#board;
    if (this.#refused) return 'plan';
    return this.proposal && this.#seen && data && index
      ? staleness(this.proposal, this.#seen, data, index, minute)
      : null;
  });
  readonly may = $derived.by(() => {
    const { data } = this.#board;
    return !!data && this.#mayPlan() && mayReplan(data, this.#board.today());
  });

  readonly #board: BoardState;
  readonly #mayPlan: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(board: BoardState, mayPlan: () => boolean) {
    this.#board = board;
    this.#mayPlan = mayPlan;
  }

  choices(subject: Subject): Happening[] {
    return this.#board.index ? happeningsOf(subject, this.#board.index, this.#board.today()) : [];
  }

  ask(subject: Subject, x: number, y: number): void {
    if (!this.#mayPlan()) return;
    this.menu = { subject, x, y };
  }

  /** One of the choices was taken: the search begins, or the map waits for a place. */
  choose(happening: Happening, subject: Subject): void {
    this.menu = null;
    if (!this.#board.index) return;
    const event = eventOf(happening, subject, this.#board.index, t('replan.reason.usual'));
    if (event) void this.start(event);
    else this.pick();
  }

  /** The next click on the map says where the road is closed. */
  pick(): void {
    this.close();
    this.picking = true;
  }

  picked(place: LatLon): void {
    void this.start({ trigger: 'ROAD_CLOSED', place, radiusMetres: usualRadius });
  }

  /** Searches a proposal; one that is open is discarded. */
  async start(event: Event): Promise<void> {
    this.close();
    this.event = event;
    this.#show();
    try {
      const view = await startReplan(wishOf(event));
      // Another event was told meanwhile.
      if (this.event !== event) return void discardReplan(view.id).catch(() => undefined);
      this.#take(view);
      // What is shown may be older than what the proposal was made for.
      await this.#board.load();
      if (this.view?.id === view.id) this.#look();
    } catch (fault) {
      if (this.event === event) this.problem = reasonOf(fault);
    }
  }

  #look(): void {
    const { data, index } = this.#board;
    this.#seen = {
      planId: data?.plan?.id,
      statuses: new Map([...(index?.visits ?? [])].map(([id, visit]) => [id, visit.status])),
    };
    this.#show();
  }

  again(): void {
    if (this.event) void this.start(this.event);
  }

  /** The stream told that a proposal got better or is ready. */
  heard({ id }: { id: string }): void {
    if (id === this.view?.id) void this.#refresh();
  }

  async accept(): Promise<void> {
    const { view } = this;
    if (!view || this.busy) return;
    this.busy = true;
    try {
      const done = await acceptReplan(view.id);
      const told = done.accepted?.technicianIds.length ?? 0;
      this.view = null;
      this.close();
      toasts.show(told > 0 ? t('replan.acceptedTold', { n: told }) : t('replan.accepted'), 'good');
      await this.#board.load();
    } catch (fault) {
      this.#refused = fault instanceof ApiProblem && fault.code === 'replan-stale';
      this.problem = reasonOf(fault);
    } finally {
      this.busy = false;
    }
  }

  /** Discards what is open; nothing was changed by it. */
  close(): void {
    clearTimeout(this.#timer);
    const { view } = this;
    if (view && (view.state === 'SEARCHING' || view.state === 'READY'))
      void discardReplan(view.id).catch(() => undefined);
    this.view = null;
    this.#seen = null;
    this.event = null;
    this.problem = null;
    this.picking = false;
    this.#refused = false;
    this.#board.outlook = null;
  }

  #take(view: Replan): void {
    this.view = view;
    this.#show();
    clearTimeout(this.#timer);
    if (view.state === 'SEARCHING') this.#timer = setTimeout(() => void this.#refresh(), pollMillis);
  }

  async #refresh(): Promise<void> {
    const id = this.view?.id;
    if (!id) return;
    try {
      const view = await readReplan(id);
      if (this.view?.id === id) this.#take(view);
    } catch (fault) {
      if (this.view?.id === id) this.problem = reasonOf(fault);
    }
  }

  #show(): void {
    const { index } = this.#board;
    if (this.event && index) this.#board.outlook = outlookOf(this.proposal, this.event, index);
  }
}

function reasonOf(fault: unknown): string {
  if (!(fault instanceof ApiProblem)) return String(fault);
  if (fault.status === 0) return t('error.unreachable');
  if (fault.status === 403) return t('error.notAllowed');
  // The server's words are English.
  const what = fault.status === 404 ? 'gone' : (fault.errors[0]?.field ?? fault.code);
  return tCode('replan.problem', what, {}, 'replan.problem.other');
}
