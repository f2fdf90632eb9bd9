import { ApiProblem } from '$lib/http';
import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Day } from '$lib/time';
import type { Visit } from '$api/types';
import type { BoardState } from '../state.svelte';
import type { Placed } from '../views';
import { moves, type Change, type Preview } from './api';
import type { Changing } from './changing.svelte';
import type { Desk } from './desk';
import { press } from './dragging';
import { Moving } from './moving.svelte';
import { isMovable } from './wish';

/** A place of the screen beside which something opens. */
export interface Spot {
  x: number;
  y: number;
}

export interface Question extends Spot {
  changes: Change[];
  preview: Preview;
  /** Somebody else changed the plan between the preview and the drop; given with the reason typed before. */
  meanwhile?: { reason: string };
}

/** Leads every move from its begin to the stored change, or back: by drag, by menu, by key. */
export class Mover implements Desk {
  readonly moving: Moving;
  /** The menu of places is open there. */
  menu = $state.raw<Spot | null>(null);
  /** Something is asked there: the change would break a rule, or the plan is another one meanwhile. */
  question = $state.raw<Question | null>(null);
  /** The change is on its way; the ghosts stay until the board has it. */
  storing = $state(false);
  /** Moves what floats at the pointer. */
  follow: (x: number, y: number) => void = () => undefined;
  /** Where the pointer was seen last. */
  pointer: Spot = { x: 0, y: 0 };

  readonly #board: BoardState;
  readonly #changing: Changing;
  readonly #mayMove: () => boolean;

  constructor(board: BoardState, changing: Changing, mayMove: () => boolean) {
    this.#board = board;
    this.#changing = changing;
    this.#mayMove = mayMove;
    this.moving = new Moving(board);
  }

  /** False for who may not, and while another plan than the one that holds is shown. */
  mayMove(): boolean {
    return this.#mayMove() && !this.storing && this.#board.preview === undefined;
  }

  press(event: PointerEvent, visit: Visit, from: Placed | null): void {
    if (!isMovable(visit)) return;
    press(
      event,
      {
        board: this.#board,
        moving: this.moving,
        mayMove: () => this.mayMove(),
        follow: (x, y) => {
          this.pointer = { x, y };
          this.follow(x, y);
        },
        drop: (x, y) => void this.#drop({ x, y }),
      },
      visit,
      from,
    );
  }

  moveTo(visit: Visit, beside: Element | null): void {
    const visits = isMovable(visit) ? this.moving.subjects(visit) : [];
    if (!this.mayMove() || visits.length === 0 || this.moving.drag) return;
    const box = beside?.getBoundingClientRect();
    this.moving.begin(visits, this.#board.index?.placed.get(visit.id)?.[0] ?? null);
    this.menu = { x: box?.left ?? innerWidth / 3, y: box ? box.bottom + 6 : innerHeight / 4 };
  }

  put(
    visit: Visit,
    { technicianId, day }: { technicianId: string; day: Day },
    member: number | null,
    beside: Element | null,
  ): void {
    if (!this.mayMove() || !isMovable(visit) || this.moving.drag) return;
    const box = beside?.getBoundingClientRect();
    this.moving.begin([visit], null, 0, member);
    this.moving.aim({ kind: 'route', technicianId, day, index: null, start: null });
    void this.#drop({ x: box?.left ?? innerWidth / 3, y: (box?.bottom ?? innerHeight / 3) + 6 });
  }

  takeOff(visits: Visit[], beside: Element | null): void {
    const placed = visits.filter((visit) => isMovable(visit) && this.#board.index?.placed.has(visit.id));
    if (!this.mayMove() || placed.length === 0 || this.moving.drag) return;
    const box = beside?.getBoundingClientRect();
    this.moving.begin(placed, null);
    this.moving.aim({ kind: 'list' });
    void this.#drop({ x: box?.left ?? innerWidth / 3, y: box?.bottom ?? innerHeight / 3 });
  }

  /** What is shown as a ghost is stored; the menu asks for its reason itself. */
  async confirm(reason?: string): Promise<void> {
    const wish = this.question ?? this.moving.wish();
    if (!wish || this.storing) return;
    const { changes, preview } = wish;
    const spot = this.question ?? this.menu ?? this.pointer;
    this.question = null;
    this.menu = null;
    this.storing = true;
    let again: Question | null = null;
    try {
      await this.#changing.apply(changes, preview, reason);
      this.#board.unmark();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'plan-changed')
        again = await this.#onTheNewPlan(changes, spot, reason);
      if (!again) toasts.show(t('moves.failed', { reason: refusedWords(problem) }), 'bad');
    } finally {
      this.storing = false;
      if (again) this.question = again;
      else this.cancel();
    }
  }

  /** What the same change would mean on the plan as others made it; null when it is not possible there. */
  async #onTheNewPlan(changes: Change[], { x, y }: Spot, reason = ''): Promise<Question | null> {
    const { from, days } = this.#board.query;
    this.#board.release();
    await this.#board.load();
    // Its place on a route that is another one by now is no longer the one meant.
    const anywhere = changes.map((change) => ({ ...change, position: undefined }));
    const preview = await moves.preview({ from, days }, anywhere).catch(() => null);
    return preview && { x, y, changes: anywhere, preview, meanwhile: { reason } };
  }

  cancel(): void {
    this.question = null;
    this.menu = null;
    if (!this.storing) this.moving.end();
  }

  async #drop({ x, y }: Spot): Promise<void> {
    await this.moving.known();
    const wish = this.moving.wish();
    if (!wish) {
      if (this.moving.refusal) toasts.show(t('moves.failed', { reason: this.moving.refusal }), 'bad');
      this.cancel();
    } else if (wish.preview.keepsHardRules) await this.confirm();
    else this.question = { x, y, ...wish };
  }
}
