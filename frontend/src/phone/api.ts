import type { components } from '$api/schema';
import { ApiProblem, body, client, upload } from '$lib/http';
import { Failure, type Transport } from './outbox';
import type { Action, Day, Item, Pause } from './types';

export const loadDay = (day?: string): Promise<Day> =>
  client.GET('/api/phone/day', { params: { query: { day } } }).then(body);

/** When the visits of today will really begin, by visit. */
export const loadEstimates = async (): Promise<Record<string, string>> => {
  const list = await client.GET('/api/phone/etas').then(body);
  return Object.fromEntries(list.map((one) => [one.visitId, one.estimatedStart]));
};

/** When the breaks and the call at the warehouse of a day are to be expected, in order. */
export const loadPauses = async (day: string): Promise<Pause[]> => {
  const params = { query: { day } };
  const [breaks, calls] = await Promise.all([
    client.GET('/api/phone/breaks', { params }).then(body),
    client.GET('/api/phone/calls', { params }).then(body),
  ]);
  const at = ({ start, end }: { start: string; end: string }) => ({
    start: Date.parse(start),
    end: Date.parse(end),
  });
  return [...breaks.map(at), ...calls.map((call) => ({ ...at(call.time), call }))].sort(
    (a, b) => a.start - b.start,
  );
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
