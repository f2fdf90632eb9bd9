import { recall, remember } from '$lib/storage';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import { handOver, newId, pickList, type PickList, type StockDocument, type Tour } from './api';
import { allToggled, cleared, lackingItems, toggled, transferLines, withQuantity } from './picking';
import type { Line, Picked } from './picking';

const storageKey = 'parts.picked';
const settleMillis = 300;

/** The pick lists of a day, and what lies in the boxes already: kept on this device until handed over. */
export class PickState {
  list = $state.raw<PickList | null>(null);
  picked = $state.raw<Picked>({});
  papers = $state.raw<StockDocument[]>([]);
  problem = $state<string | null>(null);
  stale = $state(false);
  /** The technician whose box is being handed over. */
  sending = $state<string | null>(null);
  readonly lacking = $derived(this.list?.tours.reduce((sum, tour) => sum + lackingItems(tour), 0) ?? 0);
  #day = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One id for all tries to hand a box over. */
  readonly #ids = new Map<string, string>();

  show(day: string): void {
    this.#day = day;
    this.list = null;
    this.papers = [];
    this.#ids.clear();
    const kept = JSON.parse(recall(storageKey, '{}')) as { day?: string; picked?: Picked };
    this.picked = kept.day === day ? (kept.picked ?? {}) : {};
    void this.reload();
  }

  async reload(): Promise<void> {
    const day = this.#day;
    this.stale = true;
    try {
      const list = await pickList(day);
      if (day !== this.#day) return;
      this.list = list;
      this.problem = null;
    } catch (fault) {
      if (day === this.#day) this.problem = (fault as Error).message;
    }
    this.stale = false;
  }

  /** Many movements come at once; one look is enough. */
  reloadSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), settleMillis);
  }

  toggle(line: Line): void {
    this.#pick(toggled(this.picked, line));
  }

  toggleAll(tour: Tour): void {
    this.#pick(allToggled(this.picked, tour));
  }

  setQuantity(key: string, quantity: number): void {
    this.#pick(withQuantity(this.picked, key, quantity));
  }

  async handOver(tour: Tour): Promise<void> {
    const { technicianId } = tour;
    const id = this.#ids.get(technicianId) ?? newId();
    this.#ids.set(technicianId, id);
    this.sending = technicianId;
    try {
      const lines = transferLines(this.picked, tour);
      const paper = await handOver({ id, technicianId, day: this.#day, lines });
      this.#ids.delete(technicianId);
      this.papers = [...this.papers, paper];
      this.#pick(cleared(this.picked, tour));
      toasts.show(t('parts.pick.handedOver', { number: paper.number, technician: tour.technician }), 'good');
    } catch (fault) {
      // Refused for good: the next try is another request.
      if ((fault as { status?: number }).status !== 0) this.#ids.delete(technicianId);
      toasts.show((fault as Error).message, 'bad');
    }
    this.sending = null;
    await this.reload();
  }

  #pick(picked: Picked): void {
    this.picked = picked;
    remember(storageKey, JSON.stringify({ day: this.#day, picked }));
  }
}
