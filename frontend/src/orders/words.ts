import { dayOnly, dateTime } from '$lib/format';
import { speech, tCode } from '$lib/i18n/index.svelte';
import { ageIn, sizeIn } from './measures';
import type { Tone } from '$lib/ui/StatusChip.svelte';
import type { IconName } from '$lib/ui/icons';

const choicesOf =
  <T extends string>(words: string, values: readonly T[]) =>
  () =>
    values.map((value) => ({ value, label: tCode(words, value) }));

export const orderTypes = [
  'CALL_OUT',
  'WARRANTY_REPAIR',
  'PLANNED_MAINTENANCE',
  'WORKSHOP_REPAIR',
  'INCIDENT',
  'CAR_REPAIR',
] as const;
export const typeChoices = choicesOf('orders.type', orderTypes);
export const priorityChoices = choicesOf('priority', ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const);
export const sourceChoices = choicesOf('orders.source', ['PHONE', 'EMAIL', 'PORTAL', 'INCIDENT'] as const);
export const statusChoices = choicesOf('status', [
  'NEW',
  'PLANNED',
  'DISPATCHED',
  'ACCEPTED',
  'TRAVELLING',
  'IN_PROGRESS',
  'DONE',
  'SETTLED',
  'INVOICED',
  'ON_HOLD',
  'CANCELLED',
  'FAILED',
] as const);
export const attentionChoices = choicesOf('orders.attention', [
  'OVERDUE',
  'UNACCEPTED',
  'UNSETTLED',
] as const);
export const requestStatusChoices = choicesOf('orders.requestStatus', [
  'NEW',
  'QUOTED',
  'ORDERED',
  'DECLINED',
] as const);
export const quoteStatusChoices = choicesOf('orders.quoteStatus', [
  'DRAFT',
  'SENT',
  'ACCEPTED',
  'DECLINED',
  'EXPIRED',
] as const);

/** How the statuses look that only requests and quotes have. */
export const requestLook: Record<string, { tone: Tone; icon: IconName }> = {
  NEW: { tone: 'warn', icon: 'inbox' },
  QUOTED: { tone: 'busy', icon: 'doc' },
  ORDERED: { tone: 'good', icon: 'check' },
  DECLINED: { tone: 'calm', icon: 'close' },
};
export const quoteLook: Record<string, { tone: Tone; icon: IconName }> = {
  DRAFT: { tone: 'calm', icon: 'edit' },
  SENT: { tone: 'busy', icon: 'mail' },
  ACCEPTED: { tone: 'good', icon: 'check' },
  DECLINED: { tone: 'bad', icon: 'close' },
  EXPIRED: { tone: 'warn', icon: 'clock' },
};

export const day = (text: string | null | undefined) => (text ? dayOnly(text, speech.locale) : '');
export const moment = (instant: string | null | undefined, zone: string) =>
  instant ? dateTime(instant, zone, speech.locale) : '';

/** The words of the fields that an order lacks. */
export const lacking = (missing: readonly string[]) =>
  missing.map((field) => tCode('orders.missing', field)).join(', ');

export const isOffice = (roles: readonly string[]) =>
  roles.includes('ADMINISTRATOR') || roles.includes('DISPATCHER');

/** How long ago, in the user's language. */
export const age = (from: string | null | undefined, until: number) => ageIn(speech.locale, from, until);
export const fileSize = (bytes: number) => sizeIn(speech.locale, bytes);
