import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '$api/types';
import { api } from '$lib/http';
import { toasts } from '$lib/ui/toasts.svelte';
import { Planning } from './planning.svelte';
import type { BoardState } from './state.svelte';

// The words' language is read when the page is.
vi.hoisted(() => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('document', { documentElement: {} });
});

const day = '2026-11-24';
const job = (state: Job['state']) =>
  ({ id: 'j', from: day, days: 1, state, limitSeconds: 20, elapsedMillis: 0, unassigned: 0 }) as Job;

const board = () =>
  ({
    query: { from: day, days: 1, until: day, facets: { region: '' } },
    data: null,
    rows: [],
    selectedTechnician: null,
    load: () => Promise.resolve(),
    reloadSoon: () => undefined,
    now: () => 0,
  }) as unknown as BoardState;

/** A plan that was asked for, and the answer to that, given when the test wants it. */
function asked() {
  const planning = new Planning(board(), () => true);
  let answer: (job: Job) => void = () => undefined;
  vi.spyOn(api, 'plan').mockReturnValue(new Promise<Job>((resolve) => (answer = resolve)) as never);
  const started = planning.start();
  return { planning, answered: (job: Job) => (answer(job), started) };
}

describe('a planning job that is faster than the answer to its start', () => {
  const told = vi.spyOn(toasts, 'show').mockReturnValue(undefined as never);
  beforeEach(() => told.mockClear());

  it('stays what the stream said of it last', async () => {
    const { planning, answered } = asked();
    planning.follow(job('QUEUED'));
    planning.follow(job('RUNNING'));
    await answered(job('QUEUED'));
    expect(planning.job?.state).toBe('RUNNING');
    planning.leave();
  });

  it('ends once, and for good', async () => {
    const { planning, answered } = asked();
    planning.follow(job('RUNNING'));
    planning.follow(job('DONE'));
    await answered(job('QUEUED'));
    planning.follow(job('RUNNING'));
    expect(planning.phase).toBe('idle');
    expect(planning.job).toBeNull();
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('ends too if only its end was heard; the end of another is none of ours', async () => {
    const { planning, answered } = asked();
    planning.follow({ ...job('DONE'), id: 'another' });
    planning.follow(job('DONE'));
    expect(planning.phase).toBe('starting');
    await answered(job('QUEUED'));
    expect(planning.phase).toBe('idle');
    expect(told).toHaveBeenCalledTimes(1);
  });
});
