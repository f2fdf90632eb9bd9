import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { Day } from '$lib/time';
import type { PlanDiff } from '../compare/api';

type Schemas = components['schemas'];
export type Scenario = Schemas['ScenarioView'];
export type ScenarioForm = Schemas['ScenarioForm'];
export type Suppositions = Schemas['Suppositions'];

const at = (id: string) => ({ params: { path: { id } } });

export const scenariosOf = (from: Day, days: number, signal?: AbortSignal): Promise<Scenario[]> =>
  client
    .GET('/api/scenarios', { params: { query: { from, days } }, signal })
    .then((answer) => body(answer).items);
export const scenarioOf = (id: string): Promise<Scenario> =>
  client.GET('/api/scenarios/{id}', at(id)).then(body);
export const createScenario = (form: ScenarioForm): Promise<Scenario> =>
  client.POST('/api/scenarios', { body: form }).then(body);
export const changeScenario = (id: string, form: ScenarioForm): Promise<Scenario> =>
  client.PUT('/api/scenarios/{id}', { ...at(id), body: form }).then(body);
export const runScenario = (id: string): Promise<Scenario> =>
  client.POST('/api/scenarios/{id}/run', { ...at(id), body: {} }).then(body);
export const stopScenario = (id: string): Promise<Scenario> =>
  client.POST('/api/scenarios/{id}/stop', at(id)).then(body);
export const publishScenario = (id: string, version: number) =>
  client.POST('/api/scenarios/{id}/publish', { ...at(id), body: { version } }).then(body);
export const discardScenario = (id: string) => client.DELETE('/api/scenarios/{id}', at(id));
/** What the scenario changes against the plan in force, or against another one. */
export const changesOf = (id: string, other?: string): Promise<PlanDiff> =>
  other
    ? client.GET('/api/scenarios/{id}/compare/{other}', { params: { path: { id, other } } }).then(body)
    : client.GET('/api/scenarios/{id}/compare', at(id)).then(body);
