import type { components } from '$api/schema';
import { body, client } from '$lib/http';

export type Link = components['schemas']['PublicLinkLinkView'];
export type PublicQuote = components['schemas']['PublicQuoteView'];

const at = (token: string) => ({ params: { path: { token } } });

export const openLink = (token: string) => client.GET('/api/public/links/{token}', at(token)).then(body);

export const openQuote = (token: string) => client.GET('/api/public/quotes/{token}', at(token)).then(body);

export const accept = (token: string, name: string) =>
  client.POST('/api/public/quotes/{token}/accept', { ...at(token), body: { name } }).then(body);

export const decline = (token: string, name: string, reason: string) =>
  client.POST('/api/public/quotes/{token}/decline', { ...at(token), body: { name, reason } }).then(body);

export const pdfAddress = (token: string) => `/api/public/links/${encodeURIComponent(token)}/pdf`;
