import type { components } from '$api/schema';
import { body, client } from '$lib/http';

type Schemas = components['schemas'];
export type Cost = Schemas['Cost'];
export type VisitAdvice = Schemas['VisitAdvice'];
export type Part = Schemas['VisitAdvicePart'];
export type Alternative = Schemas['VisitAdviceAlternative'];
export type Obstructed = Schemas['VisitAdviceObstructed'];
export type Allowing = Schemas['VisitAdviceAllowing'];
export type PlanAdvice = Schemas['PlanAdvice'];

export const explainVisit = (visitId: string, day: string, days: number, signal?: AbortSignal) =>
  client
    .GET('/api/plans/explanation/{visitId}', { params: { path: { visitId }, query: { day, days } }, signal })
    .then(body);
export const explainPlan = (day: string, days: number, signal?: AbortSignal) =>
  client.GET('/api/plans/explanation', { params: { query: { day, days } }, signal }).then(body);
