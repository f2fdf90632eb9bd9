import type { components } from '$api/schema';
import { body, client } from '$lib/http';

type Schemas = components['schemas'];
export type Replan = Schemas['ReplanView'];
export type Proposal = Schemas['ReplanProposal'];
export type Change = Schemas['ReplanProposalChange'];
export type Wish = Schemas['ReplanStartReplan'];
export type Happening = Wish['trigger'];

const of = (id: string) => ({ params: { path: { id } } });

export const startReplan = (wish: Wish): Promise<Replan> =>
  client.POST('/api/replans', { body: wish }).then(body);
export const readReplan = (id: string): Promise<Replan> => client.GET('/api/replans/{id}', of(id)).then(body);
export const acceptReplan = (id: string): Promise<Replan> =>
  client.POST('/api/replans/{id}/accept', of(id)).then(body);
export const discardReplan = (id: string): Promise<Replan> =>
  client.POST('/api/replans/{id}/discard', of(id)).then(body);
