import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListRequest } from '$lib/ui/list.svelte';

type Shapes = components['schemas'];
export type Part = Shapes['PartView'];
export type PartForm = Shapes['PartForm'];
export type PickList = Shapes['PickList'];
export type Tour = Shapes['PickListTour'];
export type Stop = Shapes['PickListStop'];
export type Item = Shapes['PickListItem'];
export type Refill = Shapes['PickListRefill'];
export type TransferLine = Shapes['PickListTransferLine'];
export type Lot = Shapes['StockBookLot'];
export type Place = Shapes['StockBookPlace'];
export type Entry = Shapes['StockBookEntry'];
export type StockDocument = Shapes['StockDocumentView'];
export type Warehouse = Shapes['WarehouseView'];
export type DocumentKind = StockDocument['kind'];

export const warehouseId = '00000000-0000-0000-0000-000000000001';

/** What went wrong between two tries must not happen twice: one id for all tries of a request. */
export const newId = (): string => crypto.randomUUID();

export const pickList = (day: string) =>
  client.GET('/api/pick-lists', { params: { query: { day } } }).then(body);

export const handOver = (form: Shapes['PickListTransferForm']) =>
  client.POST('/api/transfers', { body: form }).then(body);

export const bringBack = (form: Shapes['PickListReturnForm']) =>
  client.POST('/api/returns', { body: form }).then(body);

export const receive = (form: Shapes['StockReceiptForm']) =>
  client.POST('/api/stock/receipts', { body: form }).then(body);

export const count = (form: Shapes['StockCountForm']) =>
  client.POST('/api/stock/counts', { body: form }).then(body);

export const parts = (
  request: Pick<ListRequest<unknown>, 'search' | 'page' | 'size' | 'signal'>,
  onlyActive: boolean,
) => {
  const { search, page, size, signal } = request;
  return client
    .GET('/api/parts', { params: { query: { search, onlyActive, page, size } }, signal })
    .then(body);
};

export const part = (id: string) => client.GET('/api/parts/{id}', { params: { path: { id } } }).then(body);

export const savePart = (id: string | null, form: PartForm) =>
  id
    ? client.PUT('/api/parts/{id}', { params: { path: { id } }, body: form }).then(body)
    : client.POST('/api/parts', { body: form }).then(body);

export const warehouse = () => client.GET('/api/warehouse').then(body);

export const changeWarehouse = (form: Shapes['WarehouseForm']) =>
  client.PUT('/api/warehouse', { body: form }).then(body);

export const places = () =>
  client
    .GET('/api/stock/locations')
    .then(body)
    .then((answer) => answer.items);

export const lots = (query: { locationId?: string; partId?: string }) =>
  client
    .GET('/api/stock', { params: { query } })
    .then(body)
    .then((answer) => answer.items);

export const movements = (query: { partId?: string; locationId?: string; before?: number }) =>
  client.GET('/api/stock/movements', { params: { query } }).then(body);

export const documents = ({
  search,
  filters,
  page,
  size,
  signal,
}: ListRequest<{ kind: DocumentKind | '' }>) =>
  client
    .GET('/api/stock-documents', {
      params: { query: { search, kind: filters.kind || undefined, page, size } },
      signal,
    })
    .then(body);

export const document = (id: string) =>
  client.GET('/api/stock-documents/{id}', { params: { path: { id } } }).then(body);
