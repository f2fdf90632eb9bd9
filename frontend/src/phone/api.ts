import type { components } from '$api/schema';
import { ApiProblem, body, client, upload } from '$lib/http';
import { Failure, type Transport } from './outbox';
import type { Action, Day, Item } from './types';

export const loadDay = (day?: string): Promise<Day> =>
  client.GET('/api/phone/day', { params: { query: { day } } }).then(body);

/** When the visits of today will really begin, by visit. */
export const loadEstimates = async (): Promise<Record<string, string>> => {
  const list = await client.GET('/api/phone/etas').then(body);
  return Object.fromEntries(list.map((one) => [one.visitId, one.estimatedStart]));
};

/** When the breaks of today are to be expected, in milliseconds. */
export const loadBreaks = async (): Promise<{ start: number; end: number }[]> => {
  const list = await client.GET('/api/phone/breaks').then(body);
  return list.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
};

const most = 200;
type Earning = components['schemas']['EarningView'];

/** All of the technician's own earnings for work of these days, page after page. */
export async function loadEarnings(from: string, to: string): Promise<Earning[]> {
  const rows: Earning[] = [];
  for (let page = 0; ; page++) {
    const query = { from, to, page, size: most };
    const { items, total } = await client.GET('/api/earnings/mine', { params: { query } }).then(body);
    rows.push(...items);
    if (items.length < most || rows.length >= total) return rows;
  }
}

/** A refusal is about what was sent; anything else is tried again. */
function failure(problem: unknown, isFile: boolean): Failure {
  if (!(problem instanceof ApiProblem)) return new Failure('later', 'unexpected', String(problem));
  const { status, code, message } = problem;
  if (status === 401 || (status === 403 && !isFile)) return new Failure('out', code, message);
  const later = status === 0 || status === 408 || status === 429 || status >= 500;
  return new Failure(later ? 'later' : 'refused', code, message);
}

export const transport: Transport = {
  async send(actions: Action[]) {
    try {
      const answer = await client.POST('/api/phone/actions', { body: { actions } }).then(body);
      return answer.outcomes;
    } catch (problem) {
      throw failure(problem, false);
    }
  },
  async upload(item: Item & { kind: 'FILE' }, file: Blob) {
    const form = new FormData();
    form.set('id', item.id);
    form.set('visitId', item.visitId);
    form.set('purpose', item.purpose);
    form.set('file', file, item.name);
    try {
      await upload('/api/phone/files', form);
    } catch (problem) {
      throw failure(problem, true);
    }
  },
};

export const reportAddress = (documentId: string) => `/api/phone/documents/${documentId}`;
export const fileAddress = (fileId: string) => `/api/phone/files/${fileId}`;
