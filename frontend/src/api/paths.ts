import type { Board, DayPaths, Job, Session, Settings } from './types';

type Parameters<Query, Path> = [Path] extends [never] ? { query?: Query } : { query?: Query; path: Path };
type Get<Result, Query = never, Path = never> = {
  parameters: Parameters<Query, Path>;
  responses: { 200: { content: { 'application/json': Result } } };
};
type SendNothing<Result = never, Path = never> = {
  parameters: Parameters<never, Path>;
  responses: { 200: { content: { 'application/json': Result } } };
};
type Send<Body, Result = never, Path = never> = SendNothing<Result, Path> & {
  requestBody: { content: { 'application/json': Body } };
};
type ById = { id: string };

/** The endpoints the pages call, in the shape of openapi-typescript. */
export interface paths {
  '/api/settings': { get: Get<Settings> };
  '/api/session': {
    get: Get<Session>;
    post: Send<{ username: string; password: string }>;
    delete: SendNothing;
  };
  '/api/session/language': { put: Send<{ language: string }> };
  '/api/board': { get: Get<Board, { day: string; days?: number; job?: string }> };
  '/api/board/paths': { get: Get<DayPaths, { day: string; job?: string }> };
  '/api/board/pins/{visitId}': { put: Send<{ day: string; pinned: boolean }, never, { visitId: string }> };
  '/api/plan-jobs': {
    get: Get<{ items: Job[] }, { active?: boolean }>;
    post: Send<{ from: string; days: number; territoryIds?: string[]; seconds?: number }, Job>;
  };
  '/api/plan-jobs/{id}': { get: Get<Job, never, ById> };
  '/api/plan-jobs/{id}/stop': { post: SendNothing<Job, ById> };
}
