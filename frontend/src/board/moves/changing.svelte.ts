import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import { toasts } from '$lib/ui/toasts.svelte';
import type { BoardState } from '../state.svelte';
import { moves, stampsOf, type Change, type Changed, type Made, type Preview } from './api';
import { madeWords } from './words';

/** Stores changes of the plan, takes them back, and makes them again. */
export class Changing {
  /** What would be undone and redone next. */
  undoable = $state.raw<Made | null>(null);
  redoable = $state.raw<Made | null>(null);
  busy = $state(false);

  readonly #board: BoardState;

  constructor(board: BoardState) {
    this.#board = board;
  }

  /** Asks what can be taken back on the days shown; others may have changed them. */
  async refresh(): Promise<void> {
    if (this.busy) return;
    const { from, days } = this.#board.query;
    const stack = await moves.made({ from, days }).catch(() => null);
    const { query } = this.#board;
    if (!stack || this.busy || query.from !== from || query.days !== days) return;
    this.#tell(stack);
  }

  /**
   * Stores what a preview showed, on the plans that it was tried on.
   *
   * @param reason why a hard rule is broken on purpose; without one the server refuses that
   */
  async apply(changes: Change[], { plans }: Preview, reason?: string): Promise<void> {
    await this.#make((days) => moves.make(days, plans, changes, reason));
    const words = this.undoable ? madeWords(this.undoable, this.#board) : '';
    toasts.show(t('moves.done', { what: words }), 'good');
  }

  async undo(): Promise<void> {
    const made = this.undoable;
    if (made) await this.#turn('moves.undone', made, (days, plans) => moves.undo(days, plans));
  }

  async redo(): Promise<void> {
    const made = this.redoable;
    if (made) await this.#turn('moves.redone', made, (days, plans) => moves.redo(days, plans));
  }

  async #turn(
    told: 'moves.undone' | 'moves.redone',
    made: Made,
    call: (...of: Parameters<typeof moves.undo>) => Promise<Changed>,
  ): Promise<void> {
    const board = this.#board.data;
    if (!board || this.busy) return;
    const what = madeWords(made, this.#board);
    try {
      await this.#make((days) => call(days, stampsOf(board)));
      toasts.show(t(told, { what }), 'good');
    } catch (problem) {
      toasts.show(t('moves.failed', { reason: refusedWords(problem) }), 'bad');
    }
  }

  async #make(call: (days: { from: string; days: number }) => Promise<Changed>): Promise<void> {
    const { from, days } = this.#board.query;
    this.busy = true;
    try {
      const changed = await call({ from, days });
      const { query } = this.#board;
      if (query.from !== from || query.days !== days) return;
      this.#board.show(changed);
      this.#tell(changed);
    } catch (problem) {
      // Then the board shows what no longer holds.
      this.#board.reloadSoon();
      throw problem;
    } finally {
      this.busy = false;
    }
  }

  #tell({ undo, redo }: { undo?: Made | null; redo?: Made | null }): void {
    this.undoable = undo ?? null;
    this.redoable = redo ?? null;
  }
}
