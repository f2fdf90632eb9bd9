import type { components } from '$api/schema';
import { body, client } from '../http';

export type Mail = components['schemas']['DocumentOutgoingView'];

/** Papers of one subject that are asked for: the newest ones. */
const most = 10;

/** What became of the mails with papers of a quote, an order or an invoice, the newest first. */
export async function mailsOf(subject: string): Promise<Mail[]> {
  const papers = await client.GET('/api/documents', { params: { query: { subject } } }).then(body);
  const newest = papers.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, most);
  const mails = await Promise.all(
    newest.map(({ id }) =>
      client.GET('/api/documents/{id}/outgoing', { params: { path: { id } } }).then(body),
    ),
  );
  return mails.flat().toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}
