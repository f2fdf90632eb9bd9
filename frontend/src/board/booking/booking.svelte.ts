import { ApiProblem } from '$lib/http';
import { newId } from '$lib/ids';
import { t } from '$lib/i18n/index.svelte';
import { closeAsking } from '$lib/leaving';
import type { Asset, Customer, Site } from '$lib/pickers/api';
import { refusedWords } from '$lib/refused';
import { dayOf, millis, type Day } from '$lib/time';
import { FormState } from '$lib/ui/form.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Priority, SkillLevel } from '$api/types';
import type { BoardState } from '../state.svelte';
import {
  confirmHold,
  findSlots,
  holdSlot,
  releaseHold,
  storeCall,
  type Hold,
  type Offer,
  type Operation,
  type SlotsWish,
} from './api';
import { keyOf, minutesLeft, outlookOf, windowsOf, type PartOfDay } from './slots';
import { windowWords } from './words';

const usualMinutes = 60;
const leastMinutes = 5;
const mostMinutes = 1440;
const daysSearched = 5;
const pauseMillis = 250;
/** What the server says when a slot cannot be had any more. */
const gone = ['slot-taken', 'hold-expired', 'hold-used'] as const;

/** A call that is taken on the board: for whom, where, what, and the time that is promised. */
export class Booking {
  open = $state(false);
  customer = $state.raw<Customer | null>(null);
  site = $state.raw<Site | null>(null);
  assets = $state.raw<Pick<Asset, 'id' | 'modelName' | 'serial' | 'location'>[]>([]);
  operation = $state.raw<Operation | null>(null);
  complaint = $state('');
  /** Who calls, if it is not the customer himself. */
  caller = $state('');
  minutes = $state<number | null>(usualMinutes);
  priority = $state<Priority>('NORMAL');
  skills = $state<SkillLevel[]>([]);
  part = $state<PartOfDay>('any');
  from = $state<Day | null>(null);

  /** The best times; null until they were asked for. */
  offers = $state.raw<Offer[] | null>(null);
  searching = $state(false);
  /** Why no times could be found. */
  problem = $state<string | null>(null);
  hold = $state.raw<Hold | null>(null);
  /** Of the slot that is held. */
  left = $state(0);
  /** The order that was made, when its time was gone in the last moment. */
  stored = $state.raw<{ number: string; visitId: string } | null>(null);
  /** Made anew with each call, so that the fields forget theirs. */
  form = $state.raw(new FormState());

