import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '$api/paths';
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
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new ApiProblem(0, 'unreachable', error instanceof Error ? error.message : String(error));
  },
};

const client = createClient<paths>({ baseUrl: '' });
client.use(rules);

/** The answer's body; failures have been thrown as ApiProblem by the rules above. */
function body<T>(answer: { data?: T }): T {
  return answer.data as T;
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
  activeJobs: () => client.GET('/api/plan-jobs', { params: { query: { active: true } } }).then(body),
  job: (id: string) => client.GET('/api/plan-jobs/{id}', { params: { path: { id } } }).then(body),
  plan: (from: string, days: number) => client.POST('/api/plan-jobs', { body: { from, days } }).then(body),
  stop: (id: string) => client.POST('/api/plan-jobs/{id}/stop', { params: { path: { id } } }).then(body),
};
