import { body, client } from '$lib/http';
import { newId } from '$lib/ids';
import type { components } from '$api/schema';
import type { BoardState } from './state.svelte';

type AtWork = components['schemas']['ColleagueAtWork'];

/** What another open board is at. */
export interface Colleague {
  /** Of the browser's page: one person may have several. */
  page: string;
  name: string;
  at: AtWork;
}

const tellAfterMillis = 250;
const tellAgainMillis = 20_000;
/** Who says nothing for so long is gone. */
const forgetMillis = 3 * tellAgainMillis;
const mostVisits = 100;

/** Boards tell one another what their dispatchers have open and move, so that nobody is surprised. */
export class Colleagues {
  /** By page. */
  others = $state.raw<ReadonlyMap<string, Colleague>>(new Map());

  readonly #board: BoardState;
  /** The visits being moved right now; null without a move. */
  readonly #moved: () => ReadonlySet<string> | null;
  readonly #mayTell: () => boolean;
  /** Another one after each leave: what is still on its way of the last brings nobody back. */
  #page = newId();
  readonly #left = new Set<string>();
  readonly #heardAt = new Map<string, number>();
  readonly #again = setInterval(() => this.#repeat(), tellAgainMillis);
  #soon: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  constructor(board: BoardState, moved: () => ReadonlySet<string> | null, mayTell: () => boolean) {
    this.#board = board;
    this.#moved = moved;
    this.#mayTell = mayTell;
  }

  /** What is looked at or moved has changed: the others hear it in a moment, if it is new. */
  changed(): void {
    const now = JSON.stringify(this.#atWork());
    if (now === this.#told || !this.#mayTell()) return;
    this.#told = now;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#tell(), tellAfterMillis);
  }

  /** Somebody may have come while this page was not heard. */
  again(): void {
    this.#told = '';
    this.changed();
  }

  heard(colleague: Colleague): void {
    const { page } = colleague;
    if (page === this.#page || this.#left.has(page)) return;
    if (!this.others.has(page)) this.again();
    this.#heardAt.set(page, Date.now());
    this.#put(new Map([...this.others, [page, colleague]]));
  }

  left(page: string): void {
    this.#left.add(page);
    this.#forget(page);
  }

  close(): void {
    clearInterval(this.#again);
    this.leave();
  }

  /** This page goes, maybe for good. */
  leave(): void {
    clearTimeout(this.#soon);
    if (!this.#told) return;
    this.#told = '';
    const params = { path: { page: this.#page } };
    this.#page = newId();
    // The page may be gone before the answer comes.
    void client
      .DELETE('/api/live/colleagues/{page}', { params, keepalive: true })
      .then(body, () => undefined);
  }

  #forget(page: string): void {
    if (this.others.has(page)) this.#put(new Map([...this.others].filter(([other]) => other !== page)));
  }

  #atWork(): AtWork {
    const { query, marked } = this.#board;
    const { selection } = query;
    const moved = this.#moved();
    const looked = selection && 'visitId' in selection ? [selection.visitId, ...marked] : [...marked];
    return {
      day: query.from,
      visitIds: [...(moved ?? looked)].slice(0, mostVisits),
      technicianId: selection && 'technicianId' in selection ? selection.technicianId : undefined,
      moving: moved !== null,
    };
  }

  async #tell(): Promise<void> {
    const params = { path: { page: this.#page } };
    // Without a connection there is nobody to tell; the next hello tells it again.
    await client
      .PUT('/api/live/colleagues/{page}', { params, body: this.#atWork() })
      .catch(() => (this.#told = ''));
  }

  #repeat(): void {
    const now = Date.now();
    for (const page of this.others.keys())
      if (now - (this.#heardAt.get(page) ?? 0) > forgetMillis) this.#forget(page);
    this.again();
  }

  #put(others: ReadonlyMap<string, Colleague>): void {
    this.others = others;
    this.#board.atWork = new Map(
      [...others.values()].flatMap((colleague) =>
        colleague.at.visitIds.map((id) => [id, colleague] as const),
      ),
    );
  }
}