  readonly dirty = $derived.by(
    () => !this.stored && (!!this.customer || !!this.complaint.trim() || !!this.hold),
  );
  readonly chosen = $derived.by(
    () => this.offers?.find((offer) => keyOf(offer) === this.#chosen) ?? this.offers?.[0],
  );
  /** What times are looked for; null while too little is known. */
  readonly wish = $derived.by((): SlotsWish | null => {
    const { site, minutes, from, stored } = this;
    if (!from) return null;
    const when = { from, days: daysSearched, windows: windowsOf(this.part, from, daysSearched, this.#zone) };
    if (stored) return { visitId: stored.visitId, ...when };
    if (!site || this.#wrongMinutes(minutes)) return null;
    return {
      place: site.coordinates,
      durationMinutes: minutes ?? usualMinutes,
      skills: this.#needs(),
      priority: this.priority,
      preferredTechnicianIds: this.customer?.preferredTechnicianIds,
      excludedTechnicianIds: this.customer?.excludedTechnicianIds,
      ...when,
    };
  });
  /** The same for the same wish, however often the board is loaded meanwhile. */
  readonly wishKey = $derived.by(() => JSON.stringify(this.wish));
  /** The times as ghosts; null while there are none. */
  readonly outlook = $derived.by(() => {
    const { offers, site } = this;
    if (!this.open || !offers || !site) return null;
    const { from, days } = this.#board.query;
    return outlookOf({
      offers: this.hold && this.chosen ? [this.chosen] : offers,
      chosen: this.chosen,
      minutes: this.minutes ?? usualMinutes,
      title: this.customer?.name ?? '',
      place: site.coordinates,
      from,
      days,
      zone: this.#zone,
      choose: (offer) => this.choose(offer),
    });
  });

  readonly #board: BoardState;
  #chosen = $state('');
  #key = newId();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | null = null;
  #before: HTMLElement | null = null;

  constructor(board: BoardState) {
    this.#board = board;
  }

  show(): void {
    if (this.open) return;
    this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.#empty();
    const today = this.#board.today();
    const { from } = this.#board.query;
    this.from = from > today ? from : today;
    this.open = true;
  }

  /** Asks first when something would be lost. */
  leave(): Promise<void> {
    return closeAsking(this, () => this.close());
  }

  close(): void {
    this.letGo();
    this.open = false;
    this.#stopSearch();
    this.#before?.focus();
  }

  /** Takes time and skills from the work to be done. */
  takeOperation(operation: Operation | null): void {
    this.operation = operation;
    if (!operation) return;
    this.minutes = Math.min(mostMinutes, Math.max(leastMinutes, operation.normMinutes || usualMinutes));
    const { skillId, skillLevel } = operation;
    this.skills = skillId ? [{ skillId, level: skillLevel ?? 1 }] : [];
    if (!this.complaint.trim()) this.complaint = operation.name;
  }

  choose(offer: Offer): void {
    if (!this.hold) this.#chosen = keyOf(offer);
  }

  /** Looks for times after a pause; what was held was for another wish. Call it when the wish changes. */
  searchSoon(): void {
    this.letGo();
    this.#stopSearch();
    this.problem = null;
    const { wish } = this;
    this.searching = wish !== null;
    if (!wish) this.offers = null;
    else this.#timer = setTimeout(() => void this.#search(wish), pauseMillis);
  }

  async takeHold(): Promise<void> {
    const { chosen, wish, wishKey } = this;
    if (!chosen || !wish || this.hold || this.searching) return;
    await this.form.run(async () => {
      const hold = await holdSlot(newId(), wish, chosen.window).catch((fault: unknown) =>
        this.#missed(fault),
      );
      // Closed, or asked for something else, in the meantime.
      if (!this.open || this.wishKey !== wishKey) return void releaseHold(hold.id).catch(() => undefined);
      this.hold = hold;
      this.tick();
    });
    // Nothing typed is lost by an attempt.
    this.form.dirty = this.dirty;
  }

  /** Time passes for what is held. */
  tick(): void {
    if (!this.hold) return;
    this.left = minutesLeft(this.hold.expiresAt, this.#board.now());
    if (this.left > 0) return;
    this.hold = null;
    this.form.problem = t('booking.gone.hold-expired');
    this.#searchAgain();
  }

  letGo(): void {
    if (this.hold) void releaseHold(this.hold.id).catch(() => undefined);
    this.hold = null;
  }

  /** Stores the call; with a slot held, the visit is on the plan then. */
  async save(): Promise<void> {
    if (!this.#isFine()) return;
    const { hold } = this;
    await this.form.run(async () => {
      const stored = this.stored ?? (await storeCall(this.#call()));
      if (hold)
        await confirmHold(hold.id, stored.visitId).catch((fault: unknown) => this.#missed(fault, stored));
      // Confirmed, it is no longer ours to let go.
      this.hold = null;
      this.close();
      const window = hold ? windowWords(hold.window, this.#zone) : '';
      const { number } = stored;
      toasts.show(hold ? t('booking.done', { number, window }) : t('booking.noted', { number }), 'good');
      this.#show(stored.visitId, hold);
    });
  }

  #show(visitId: string, hold: Hold | null): void {
    const { query } = this.#board;
    const day = hold && dayOf(millis(hold.start), this.#zone);
    this.#board.select({ visitId });
    if (day && (day < query.from || day > query.until)) query.showDay(day);
    else void this.#board.load();
  }

  get #zone(): string {
    return this.#board.data?.timeZone ?? 'UTC';
  }

  #needs(): SkillLevel[] {
    return this.skills.filter(({ skillId }) => skillId).map(({ skillId, level }) => ({ skillId, level }));
  }

  #wrongMinutes(minutes: number | null): boolean {
    return minutes === null || minutes < leastMinutes || minutes > mostMinutes;
  }

  #isFine(): boolean {
    return (
      !!this.stored ||
      this.form.check({
        customerId: !this.customer && t('form.required'),
        siteId: !this.site && t('form.required'),
        complaint: !this.complaint.trim() && t('form.required'),
        durationMinutes: this.#wrongMinutes(this.minutes) && t('orders.durationRange'),
      })
    );
  }

  #call() {
    return {
      key: this.#key,
      customerId: this.customer?.id ?? '',
      siteId: this.site?.id ?? '',
      assetIds: this.assets.map(({ id }) => id),
      complaint: this.complaint.trim(),
      caller: this.caller.trim(),
      operation: this.operation,
      priority: this.priority,
      durationMinutes: this.minutes ?? usualMinutes,
      skills: this.#needs(),
    };
  }

  async #search(wish: SlotsWish): Promise<void> {
    const abort = (this.#abort = new AbortController());
    try {
      this.offers = await findSlots(wish, abort.signal);
      this.searching = false;
    } catch (fault) {
      if (abort.signal.aborted) return;
      this.offers = null;
      this.searching = false;
      this.problem = refusedWords(fault);
    }
  }

  #searchAgain(): void {
    this.#stopSearch();
    this.searching = this.wish !== null;
    if (this.wish) void this.#search(this.wish);
  }

  #stopSearch(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  /** The slot is gone: what else there is is asked for at once. */
  #missed(fault: unknown, stored = this.stored): never {
    const code = fault instanceof ApiProblem && gone.find((one) => one === fault.code);
    if (!code) throw fault;
    this.hold = null;
    this.stored = stored;
    this.#searchAgain();
    throw new Error(t(`booking.gone.${code}`));
  }

  #empty(): void {
    this.#key = newId();
    this.customer = null;
    this.site = null;
    this.assets = [];
    this.operation = null;
    this.complaint = '';
    this.caller = '';
    this.minutes = usualMinutes;
    this.priority = 'NORMAL';
    this.skills = [];
    this.part = 'any';
    this.offers = null;
    this.searching = false;
    this.problem = null;
    this.stored = null;
    this.#chosen = '';
    this.form = new FormState();
  }
}
