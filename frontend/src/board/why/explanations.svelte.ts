import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import type { BoardState } from '../state.svelte';
import { explainPlan, explainVisit, type PlanAdvice, type VisitAdvice } from './api';

type Answer<T> = { key: string; value: T | null; problem: string | null };

/** So many visits' answers are kept. */
const remembered = 12;

/** Why a visit is where it is, and what the plan costs; asked once for each state of the board. */
export class Explanations {
  #visits = $state.raw<ReadonlyMap<string, Answer<VisitAdvice>>>(new Map());
  #plan = $state.raw<Answer<PlanAdvice> | null>(null);
  readonly #board: BoardState;
  readonly #asking = new Map<string, AbortController>();

  constructor(board: BoardState) {
    this.#board = board;
  }

  /** The latest answer about this visit; one of before the last change stands until the new one is there. */
  of(visitId: string): Answer<VisitAdvice> | null {
    return this.#visits.get(visitId) ?? null;
  }

  get plan(): Answer<PlanAdvice> | null {
    return this.#plan;
  }

  /** Asks about a visit, unless it is known. Call it in an effect: it asks again when the board changes. */
  askVisit(visitId: string): void {
    const { from, days } = this.#board.query;
    const key = this.#stamp();
    // While a plan is being made, what stands changes faster than it could be explained.
    if (this.#visits.get(visitId)?.key === key || this.#board.preview) return;
    void this.#ask(visitId, (signal) => explainVisit(visitId, from, days, signal)).then((answer) => {
      if (!answer) return;
      const others = [...this.#visits].filter(([id]) => id !== visitId).slice(1 - remembered);
      this.#visits = new Map([...others, [visitId, { key, ...answer }]]);
    });
  }

  askPlan(): void {
    const { from, days } = this.#board.query;
    const key = this.#stamp();
    if (this.#plan?.key === key || !this.#board.data?.plan || this.#board.preview) return;
    void this.#ask('plan', (signal) => explainPlan(from, days, signal)).then((answer) => {
      if (answer) this.#plan = { key, ...answer };
    });
  }

  /** What is on the board: everything that an answer depends on changes it. */
  #stamp(): string {
    const { data } = this.#board;
    return `${data?.from}+${data?.days}/${data?.plan?.id}/${data?.plan?.version}/${data?.now}`;
  }

  /** Null if a newer question has overtaken it. */
  async #ask<T>(
    what: string,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ value: T | null; problem: string | null } | null> {
    this.#asking.get(what)?.abort();
    const abort = new AbortController();
    this.#asking.set(what, abort);
    try {
      return { value: await ask(abort.signal), problem: null };
    } catch (fault) {
      if (abort.signal.aborted) return null;
      return { value: null, problem: t('why.failed', { reason: refusedWords(fault) }) };
    }
  }
}
