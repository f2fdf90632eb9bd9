import type { components } from '$api/schema';
import { body, client, upload } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type OrderRow = Schemas['OrderRow'];
export type Order = Schemas['OrderView'];
export type OrderForm = Schemas['OrderForm'];
export type OrderType = Order['type'];
export type Priority = Order['priority'];
export type Visit = Schemas['VisitView'];
export type VisitForm = Schemas['VisitForm'];
export type Step = Visit['steps'][number];
export type StepForm = Schemas['VisitStepForm'];
export type Change = Schemas['OrderHistoryView'];
export type Wish = Schemas['OrderWishForm'];
export type RequestRow = Schemas['RequestRow'];
export type Request = Schemas['RequestView'];
export type RequestForm = Schemas['RequestForm'];
export type QuoteRow = Schemas['QuoteRow'];
export type Quote = Schemas['QuoteView'];
export type QuoteForm = Schemas['QuoteForm'];
export type OrderLine = Schemas['OrderLine'];
export type LineForm = Schemas['LineForm'];
export type Operation = Schemas['OperationView'];
export type Part = Schemas['PartView'];
export type Contact = Schemas['ContactView'];
export type Technician = Schemas['TechnicianView'];
export type Skill = Schemas['SkillView'];

/** Leaves out what narrows nothing. */
const given = <T extends Record<string, string>>(filters: T) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')) as Record<string, never>;

export type OrderFilters = {
  status: string;
  type: string;
  priority: string;
  attention: string;
  technicianId: string;
  customerId: string;
  assetId: string;
  dueBefore: string;
  createdFrom: string;
  createdTo: string;
};
export const listOrders = ({ filters, search, page, size, signal }: ListRequest<OrderFilters>) =>
  client
    .GET('/api/orders', { params: { query: { ...given(filters), search, page, size } }, signal })
    .then(body);

export type RequestFilters = { status: string; open: string; source: string };
export const listRequests = ({ filters, search, page, size, signal }: ListRequest<RequestFilters>) =>
  client
    .GET('/api/requests', {
      // A single status says more than whether it is open.
      params: {
        query: { ...given({ ...filters, open: filters.status ? '' : filters.open }), search, page, size },
      },
      signal,
    })
    .then(body);

export type QuoteFilters = { status: string };
export const listQuotes = ({ filters, search, page, size, signal }: ListRequest<QuoteFilters>) =>
  client
    .GET('/api/quotes', { params: { query: { ...given(filters), search, page, size } }, signal })
    .then(body);

const at = (id: string) => ({ params: { path: { id } } });

export const getOrder = (id: string) => client.GET('/api/orders/{id}', at(id)).then(body);
export const changeOrder = (id: string, form: OrderForm) =>
  client.PUT('/api/orders/{id}', { ...at(id), body: form }).then(body);
export const createOrder = (form: OrderForm) => client.POST('/api/orders', { body: form }).then(body);
export const historyOf = (id: string): Promise<Change[]> =>
  client.GET('/api/orders/{id}/history', at(id)).then((answer) => body(answer).items);
export const addVisit = (orderId: string, form: VisitForm) =>
  client.POST('/api/orders/{orderId}/visits', { params: { path: { orderId } }, body: form }).then(body);
export const changeVisit = (id: string, form: VisitForm) =>
  client.PUT('/api/visits/{id}', { ...at(id), body: form }).then(body);
export const takeStep = (id: string, form: StepForm) =>
  client.POST('/api/visits/{id}/steps', { ...at(id), body: form }).then(body);

export const getRequest = (id: string) => client.GET('/api/requests/{id}', at(id)).then(body);
export const createRequest = (form: RequestForm) => client.POST('/api/requests', { body: form }).then(body);
export const changeRequest = (id: string, form: RequestForm) =>
  client.PUT('/api/requests/{id}', { ...at(id), body: form }).then(body);
export const declineRequest = (id: string, version: number, reason: string) =>
  client.POST('/api/requests/{id}/decline', { ...at(id), body: { version, reason } }).then(body);
export const reopenRequest = (id: string, version: number) =>
  client.POST('/api/requests/{id}/reopen', { ...at(id), body: { version } }).then(body);
export const quoteOfRequest = (id: string) => client.POST('/api/requests/{id}/quote', at(id)).then(body);
export const orderOfRequest = (id: string, wish: Wish) =>
  client.POST('/api/requests/{id}/order', { ...at(id), body: wish }).then(body);

