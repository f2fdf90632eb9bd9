import { duration } from '$lib/format';
import { ApiProblem, api } from '$lib/http';
import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import { recall, remember } from '$lib/storage';
import { addDays, millis } from '$lib/time';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Job, Kpis } from '$api/types';
import { scopesOf, type ScopeName } from './scopes';
import type { BoardState } from './state.svelte';

const tickMillis = 250;
/** The job is asked for now and then, in case a word of it was lost; often without a live stream. */
const pollEveryTicks = { live: 40, alone: 8 };

export const isActive = (job: Job) => job.state === 'QUEUED' || job.state === 'RUNNING';

/** The planning job of the days shown: started, followed, stopped. */
export class Planning {
  job = $state.raw<Job | null>(null);
  phase = $state<'idle' | 'starting' | 'running' | 'stopping'>('idle');
  /** The figures before planning began, to show what has been gained. */
  before = $state.raw<Kpis | null>(null);
  elapsedMillis = $state(0);
  sinceBetterMillis = $state<number | null>(null);
  progress = $derived(this.job ? Math.min(1, this.elapsedMillis / (this.job.limitSeconds * 1000)) : 0);

  /** What the next plan cares about; undefined for the default. Remembered in this browser. */
  policyId = $state<string | undefined>(recall('planningPolicy', '') || undefined);

  /** What the next plan may change; falls back to everything when what it names is no longer there. */
  scope = $state<ScopeName>('all');
  readonly scopes = $derived.by(() => scopesOf(this.#state));

  readonly #state: BoardState;
  readonly #isLive: () => boolean;
  readonly #ended = new Map<string, Job>();
  #toldAt = 0;
  #ticks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(state: BoardState, isLive: () => boolean) {
    this.#state = state;
    this.#isLive = isLive;
  }

  choosePolicy(id: string): void {
    this.policyId = id;
    remember('planningPolicy', id);
  }

  async start(): Promise<void> {
    if (this.phase !== 'idle') return;
    this.phase = 'starting';
    const { from, days } = this.#state.query;
    try {
      const begun = await this.#begun(from, days);
      // The stream may have been faster than the answer, and know more.
      if (this.phase === 'starting') this.follow(this.#ended.get(begun.id) ?? begun, begun.id);
    } catch (problem) {
      this.phase = 'idle';
      if (problem instanceof ApiProblem && problem.code === 'already-planning') await this.findActive();
      else toasts.show(t('error.planStart', { reason: refusedWords(problem) }), 'bad');
    }
  }

  /** A policy that was remembered and is gone by now makes way for the default. */
  async #begun(from: string, days: number): Promise<Job> {
    const scope = this.scopes.get(this.scope);
    try {
      return await api.plan(from, days, this.policyId, scope);
    } catch (problem) {
      if (!this.policyId || !(problem instanceof ApiProblem) || problem.status !== 404) throw problem;
      this.policyId = undefined;
      return await api.plan(from, days, undefined, scope);
    }
  }

  async stop(): Promise<void> {
    if (!this.job || this.phase !== 'running') return;
    this.phase = 'stopping';
    try {
      this.follow(await api.stop(this.job.id));
    } catch (problem) {
      this.phase = 'running';
      toasts.show(refusedWords(problem), 'bad');
    }
  }

  /** Looks for a job that already runs on the days shown, for instance after a reload. */
  async findActive(): Promise<void> {
    const { items } = await api.activeJobs().catch(() => ({ items: [] as Job[] }));
    const mine = items.find((job) => this.#concerns(job));
    if (mine) this.follow(mine);
    else if (this.job)
      this.follow(await api.job(this.job.id).catch(() => ({ ...(this.job as Job), state: 'DONE' })));
  }

  /** Takes a word about a job, from the stream or as an answer; what comes after its end is late. */
  follow(job: Job, mine = this.job?.id): void {
    if (!this.#concerns(job)) return;
    if (!isActive(job)) {
      this.#ended.set(job.id, job);
      if (job.id === mine) this.#finish(job);
      return;
    }
    if (this.#ended.has(job.id)) return;
    if (this.job?.id !== job.id) this.#begin();
    const better = this.job?.betterPlans !== job.betterPlans;
    this.job = job;
    this.#toldAt = Date.now();
    this.#tick();
    this.#state.preview = job.id;
    if (better) this.#state.reloadSoon();
  }

  /** Forgets the job followed, because other days are shown now. */
  leave(): void {
    clearInterval(this.#timer);
    this.job = null;
    this.before = null;
    this.phase = 'idle';
    this.#state.preview = undefined;
  }

  #begin(): void {
    this.phase = 'running';
    this.before = this.#state.data?.plan ? this.#state.data.kpis : null;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), tickMillis);
  }

  #finish(job: Job): void {
    this.leave();
    // Until then the board shows the last preview: who presses a visit there may find it gone from there.
    void this.#state.load().then(() => this.#tell(job));
  }

  #tell(job: Job): void {
    const { planned, unassigned } = job;
    const driving = duration(job.driveSeconds, { h: t('unit.h'), min: t('unit.min') });
    if (job.state === 'FAILED') toasts.show(t('error.planFailed', { reason: job.error ?? '' }), 'bad');
    else if (job.state === 'STOPPED') toasts.show(t('plan.stopped', { planned, unassigned }), 'good');
    else if (unassigned === 0) toasts.show(t('plan.doneAll', { planned, driving }), 'good');
    else toasts.show(t('plan.done', { planned, unassigned, driving }), 'good');
  }

  #tick(): void {
    const job = this.job;
    if (!job) return;
    this.elapsedMillis = job.elapsedMillis + Date.now() - this.#toldAt;
    this.sinceBetterMillis = job.lastBetterAt
      ? Math.max(0, this.#state.now() - millis(job.lastBetterAt))
      : null;
    if (++this.#ticks % (this.#isLive() ? pollEveryTicks.live : pollEveryTicks.alone) === 0) {
      void api.job(job.id).then(
        (answer) => this.follow(answer),
        () => undefined,
      );
    }
  }

  #concerns(job: Job): boolean {
    const { from, until } = this.#state.query;
    return job.from <= until && addDays(job.from, job.days - 1) >= from;
  }
}
