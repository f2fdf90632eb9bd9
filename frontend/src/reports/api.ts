import { body, client, download } from '$lib/http';
import type { components } from '$api/schema';

export type Title = components['schemas']['ReportDeskTitle'];
export type Report = components['schemas']['ReportView'];
export type ReportRow = components['schemas']['AnswerRow'];
export type Head = components['schemas']['ReportDeskHead'];

export const titles = (language: string) =>
  client
    .GET('/api/reports', { params: { query: { language } } })
    .then(body)
    .then((answer) => answer.items);

/** What narrows a report: period, search, and the exact values of a drill-down. */
export type Narrowing = Record<string, string>;

export const read = (name: string, narrowing: Narrowing, page: number, size: number, signal: AbortSignal) =>
  client
    .GET('/api/reports/{name}', {
      params: { path: { name }, query: { ...narrowing, page, size } },
      signal,
    })
    .then(body);

export function save(
  name: string,
  title: string,
  format: 'CSV' | 'XLSX',
  narrowing: Narrowing,
): Promise<void> {
  const query = new URLSearchParams({ ...narrowing, format });
  return download(`/api/reports/${name}/export?${query}`, `${title}.${format.toLowerCase()}`);
}