export const getQuote = (id: string) => client.GET('/api/quotes/{id}', at(id)).then(body);
export const createQuote = (form: QuoteForm) => client.POST('/api/quotes', { body: form }).then(body);
export const changeQuote = (id: string, form: QuoteForm) =>
  client.PUT('/api/quotes/{id}', { ...at(id), body: form }).then(body);
export const acceptQuote = (id: string, version: number, by: string) =>
  client.POST('/api/quotes/{id}/accept', { ...at(id), body: { version, by } }).then(body);
export const declineQuote = (id: string, version: number, reason: string) =>
  client.POST('/api/quotes/{id}/decline', { ...at(id), body: { version, reason } }).then(body);
export const orderOfQuote = (id: string, wish: Wish) =>
  client.POST('/api/quotes/{id}/order', { ...at(id), body: wish }).then(body);

const offered = 12;
export const findOperations = (search: string, signal: AbortSignal): Promise<Operation[]> =>
  client
    .GET('/api/operations', {
      params: { query: { search: search || undefined, active: true, size: offered } },
      signal,
    })
    .then((answer) => body(answer).items);
export const findParts = (search: string, signal: AbortSignal): Promise<Part[]> =>
  client
    .GET('/api/parts', {
      params: { query: { search: search || undefined, active: true, size: offered } },
      signal,
    })
    .then((answer) => body(answer).items);

export const contactsOf = (customerId: string, signal?: AbortSignal): Promise<Contact[]> =>
  client
    .GET('/api/customers/{customerId}/contacts', {
      params: { path: { customerId }, query: { size: 200 } },
      signal,
    })
    .then((answer) => body(answer).items);
export const createContact = (customerId: string, form: Schemas['ContactForm']) =>
  client
    .POST('/api/customers/{customerId}/contacts', { params: { path: { customerId } }, body: form })
    .then(body);

export const technicians = (): Promise<Technician[]> =>
  client.GET('/api/technicians', { params: { query: { size: 200 } } }).then((answer) => body(answer).items);
export const skills = (): Promise<Skill[]> =>
  client.GET('/api/skills', {}).then((answer) => body(answer).items);

export type { ListAnswer };

/** A paper in the archive, and an uploaded file, as the documents room lists them. */
export interface Paper {
  id: string;
  kind: string;
  number: string;
  fileName: string;
  size: number;
  createdAt: string;
  createdBy: string;
}
export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
  createdAt: string;
  createdBy: string;
}

async function listed<T>(url: string): Promise<T[]> {
  const response = await fetch(url);
  return response.ok ? ((await response.json()) as T[]) : [];
}
export const papersOf = (subject: string) => listed<Paper>(`/api/documents?subject=${subject}`);
export const filesOf = (owner: string) => listed<Attachment>(`/api/files?owner=${owner}`);

/** The id is ours, so that sending again stores nothing twice. */
export function attach(owner: string, file: File): Promise<Attachment> {
  const form = new FormData();
  form.set('id', crypto.randomUUID());
  form.set('purpose', 'ATTACHMENT');
  form.set('owner', owner);
  form.set('file', file);
  return upload<Attachment>('/api/files', form);
}

async function post(url: string, sent: unknown): Promise<void> {
  await client.POST(url as '/api/requests', { body: sent as never });
}
/** Makes the quote's paper and puts it into the archive. */
export const printQuote = (id: string) => post(`/api/quotes/${id}/paper`, {});
/** Makes the paper and mails it, with a link to accept or decline. */
export const sendQuote = (id: string, email: string) => post(`/api/quotes/${id}/send`, { email });

export type MeasuredTime = Schemas['FactsTime'];
export type Fieldwork = Schemas['FieldworkView'];

export const fieldworkOf = (visitId: string): Promise<Fieldwork> =>
  client.GET('/api/visits/{visitId}/fieldwork', { params: { path: { visitId } } }).then(body);

export const correctTime = (
  visitId: string,
  timeId: string,
  correction: Schemas['FieldworkCorrectionForm'],
): Promise<MeasuredTime> =>
  client
    .POST('/api/visits/{visitId}/times/{timeId}/corrections', {
      params: { path: { visitId, timeId } },
      body: correction,
    })
    .then(body);

export const addTime = (visitId: string, time: Schemas['FieldworkTimeForm']): Promise<MeasuredTime> =>
  client.POST('/api/visits/{visitId}/times', { params: { path: { visitId } }, body: time }).then(body);
