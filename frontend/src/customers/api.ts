import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type Customer = Schemas['CustomerView'];
export type CustomerForm = Schemas['CustomerForm'];
export type Contact = Schemas['ContactView'];
export type ContactForm = Schemas['ContactForm'];
export type Site = Schemas['SiteView'];
export type SiteForm = Schemas['SiteForm'];
export type Order = Schemas['OrderRow'];
export type Asset = Schemas['AssetView'];

const most = 200;
/** Of what belongs to other rooms, as many as a look needs; the rest is on their pages. */
const few = 8;

export const listCustomers = ({
  search,
  page,
  size,
  signal,
}: ListRequest<Record<never, string>>): Promise<ListAnswer<Customer>> =>
  client.GET('/api/customers', { params: { query: { search, page, size } }, signal }).then(body);

export const customer = (id: string): Promise<Customer> =>
  client.GET('/api/customers/{id}', { params: { path: { id } } }).then(body);

/** Names of those who can be sent. */
export const technicians = (): Promise<Schemas['TechnicianView'][]> =>
  client.GET('/api/technicians', { params: { query: { size: most } } }).then((answer) => body(answer).items);

export const createCustomer = (form: CustomerForm): Promise<Customer> =>
  client.POST('/api/customers', { body: form }).then(body);

export const changeCustomer = (id: string, form: CustomerForm): Promise<Customer> =>
  client.PUT('/api/customers/{id}', { params: { path: { id } }, body: form }).then(body);

export const sitesOf = (customerId: string): Promise<Site[]> =>
  client
    .GET('/api/customers/{customerId}/sites', { params: { path: { customerId }, query: { size: most } } })
    .then((answer) => body(answer).items);

export const createSite = (customerId: string, form: SiteForm): Promise<Site> =>
  client
    .POST('/api/customers/{customerId}/sites', { params: { path: { customerId } }, body: form })
    .then(body);

export const changeSite = (id: string, form: SiteForm): Promise<Site> =>
  client.PUT('/api/sites/{id}', { params: { path: { id } }, body: form }).then(body);

export const contactsOf = (customerId: string): Promise<Contact[]> =>
  client
    .GET('/api/customers/{customerId}/contacts', { params: { path: { customerId }, query: { size: most } } })
    .then((answer) => body(answer).items);

export const createContact = (customerId: string, form: ContactForm): Promise<Contact> =>
  client
    .POST('/api/customers/{customerId}/contacts', { params: { path: { customerId } }, body: form })
    .then(body);

export const changeContact = (id: string, form: ContactForm): Promise<Contact> =>
  client.PUT('/api/contacts/{id}', { params: { path: { id } }, body: form }).then(body);

export const removeContact = (id: string) =>
  client.DELETE('/api/contacts/{id}', { params: { path: { id } } });

export const ordersOf = (customerId: string): Promise<ListAnswer<Order>> =>
  client.GET('/api/orders', { params: { query: { customerId, size: few } } }).then(body);

export const assetsOf = (customerId: string): Promise<ListAnswer<Asset>> =>
  client.GET('/api/assets', { params: { query: { customerId, active: true, size: few } } }).then(body);
