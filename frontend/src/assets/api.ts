import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type Asset = Schemas['AssetView'];
export type AssetForm = Schemas['AssetForm'];
export type AssetChange = Schemas['AssetChangeView'];
export type Operation = Schemas['OperationView'];
export type OperationForm = Schemas['OperationForm'];
export type Order = Schemas['OrderRow'];
export type Skill = Schemas['SkillView'];

const few = 20;
const most = 200;

export interface AssetFilters extends Record<string, string> {
  state: string;
  warranty: string;
  customer: string;
  site: string;
}

export const listAssets = ({
  search,
  filters: { state, warranty, customer, site },
  page,
  size,
  signal,
}: ListRequest<AssetFilters>): Promise<ListAnswer<Asset>> =>
  client
    .GET('/api/assets', {
      params: {
        query: {
          search,
          page,
          size,
          active: state === '' ? undefined : state === 'active',
          underWarranty: warranty === '' ? undefined : warranty === 'yes',
          customerId: customer || undefined,
          siteId: site || undefined,
        },
      },
      signal,
    })
    .then(body);

export const asset = (id: string): Promise<Asset> =>
  client.GET('/api/assets/{id}', { params: { path: { id } } }).then(body);

export const createAsset = (form: AssetForm): Promise<Asset> =>
  client.POST('/api/assets', { body: form }).then(body);

export const changeAsset = (id: string, form: AssetForm): Promise<Asset> =>
  client.PUT('/api/assets/{id}', { params: { path: { id } }, body: form }).then(body);

export const assetLog = (id: string): Promise<ListAnswer<AssetChange>> =>
  client.GET('/api/assets/{id}/log', { params: { path: { id }, query: { size: most } } }).then(body);

export const ordersAbout = (assetId: string): Promise<ListAnswer<Order>> =>
  client.GET('/api/orders', { params: { query: { assetId, size: few } } }).then(body);

export const ownerOf = (id: string): Promise<Schemas['CustomerView']> =>
  client.GET('/api/customers/{id}', { params: { path: { id } } }).then(body);

export const siteOf = (id: string): Promise<Schemas['SiteView']> =>
  client.GET('/api/sites/{id}', { params: { path: { id } } }).then(body);

export const listOperations = ({
  search,
  filters: { state },
  page,
  size,
  signal,
}: ListRequest<{ state: string }>): Promise<ListAnswer<Operation>> =>
  client
    .GET('/api/operations', {
      params: { query: { search, page, size, active: state === '' ? undefined : state === 'active' } },
      signal,
    })
    .then(body);

export const createOperation = (form: OperationForm): Promise<Operation> =>
  client.POST('/api/operations', { body: form }).then(body);

export const changeOperation = (id: string, form: OperationForm): Promise<Operation> =>
  client.PUT('/api/operations/{id}', { params: { path: { id } }, body: form }).then(body);

export const skills = (): Promise<Skill[]> =>
  client.GET('/api/skills', { params: { query: { size: most } } }).then((answer) => body(answer).items);
