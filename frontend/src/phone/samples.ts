import type { Day, Item, Kind, Payload, Visit } from './types';

/** A visit for tests. */
export function aVisit(more: Partial<Visit> = {}): Visit {
  return {
    visitId: 'visit',
    status: 'DISPATCHED',
    stage: 'WAITING',
    lead: true,
    orderId: 'order',
    orderNumber: '26-00042',
    type: 'CALL_OUT',
    title: 'Бойлерът е студен',
    reason: 'Бойлерът е студен',
    scope: '',
    notes: '',
    priority: 'NORMAL',
    customerName: 'Хотел Роза',
    customerPhone: '',
    customerHasEmail: true,
    siteName: '',
    address: 'Ringstraße 1',
    coordinates: { lat: 53.557, lon: 13.26 },
    navigation: 'geo:53.557000,13.260000',
    accessNotes: '',
    contact: null,
    assets: [],
    partsToBring: [],
    operations: [
      { operationId: null, text: 'Service', quantity: 1, unit: 'pc', normMinutes: 60 },
      { operationId: null, text: 'Sweep', quantity: 2, unit: 'pc', normMinutes: 10 },
    ],
    durationMinutes: 60,
    windows: [],
    crew: [],
    plannedStart: '2026-11-23T09:00:00Z',
    receivedAt: null,
    facts: {
      checklist: [
        { index: 0, text: 'Photo of nameplate', required: true, done: false, note: '' },
        { index: 1, text: 'Sweep', required: false, done: false, note: '' },
      ],
      notes: [],
      parts: [],
      purchases: [],
      operations: [],
      times: [],
      signature: null,
      failure: null,
    },
    photos: [],
    reports: [],
    history: [],
    ...more,
  };
}

export const aDay = (visits: Visit[] = [aVisit()]): Day => ({
  technicianId: 'me',
  day: '2026-11-23',
  at: '2026-11-23T07:00:00Z',
  officePhone: '+49 395 1',
  currency: 'EUR',
  visits,
  van: [{ partId: 'valve', code: 'V3', name: 'Safety valve', unit: 'pc', quantity: 5 }],
});

/** Something told in the minute of its number. */
export function item(seq: number, kind: Kind, payload: Partial<Payload> = {}): Item {
  return {
    id: `id-${seq}`,
    seq,
    kind,
    payload: payload as Payload,
    visitId: 'visit',
    at: `2026-11-23T08:${String(seq).padStart(2, '0')}:00.000Z`,
    state: 'waiting',
  };
}
