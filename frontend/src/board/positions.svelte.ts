import { body, client } from '$lib/http';
import type { components } from '$api/schema';
import type { BoardState } from './state.svelte';

export type Position = components['schemas']['PositionView'];

const soonMillis = 2_000;
/** What is older says little of where somebody is now. */
export const freshMillis = 10 * 60_000;

/** Where technicians were seen last; many news in a row are one question. */
export class Positions {
  readonly #board: BoardState;
  readonly #mayKnow: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(board: BoardState, mayKnow: () => boolean) {
    this.#board = board;
    this.#mayKnow = mayKnow;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => void this.load(), soonMillis);
  }

  /** Without an answer those known stay: their age says how much they are worth. */
  async load(): Promise<void> {
    this.close();
    if (!this.#mayKnow()) return;
    const { items } = await client
      .GET('/api/positions')
      .then(body)
      .catch(() => ({ items: [...this.#board.positions.values()] }));
    this.#board.positions = new Map(items.map((position) => [position.technicianId, position]));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
