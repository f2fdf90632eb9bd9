import { refusedWords } from '$lib/refused';
import type { Visit } from '$api/types';
import type { BoardState } from '../state.svelte';
import { routeOn, type Placed } from '../views';
import { moves, type Advice, type Preview } from './api';
import { isShifted } from './consequences';
import { Previewer } from './previewer';
import { changesFor, isMovable, keyOf, type Moved, type RouteTarget, type Target } from './wish';

/** Whether a technician could take what is moved on a day, at his best place. */
export interface Verdict {
  fits: boolean;
  /** The hard rules in the way. */
  broken: { rule: string; unit: string; amount: number }[];
}

export interface Drag {
  visits: Visit[];
  moved: Moved[];
  ids: ReadonlySet<string>;
  /** Where the visit was taken up; none for one of the list. */
  from: Placed | null;
  /** How far from the block's left edge it is held, in pixels. */
  grabbed: number;
}

/** Where the pointer is and which keys are held. */
export interface Point {
  x: number;
  y: number;
  /** Exactly here: no snapping, an exact time. */
  exact: boolean;
}

/** A part of the board on which things can be dropped: a target, null for none, undefined when not there. */
export type Zone = (point: Point, drag: Drag) => Target | null | undefined;

interface Answer {
  target: Target;
  preview: Preview;
}

const advisedVisits = 8;

/** What is being moved, where it would go, and what would come of it. */
export class Moving {
  drag = $state.raw<Drag | null>(null);
  /** Under the pointer; the place found feasible beside it takes its place. */
  target = $state.raw<Target | null>(null);
  answer = $state.raw<Answer | null>(null);
  /** Why the server would not even try it. */
  refusal = $state<string | null>(null);
  /** True when the answer is of a place beside the pointer, where all rules are kept. */
  snapped = $state(false);
  /** By technician and day; null until the server has told. */
  verdicts = $state.raw<ReadonlyMap<string, Verdict> | null>(null);
  /** Other visits that the answer moves in time. */
  readonly shifted = $derived(
    new Set(
      this.answer?.preview.routes
        .flatMap(({ stops }) => stops.filter(isShifted))
        .map(({ visitId }) => visitId),
    ),
  );

  readonly zones = new Map<string, Zone>();
  /** Scrolls what is at its edge under the pointer; true while it goes on. */
  scroll: (point: Point) => boolean = () => false;
  readonly #board: BoardState;
  readonly #previewer = new Previewer<Preview>();
  #waiting: (() => void)[] = [];
  #advice: AbortController | null = null;

  constructor(board: BoardState) {
    this.#board = board;
  }

  /** The visits that go along when this one is taken: all that are marked, if it is among them. */
  subjects(visit: Visit): Visit[] {
    const { marked, index } = this.#board;
    if (!marked.has(visit.id)) return [visit];
    return [...marked].map((id) => index?.visits.get(id)).filter((v): v is Visit => !!v && isMovable(v));
  }

  begin(visits: Visit[], from: Placed | null, grabbed = 0, member: number | null = null): void {
    const moved = visits.map(({ id, crewSize }) => ({ visitId: id, crewSize, member }));
    this.drag = { visits, moved, from, grabbed, ids: new Set(visits.map(({ id }) => id)) };
    this.#board.hold();
    void this.#advise(this.drag);
  }

  /** The pointer is there now. */
  point(point: Point): void {
    const { drag } = this;
    if (!drag) return;
    let target: Target | null = null;
    for (const zone of this.zones.values()) {
      const found = zone(point, drag);
      if (found === undefined) continue;
      target = found;
      break;
    }
    this.aim(target, !point.exact);
  }

  /** Tries a target; with `snap` the place next to it where all rules are kept is taken instead. */
  aim(target: Target | null, snap = false): void {
    if ((this.target ? keyOf(this.target) : '') === (target ? keyOf(target) : '')) return;
    this.target = target;
    this.snapped = false;
    this.refusal = null;
    if (target) this.#try(target, snap ? this.#beside(target) : []);
    else this.answer = null;
  }

