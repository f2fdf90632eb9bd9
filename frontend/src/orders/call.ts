import { recall, remember } from '$lib/storage';
import type { Asset, Customer, Site } from '$lib/pickers/api';
import type { Contact, RequestForm } from './api';

/** A call that is being taken; kept in the browser until it is saved. */
export interface CallDraft {
  key: string;
  source: RequestForm['source'];
  caller: string;
  customer: Customer | null;
  site: Site | null;
  contact: Pick<Contact, 'id' | 'name' | 'phone' | 'role'> | null;
  assets: Pick<Asset, 'id' | 'modelName' | 'serial' | 'location'>[];
  complaint: string;
  wishedTime: string;
}

const name = 'orders.call';

export const emptyCall = (): CallDraft => ({
  key: crypto.randomUUID(),
  source: 'PHONE',
  caller: '',
  customer: null,
  site: null,
  contact: null,
  assets: [],
  complaint: '',
  wishedTime: '',
});

/** What was typed before the page was closed, if anything. */
export const recallCall = (): CallDraft | null => recall<CallDraft | null>(name, null);
export const rememberCall = (draft: CallDraft) => remember(name, draft);
export const forgetCall = () => remember(name, null);

export const isEmpty = (draft: CallDraft): boolean =>
  !draft.caller && !draft.customer && !draft.complaint && !draft.wishedTime;

export const callForm = (draft: CallDraft): RequestForm => ({
  key: draft.key,
  source: draft.source,
  caller: draft.caller,
  customerId: draft.customer?.id ?? null,
  siteId: draft.site?.id ?? null,
  contactId: draft.contact?.id ?? null,
  assetIds: draft.assets.map(({ id }) => id),
  complaint: draft.complaint,
  wishedTime: draft.wishedTime,
});
