import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '$api/schema';
import type { FieldError, Problem } from '$api/types';

/** A refused or failed call. `status` is 0 when the server could not be reached at all. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: FieldError[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

const csrfCookie = () => /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];

/** Any GET sets the cookie; settings are open to everybody. */
async function csrfToken(): Promise<string> {
  if (!csrfCookie()) await fetch('/api/settings');
  return decodeURIComponent(csrfCookie() ?? '');
}

/** What the server has not answered yet. */
const unanswered = new Set<Promise<Response>>();

async function send(request: Request): Promise<Response> {
  const answer = fetch(request);
  unanswered.add(answer);
  try {
    return await answer;
  } finally {
    unanswered.delete(answer);
  }
}

/** Waits until all that was asked up to now is answered, or failed; not for ever. */
export async function allAnswered(atMostMillis = 3_000): Promise<void> {
  // A change asked for just now finds its token first.
  await new Promise((resolve) => setTimeout(resolve));
  const tooLong = new Promise((resolve) => setTimeout(resolve, atMostMillis));
  await Promise.race([Promise.allSettled(unanswered), tooLong]);
}

/** A call outside the typed client, under the same rules. */
async function call(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method && init.method !== 'GET') headers.set('X-XSRF-TOKEN', await csrfToken());
  const response = await send(new Request(url, { ...init, headers })).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401) sessionEnded();
  throw problem;
}

/** An aborted call stays what it is: nobody is to be told of it. */
function unreachable(error: unknown): Error {
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  return new ApiProblem(0, 'unreachable', error instanceof Error ? error.message : String(error));
}

/** Sends files and fields as multipart/form-data; the answer's JSON, undefined when it is empty. */
export async function upload<T = void>(
  url: string,
  form: FormData,
  options: { method?: 'POST' | 'PUT'; signal?: AbortSignal } = {},
): Promise<T> {
  const response = await call(url, { method: options.method ?? 'POST', body: form, signal: options.signal });
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Fetches a file, such as a PDF or CSV, and hands it to the browser's downloads. */
export async function download(url: string, fallbackName: string, init: RequestInit = {}): Promise<void> {
  const response = await call(url, init);
  handOver(await response.blob(), fileNameOf(response.headers.get('Content-Disposition')) ?? fallbackName);
}

/** Hands a text made here to the browser's downloads, in UTF-8. */
export function saveFile(text: string, type: string, name: string): void {
  handOver(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

function handOver(file: Blob, name: string): void {
  const object = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = object;
  link.download = name;
  link.click();
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(object), 60_000);
}

/** The file name of a Content-Disposition header; the encoded form, which keeps accents, wins. */
export function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new ApiProblem(
    response.status,
    problem.code ?? String(response.status),
    problem.detail ?? problem.title ?? response.statusText,
    problem.errors ?? [],
    retryAfter > 0 ? retryAfter : null,
  );
}

/** Called when a call finds that the session has ended. */
let sessionEnded: () => void = () => undefined;
export function onSessionEnd(listener: () => void): void {
  sessionEnded = listener;
}

const rules: Middleware = {
  async onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', await csrfToken());
    return request;
  },
  async onResponse({ response, request }) {
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (problem.status === 401 && !request.url.endsWith('/api/session')) sessionEnded();
    throw problem;
  },
  onError: ({ error }) => unreachable(error),
};

/** What a planning job may change; what is left out narrows nothing. */
export interface PlanScope {
  technicianIds?: string[];
  territoryIds?: string[];
  onlyUnassigned?: boolean;
}

/** Calls the API: `client.GET('/api/orders', { params: { query } }).then(body)`. Failures are thrown. */
export const client = createClient<paths>({ baseUrl: '', fetch: send });
client.use(rules);

/** The answer's body; failures have been thrown as ApiProblem by the rules above. */
export function body<T>(answer: { data?: T }): NonNullable<T> {
  return answer.data as NonNullable<T>;
}

export const api = {
  settings: () => client.GET('/api/settings').then(body),
  session: () => client.GET('/api/session').then(body),
  login: (username: string, password: string) =>
    client.POST('/api/session', {
      body: { username, password },
      bodySerializer: (form) => new URLSearchParams(form as Record<string, string>),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
  logout: () => client.DELETE('/api/session'),
  speak: (language: string) => client.PUT('/api/session/language', { body: { language } }),
  board: (day: string, days: number, job?: string, signal?: AbortSignal) =>
    client.GET('/api/board', { params: { query: { day, days, job } }, signal }).then(body),
  paths: (day: string, job?: string, signal?: AbortSignal) =>
    client.GET('/api/board/paths', { params: { query: { day, job } }, signal }).then(body),
  pin: (visitId: string, day: string, pinned: boolean) =>
    client.PUT('/api/board/pins/{visitId}', { params: { path: { visitId } }, body: { day, pinned } }),
  publish: (wish: { day: string; planId: string; technicianIds?: string[]; visitIds?: string[] }) =>
    client.POST('/api/plans/publish', { body: wish }).then(body),
  activeJobs: () => client.GET('/api/plan-jobs', { params: { query: { active: true } } }).then(body),
  job: (id: string) => client.GET('/api/plan-jobs/{id}', { params: { path: { id } } }).then(body),
  plan: (from: string, days: number, policyId?: string, scope: PlanScope = {}) =>
    client.POST('/api/plan-jobs', { body: { from, days, policyId, ...scope } }).then(body),
  stop: (id: string) => client.POST('/api/plan-jobs/{id}/stop', { params: { path: { id } } }).then(body),
};
