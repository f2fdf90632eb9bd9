import type { components } from '$api/schema';
import type { Board, Kpis, PublishedDay, Route, Unassigned, Visit } from '$api/types';
import { body, client } from '$lib/http';
import { newId } from '$lib/ids';

type Schemas = components['schemas'];
export type Change = Schemas['AdviceChange'];
export type Preview = Schemas['Preview'];
export type RouteChange = Schemas['PreviewRouteChange'];
export type StopTimes = Schemas['PreviewStopTimes'];
export type Broken = Schemas['PreviewBroken'];
export type Cost = Schemas['Cost'];
export type Advice = Schemas['VisitAdvice'];
export type AdvicePart = Schemas['VisitAdvicePart'];
export type PlanStamp = Schemas['PlanStamp'];
export type Made = Schemas['ChangeServiceMade'];
/** What the board shows after a change; its parts are those of the board. */
export type Changed = Omit<
  Schemas['ChangedView'],
  'kpis' | 'publishing' | 'routes' | 'unassigned' | 'visits'
> & {
  kpis: Kpis;
  publishing: PublishedDay[];
  routes: { technicianId: string; day: string; route?: Route | null }[];
  unassigned: Unassigned[];
  visits: Visit[];
};

/** The days whose plan is changed. */
export interface Days {
  from: string;
  days: number;
}

/** The plans that a board shows: who changes them says so, and learns if others hold by now. */
export const stampsOf = (board: Board): PlanStamp[] =>
  (board.publishing ?? []).map(({ day, planId, version }) => ({ day, planId, version }));

const asChanged = (answer: unknown) => answer as Changed;

export const moves = {
  preview: (days: Days, changes: Change[], signal?: AbortSignal) =>
    client.POST('/api/plans/preview', { body: { ...days, changes }, signal }).then(body),
  explain: ({ from, days }: Days, visitId: string, signal?: AbortSignal) =>
    client
      .GET('/api/plans/explanation/{visitId}', {
        params: { path: { visitId }, query: { day: from, days } },
        signal,
      })
      .then(body),
  make: (days: Days, plans: PlanStamp[], changes: Change[], reason?: string) =>
    client
      .POST('/api/plans/changes', { body: { id: newId(), ...days, plans, changes, reason } })
      .then(body)
      .then(asChanged),
  undo: (days: Days, plans: PlanStamp[]) =>
    client
      .POST('/api/plans/changes/undo', { body: { ...days, plans } })
      .then(body)
      .then(asChanged),
  redo: (days: Days, plans: PlanStamp[]) =>
    client
      .POST('/api/plans/changes/redo', { body: { ...days, plans } })
      .then(body)
      .then(asChanged),
  made: ({ from, days }: Days) =>
    client.GET('/api/plans/changes', { params: { query: { day: from, days } } }).then(body),
};