  /** What a drop would do now; null while it is not known. */
  wish(): { changes: ReturnType<typeof changesFor>; preview: Preview; target: Target } | null {
    const { drag, answer } = this;
    if (!drag || !answer || !this.target) return null;
    if (!this.snapped && keyOf(answer.target) !== keyOf(this.target)) return null;
    return { changes: this.#changes(drag, answer.target), ...answer };
  }

  /** Waits until the target has been answered, or refused. */
  async known(): Promise<void> {
    if (!this.target || this.wish() || this.refusal) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  end(): void {
    this.#tell();
    this.#advice?.abort();
    this.#previewer.clear();
    this.drag = null;
    this.target = null;
    this.answer = null;
    this.refusal = null;
    this.snapped = false;
    this.verdicts = null;
    this.#board.release();
  }

  /** Whether a technician could take it that day; undefined while that is not known. */
  verdictOf(technicianId: string, day: string): Verdict | undefined {
    const { verdicts, drag } = this;
    if (!verdicts || (drag?.from?.technician.id === technicianId && drag.from.day.day === day))
      return undefined;
    const shifts = this.#board.index?.technicians
      .get(technicianId)
      ?.days.find((entry) => entry.day === day)?.shifts;
    if (!shifts?.length) return { fits: false, broken: [{ rule: 'SHIFT', unit: 'COUNT', amount: 1 }] };
    // Only the best places are told, but every obstacle is.
    return verdicts.get(verdictKey(technicianId, day)) ?? { fits: true, broken: [] };
  }

  #tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #changes(drag: Drag, target: Target) {
    return changesFor(drag.moved, target, target.kind === 'route' ? this.routeIds(target) : []);
  }

  /** The visits on a technician's route of a day, in order. */
  routeIds({ technicianId, day }: { technicianId: string; day: string }): string[] {
    const technician = this.#board.index?.technicians.get(technicianId);
    return (technician && routeOn(technician, day)?.stops.map(({ visitId }) => visitId)) ?? [];
  }

  /** The places next to a target, the nearer first, to look for one where all rules are kept. */
  #beside(target: Target): RouteTarget[] {
    if (target.kind !== 'route' || target.index === null || target.start !== null) return [];
    const { index } = target;
    const most = this.routeIds(target).filter((id) => !this.drag?.ids.has(id)).length;
    return [index + 1, index - 1]
      .filter((at) => at >= 0 && at <= most)
      .map((at) => ({ ...target, index: at }));
  }

  #try(target: Target, others: RouteTarget[]): void {
    const { drag } = this;
    if (!drag) return;
    const { from, days } = this.#board.query;
    const ask = (signal: AbortSignal) => moves.preview({ from, days }, this.#changes(drag, target), signal);
    this.#previewer.ask(keyOf(target), ask, (told) => {
      if (told instanceof Error) {
        this.answer = null;
        this.refusal = refusedWords(told);
        this.#tell();
        return;
      }
      const first = this.target && keyOf(this.target) === keyOf(target);
      if (first || told.keepsHardRules) {
        this.answer = { target, preview: told };
        this.snapped = !first;
      }
      const next = others[0];
      if (!told.keepsHardRules && next) this.#try(next, others.slice(1));
      else this.#tell();
    });
  }

  /** Asks who could take it, to tell on every row. */
  async #advise(drag: Drag): Promise<void> {
    const abort = new AbortController();
    this.#advice = abort;
    const { from, days } = this.#board.query;
    try {
      const advices = await Promise.all(
        drag.visits
          .slice(0, advisedVisits)
          .map((visit) => moves.explain({ from, days }, visit.id, abort.signal)),
      );
      if (this.drag !== drag) return;
      this.drag = { ...drag, moved: drag.moved.map((moved, i) => withMember(moved, drag.from, advices[i])) };
      this.verdicts = verdictsOf(advices);
    } catch {
      // Without it the rows say nothing; the place under the pointer is told all the same.
    }
  }
}

/** Which member of its crew stands where the visit was taken up. */
function withMember(moved: Moved, from: Placed | null, advice: Advice | undefined): Moved {
  if (moved.crewSize === 1 || !from || !advice) return moved;
  const { parts } = advice;
  const own = parts.find(
    ({ here }) => here?.technicianId === from.technician.id && here.day === from.day.day,
  );
  return { ...moved, member: (own ?? parts[0])?.member ?? null };
}

export const verdictKey = (technicianId: string, day: string) => `${technicianId}/${day}`;

function verdictsOf(advices: Advice[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const part of advices.flatMap(({ parts }) => parts.slice(0, 1))) {
    for (const { technicianId, day, broken } of part.obstacles) {
      const key = verdictKey(technicianId, day);
      verdicts.set(key, { fits: false, broken: [...(verdicts.get(key)?.broken ?? []), ...broken] });
    }
    for (const { technicianId, day } of part.alternatives) {
      const key = verdictKey(technicianId, day);
      if (!verdicts.has(key)) verdicts.set(key, { fits: true, broken: [] });
    }
  }
  return verdicts;
}
