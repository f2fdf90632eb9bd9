import { expect, it, vi } from 'vitest';
import type { Board } from '$api/types';
import { api } from '$lib/http';
import type { Changed } from './moves/api';
import { aBoard, aVisit } from './sample';
import { BoardState } from './state.svelte';

// The words' language is read when the page is, and what is looked at from its address.
vi.hoisted(() => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('location', { search: '?day=2026-11-24', pathname: '/board' });
});

it('a change stays on the screen when an answer comes late that was asked for before it', async () => {
  const before = aBoard('2026-11-24', [], [aVisit('a')], ['a']);
  const answers: ((board: Board) => void)[] = [];
  vi.spyOn(api, 'paths').mockResolvedValue({ day: '2026-11-24', routes: [] });
  vi.spyOn(api, 'board').mockImplementation((_from, _days, _preview, signal) => {
    const answer = new Promise<Board>((resolve, reject) => {
      answers.push(resolve);
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
    return answer as never;
  });
  const board = new BoardState('Europe/Berlin');
  const first = board.load();
  answers[0]?.(before);
  await first;

  const late = board.load();
  board.show({ ...before, publishing: [], routes: [], unassigned: [] } as unknown as Changed);
  answers[1]?.(before);
  await late;
  expect(board.data?.unassigned).toEqual([]);
  expect(answers, 'it is asked for anew').toHaveLength(3);
});
