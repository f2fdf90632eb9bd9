import { api } from '$lib/http';
import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Published } from '$api/types';
import { changesOf, sendable } from './live';
import type { BoardState } from './state.svelte';

/** Sends the plans of the days shown to the technicians. */
export class Publishing {
  open = $state(false);
  busy = $state(false);
  readonly changes = $derived.by(() => (this.#board.data ? changesOf(this.#board.data) : []));
  readonly count = $derived.by(() => sendable(this.changes).length);
  /** True while a day shown has a plan of which the technicians were told nothing. */
  readonly isDraft = $derived.by(() => (this.#board.data?.publishing ?? []).some((day) => !day.published));
  readonly #board: BoardState;

  constructor(board: BoardState) {
    this.#board = board;
  }

  show(): void {
    if (this.changes.length > 0 || this.isDraft) this.open = true;
  }

  /** Sends to these technicians, or to all; visits that are named go out even if declined before. */
  async send(part: { technicianIds?: string[]; visitIds?: string[] } = {}): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { visitIds } = part;
    const days = (this.#board.data?.publishing ?? []).filter(
      ({ changes, published }) =>
        (changes.length > 0 || !published) &&
        (!visitIds || changes.some(({ visitId }) => visitIds.includes(visitId))),
    );
    try {
      const outcomes: Published[] = [];
      for (const { day, planId } of days) outcomes.push(await api.publish({ day, planId, ...part }));
      // Told when the board shows it.
      await this.#board.load();
      this.open = false;
      this.#tell(outcomes);
    } catch (problem) {
      toasts.show(t('error.publish', { reason: refusedWords(problem) }), 'bad');
      void this.#board.load();
    } finally {
      this.busy = false;
    }
  }

  #tell(outcomes: Published[]): void {
    const sum = (of: (outcome: Published) => number) => outcomes.reduce((all, one) => all + of(one), 0);
    const refused = sum((outcome) => outcome.refused.length);
    const words = t('publish.done', {
      sent: sum((outcome) => outcome.sent.length),
      recalled: sum((outcome) => outcome.recalled.length),
      unchanged: sum((outcome) => outcome.unchanged),
    });
    toasts.show(
      refused > 0 ? `${words} ${t('publish.refused', { n: refused })}` : words,
      refused > 0 ? 'calm' : 'good',
    );
  }
}
