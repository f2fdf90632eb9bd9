import type { components } from '$api/schema';
import type { Coordinates } from '$api/types';
import { body, client } from '$lib/http';

type Schemas = components['schemas'];
export type Customer = Schemas['CustomerView'];
export type Site = Schemas['SiteView'];
export type Asset = Schemas['AssetView'];
export type Model = Schemas['ModelView'];
export type SiteForm = Schemas['SiteForm'];
export type FoundAddress = Schemas['AddressView'];

const offered = 12;
/** The most that one answer holds; a customer with more sites is searched among the first of them. */
const most = 200;

export const findCustomers = (search: string, signal?: AbortSignal): Promise<Customer[]> =>
  client
    .GET('/api/customers', { params: { query: { search: search || undefined, size: offered } }, signal })
    .then((answer) => body(answer).items);

export const createCustomer = (form: Schemas['CustomerForm']): Promise<Customer> =>
  client.POST('/api/customers', { body: form }).then(body);

export const sitesOf = (customerId: string, signal?: AbortSignal): Promise<Site[]> =>
  client
    .GET('/api/customers/{customerId}/sites', {
      params: { path: { customerId }, query: { size: most } },
      signal,
    })
    .then((answer) => body(answer).items);

export const createSite = (customerId: string, form: SiteForm): Promise<Site> =>
  client
    .POST('/api/customers/{customerId}/sites', { params: { path: { customerId } }, body: form })
    .then(body);

export const findAssets = (
  query: { search?: string; customerId?: string; siteId?: string },
  signal?: AbortSignal,
): Promise<Asset[]> =>
  client
    .GET('/api/assets', { params: { query: { ...query, active: true, size: offered } }, signal })
    .then((answer) => body(answer).items);

export const createAsset = (form: Schemas['AssetForm']): Promise<Asset> =>
  client.POST('/api/assets', { body: form }).then(body);

export const findModels = (search: string, signal?: AbortSignal): Promise<Model[]> =>
  client
    .GET('/api/models', {
      params: { query: { search: search || undefined, active: true, size: offered } },
      signal,
    })
    .then((answer) => body(answer).items);

export const createModel = (form: Schemas['ModelForm']): Promise<Model> =>
  client.POST('/api/models', { body: form }).then(body);

/** Addresses that fit what was typed, best first; coordinates give one. */
export const findAddresses = (q: string, near: Coordinates, signal?: AbortSignal): Promise<FoundAddress[]> =>
  client.GET('/api/places', { params: { query: { q, ...near, limit: offered } }, signal }).then(body);

/** What is nearest to a spot on the map. */
export const addressAt = (spot: Coordinates, signal?: AbortSignal): Promise<FoundAddress> =>
  client.GET('/api/places/at', { params: { query: spot }, signal }).then(body);
