import type { components } from '$api/schema';
import type { Priority, SkillLevel } from '$api/types';
import { body, client } from '$lib/http';

type Schemas = components['schemas'];
export type Offer = Schemas['BookingOffer'];
export type Moved = Schemas['BookingMoved'];
export type OfferReason = Schemas['BookingReason'];
export type SlotsWish = Schemas['BookingFindSlots'];
export type Window = Offer['window'];
export type Hold = Schemas['Hold'];
export type Operation = Schemas['OperationView'];

/** What is stored when the call is over. */
export interface Call {
  /** Made by the page: sent again, nothing is stored twice. */
  key: string;
  customerId: string;
  siteId: string;
  assetIds: string[];
  complaint: string;
  priority: Priority;
  durationMinutes: number;
  skills: SkillLevel[];
  /** Who called. */
  caller: string;
  /** What is to be done, at today's price; null if that is not known yet. */
  operation: Operation | null;
}

const offered = 12;

/** Operations by code or name; with a model, those that fit it. */
export const findOperations = (
  search: string,
  modelId: string | undefined,
  signal: AbortSignal,
): Promise<Operation[]> =>
  client
    .GET('/api/operations', {
      params: { query: { search: search || undefined, modelId, active: true, size: offered } },
      signal,
    })
    .then((answer) => body(answer).items);

export const findSlots = (wish: SlotsWish, signal: AbortSignal): Promise<Offer[]> =>
  client.POST('/api/booking/slots', { body: wish, signal }).then((answer) => body(answer).offers);

export const holdSlot = (id: string, slots: SlotsWish, window: Window): Promise<Hold> =>
  client.POST('/api/booking/holds', { body: { id, slots, window } }).then(body);

export const releaseHold = (id: string) =>
  client.DELETE('/api/booking/holds/{id}', { params: { path: { id } } });

export const confirmHold = (id: string, visitId: string): Promise<Hold> =>
  client.POST('/api/booking/holds/{id}/confirm', { params: { path: { id } }, body: { visitId } }).then(body);

const linesOf = (operation: Operation | null) =>
  operation ? [{ ...priceOf(operation), kind: 'OPERATION' as const, quantity: 1 }] : [];

const priceOf = ({ id, name, unit, normMinutes, unitPrice, vatRate }: Operation) => ({
  ...{ itemId: id, text: name, unit },
  ...{ normMinutes, unitPrice, vatRate },
});

/** The call becomes a request and an order with one visit; called again, it answers with the same. */
export async function storeCall(call: Call): Promise<{ number: string; visitId: string }> {
  const { key, caller, customerId, siteId, assetIds, complaint, priority, durationMinutes, skills } = call;
  const request = await client
    .POST('/api/requests', {
      body: { key, source: 'PHONE', caller, customerId, siteId, assetIds, complaint },
    })
    .then(body);
  const order = await client
    .POST('/api/requests/{id}/order', {
      params: { path: { id: request.id } },
      body: {
        type: 'CALL_OUT',
        priority,
        visits: [{ durationMinutes, skills }],
        lines: linesOf(call.operation),
      },
    })
    .then(body);
  const visit = order.visits[0];
  if (!visit) throw new Error(order.number);
  return { number: order.number, visitId: visit.id };
}
