import type { components } from '$api/schema';
import { body, client } from '$lib/http';

type Schemas = components['schemas'];
export type PlanSummary = Schemas['PlanSummary'];
export type PlanDiff = Schemas['PlanDiff'];
export type PlanKpis = Schemas['PlanKpis'];
export type Placed = Schemas['PlanDiffPlaced'];

export const plansOf = (day: string, signal?: AbortSignal): Promise<PlanSummary[]> =>
  client.GET('/api/plans', { params: { query: { day } }, signal }).then((answer) => body(answer).items);
/** What `second` changes against `first`. */
export const comparePlans = (first: string, second: string): Promise<PlanDiff> =>
  client.GET('/api/plans/{first}/compare/{second}', { params: { path: { first, second } } }).then(body);
export const compareWithPublished = (plan: string): Promise<PlanDiff> =>
  client.GET('/api/plans/{plan}/compare/published', { params: { path: { plan } } }).then(body);
