import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { Day } from '$lib/time';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type Due = Schemas['SettlementDueView'];
export type Brief = Schemas['SettlementBrief'];
export type Proposal = Schemas['ProposalView'];
export type Settlement = Schemas['SettlementView'];
export type Line = Schemas['SettledLine'];
export type SettleForm = Schemas['SettleForm'];
export type InvoiceBrief = Schemas['InvoiceBrief'];
export type Invoice = Schemas['InvoiceView'];
export type InvoiceKind = InvoiceBrief['kind'];
export type Payment = Schemas['PaymentView'];
export type PaymentForm = Schemas['PaymentForm'];
export type CreditForm = Schemas['InvoiceCreditForm'];
export type Debt = Schemas['PaymentDebtView'];
export type Earning = Schemas['EarningView'];
export type Rates = Schemas['RatesView'];
export type PieceRateForm = Schemas['RatePieceRateForm'];
export type HourlyRateForm = Schemas['RateHourlyRateForm'];

const most = 200;

export const due = ({
  search,
  page,
  size,
  signal,
}: ListRequest<Record<never, string>>): Promise<ListAnswer<Due>> =>
  client.GET('/api/settlements/due', { params: { query: { search, page, size } }, signal }).then(body);

export const waiting = ({
  page,
  size,
  signal,
}: ListRequest<Record<never, string>>): Promise<ListAnswer<Brief>> =>
  client.GET('/api/settlements', { params: { query: { waiting: true, page, size } }, signal }).then(body);

export const proposal = (orderId: string): Promise<Proposal> =>
  client.GET('/api/settlements/proposals/{orderId}', { params: { path: { orderId } } }).then(body);

export const settlement = (id: string): Promise<Settlement> =>
  client.GET('/api/settlements/{id}', { params: { path: { id } } }).then(body);

export const settle = (form: SettleForm): Promise<Settlement> =>
  client.POST('/api/settlements', { body: form }).then(body);

export const close = (id: string): Promise<Settlement> =>
  client.POST('/api/settlements/{id}/closing', { params: { path: { id } } }).then(body);

export const issue = (form: Schemas['InvoiceForm']): Promise<Invoice> =>
  client.POST('/api/invoices', { body: form }).then(body);

export interface InvoiceFilters extends Record<string, string> {
  kind: string;
  open: string;
  customer: string;
}

export const invoices = ({
  search,
  filters: { kind, open, customer },
  page,
  size,
  signal,
}: ListRequest<InvoiceFilters>): Promise<ListAnswer<InvoiceBrief>> =>
  client
    .GET('/api/invoices', {
      params: {
        query: {
          search,
          page,
          size,
          kind: (kind || undefined) as InvoiceKind | undefined,
          open: open === '' ? undefined : open === 'yes',
          customerId: customer || undefined,
        },
      },
      signal,
    })
    .then(body);

export const invoice = (id: string): Promise<Invoice> =>
  client.GET('/api/invoices/{id}', { params: { path: { id } } }).then(body);

export const send = (id: string, email: string) =>
  client.POST('/api/invoices/{id}/mails', { params: { path: { id } }, body: { email } });

export const credit = (id: string, form: CreditForm): Promise<Invoice> =>
  client.POST('/api/invoices/{id}/credit-notes', { params: { path: { id } }, body: form }).then(body);

export const pay = (form: PaymentForm): Promise<Payment> =>
  client.POST('/api/payments', { body: form }).then(body);

export const takeBack = (id: string, reason: string) =>
  client.POST('/api/payments/{id}/reversals', {
    params: { path: { id } },
    body: { id: crypto.randomUUID(), reason },
  });

export const debts = (page: number, size: number, signal: AbortSignal) =>
  client.GET('/api/debts', { params: { query: { page, size } }, signal }).then(body);

/** Of all technicians, as many as there are. */
export const earningSums = (from: Day, to: Day, signal: AbortSignal) =>
  client.GET('/api/earnings/sums', { params: { query: { from, to } }, signal }).then(body);

export const earnings = (
  query: { from: Day; to: Day; technicianId: string; page: number; size: number },
  signal: AbortSignal,
) => client.GET('/api/earnings', { params: { query }, signal }).then(body);

export const correct = (id: string, amount: number, reason: string) =>
  client.POST('/api/earnings/{id}/corrections', { params: { path: { id } }, body: { amount, reason } });

export const rates = (): Promise<Rates> => client.GET('/api/rates').then(body);
export const setPiece = (form: PieceRateForm) => client.POST('/api/rates/pieces', { body: form });
export const setHourly = (form: HourlyRateForm) => client.POST('/api/rates/hours', { body: form });
export const removePiece = (id: string) =>
  client.DELETE('/api/rates/pieces/{id}', { params: { path: { id } } });
export const removeHourly = (id: string) =>
  client.DELETE('/api/rates/hours/{id}', { params: { path: { id } } });

/** All rows of a list, page after page. */
async function whole<T>(load: (page: number) => Promise<{ items: T[]; total: number }>): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 0; ; page++) {
    const { items, total } = await load(page);
    rows.push(...items);
    if (items.length < most || rows.length >= total) return rows;
  }
}

/** Names by id. */
export const technicianNames = async (): Promise<Record<string, string>> => {
  const all = await whole((page) =>
    client.GET('/api/technicians', { params: { query: { page, size: most } } }).then(body),
  );
  return Object.fromEntries(all.map((one) => [one.id, one.name]));
};

export const operationNames = async (): Promise<Record<string, string>> => {
  const all = await whole((page) =>
    client.GET('/api/operations', { params: { query: { page, size: most } } }).then(body),
  );
  return Object.fromEntries(all.map((one) => [one.id, `${one.code} ${one.name}`]));
};
