import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { Day } from '$lib/time';

type Schemas = components['schemas'];
export type Capacity = Schemas['Capacity'];
export type Cell = Schemas['CapacityCell'];

export const capacityOf = (from: Day, days: number, signal: AbortSignal): Promise<Capacity> =>
  client.GET('/api/capacity', { params: { query: { from, days } }, signal }).then(body);
