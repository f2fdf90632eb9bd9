import type { components } from '$api/schema';

type Schemas = components['schemas'];
export type Day = Schemas['PhoneDayView'];
/** A break, or a call at the warehouse; times in milliseconds. */
export interface Pause {
  start: number;
  end: number;
  call?: Schemas['EtaServiceCall'];
}
/** A day as it lies on the phone. */
export type KeptDay = Day & { pauses?: Pause[] };
export type Visit = Schemas['PhoneVisitView'];
export type Payload = Schemas['Payload'];
export type Action = Schemas['PhoneAction'];
export type Kind = Action['kind'];
export type Stage = Visit['stage'];
export type Outcome = Schemas['PhoneOutcome'];
export type Facts = Visit['facts'];
export type Purpose = 'PHOTO' | 'RECEIPT' | 'SIGNATURE';

/** What is to be told: an action, or a file whose bytes lie beside it. */
export type Told = { kind: Kind; payload: Payload } | { kind: 'FILE'; purpose: Purpose; name: string };

/** Something told to the phone. It stays until the server has answered, and a refused one until it was read. */
export type Item = Told & {
  /** Made here; the server takes each once. */
  id: string;
  /** In this order it is sent. */
  seq: number;
  visitId: string;
  /** When it truly happened, ISO. */
  at: string;
  state: 'waiting' | 'sent' | 'refused';
  /** When the server answered, in milliseconds. */
  answeredAt?: number;
  code?: string;
  problem?: string;
};
export type NewItem = Told & Pick<Item, 'id' | 'visitId' | 'at'>;
