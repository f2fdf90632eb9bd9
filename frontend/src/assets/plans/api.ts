import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type Plan = Schemas['RecurrenceView'];
export type PlanForm = Schemas['RecurrenceForm'];
export type PlanState = Plan['state'];
export type Preview = Schemas['RecurrencePreviewView'];
export type Occurrence = Schemas['RecurrenceOccurrenceView'];

const few = 20;

export const listPlans = ({
  search,
  filters: { state },
  page,
  size,
  signal,
}: ListRequest<{ state: string }>): Promise<ListAnswer<Plan>> =>
  client
    .GET('/api/recurrences', {
      params: { query: { search, page, size, state: (state || undefined) as PlanState | undefined } },
      signal,
    })
    .then(body);

export const plansAbout = (assetId: string): Promise<ListAnswer<Plan>> =>
  client.GET('/api/recurrences', { params: { query: { assetId, size: few } } }).then(body);

export const plan = (id: string): Promise<Plan> =>
  client.GET('/api/recurrences/{id}', { params: { path: { id } } }).then(body);

export const createPlan = (form: PlanForm): Promise<Plan> =>
  client.POST('/api/recurrences', { body: form }).then(body);

export const changePlan = (id: string, form: PlanForm): Promise<Plan> =>
  client.PUT('/api/recurrences/{id}', { params: { path: { id } }, body: form }).then(body);

export const setPlanState = (id: string, version: number, state: PlanState): Promise<Plan> =>
  client
    .POST('/api/recurrences/{id}/state', { params: { path: { id } }, body: { version, state } })
    .then(body);

/** Makes the orders of all days up to this one; the number of those that were missing. */
export const createUntil = (id: string, until: string): Promise<number> =>
  client
    .POST('/api/recurrences/{id}/create', { params: { path: { id }, query: { until } } })
    .then((answer) => body(answer).orders);

export const ordersMade = (id: string): Promise<ListAnswer<Occurrence>> =>
  client.GET('/api/recurrences/{id}/orders', { params: { path: { id }, query: { size: few } } }).then(body);

export const preview = (rule: string, start: string, signal?: AbortSignal): Promise<Preview> =>
  client.GET('/api/recurrences/preview', { params: { query: { rule, start, count: 8 } }, signal }).then(body);
