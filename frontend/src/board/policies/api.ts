import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type Policy = Schemas['PolicyView'];
export type Weight = Schemas['PolicyWeightView'];
export type PolicyForm = Schemas['PolicyForm'];

export const allPolicies = (signal?: AbortSignal): Promise<ListAnswer<Policy>> =>
  client.GET('/api/planning-policies', { signal }).then(body);
export const listPolicies = ({ signal }: ListRequest<Record<never, string>>) => allPolicies(signal);
export const createPolicy = (form: PolicyForm): Promise<Policy> =>
  client.POST('/api/planning-policies', { body: form }).then(body);
export const changePolicy = (id: string, form: PolicyForm): Promise<Policy> =>
  client.PUT('/api/planning-policies/{id}', { params: { path: { id } }, body: form }).then(body);
