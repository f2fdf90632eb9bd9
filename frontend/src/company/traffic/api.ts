import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type SpeedProfile = Schemas['SpeedProfileView'];
export type SpeedProfileForm = Schemas['SpeedProfileForm'];
export type Territory = Schemas['TerritoryView'];

/** The most that one answer holds. */
const most = 200;

export const listProfiles = ({
  page,
  size,
  signal,
}: ListRequest<Record<never, string>>): Promise<ListAnswer<SpeedProfile>> =>
  client.GET('/api/speed-profiles', { params: { query: { page, size } }, signal }).then(body);

export const createProfile = (form: SpeedProfileForm): Promise<SpeedProfile> =>
  client.POST('/api/speed-profiles', { body: form }).then(body);

export const changeProfile = (id: string, form: SpeedProfileForm): Promise<SpeedProfile> =>
  client.PUT('/api/speed-profiles/{id}', { params: { path: { id } }, body: form }).then(body);

export const removeProfile = (id: string): Promise<unknown> =>
  client.DELETE('/api/speed-profiles/{id}', { params: { path: { id } } }).then(body);

export const territories = (): Promise<Territory[]> =>
  client.GET('/api/territories', { params: { query: { size: most } } }).then((answer) => body(answer).items);
