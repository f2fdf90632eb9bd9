import type { Day, Facts, Item, Kind, Stage, Visit } from './types';

const beforeWork: Stage[] = ['WAITING', 'ACCEPTED', 'TRAVELLING', 'ARRIVED'];
const taps: Partial<Record<Kind, { from: Stage[]; to: Stage }>> = {
  ACCEPT: { from: ['WAITING'], to: 'ACCEPTED' },
  DECLINE: { from: ['WAITING', 'ACCEPTED'], to: 'DECLINED' },
  TRAVEL: { from: ['WAITING', 'ACCEPTED'], to: 'TRAVELLING' },
  ARRIVE: { from: ['WAITING', 'ACCEPTED', 'TRAVELLING'], to: 'ARRIVED' },
  START: { from: beforeWork, to: 'WORKING' },
  PAUSE: { from: ['WORKING'], to: 'PAUSED' },
  RESUME: { from: ['PAUSED'], to: 'WORKING' },
  FINISH: { from: ['WORKING', 'PAUSED'], to: 'DONE' },
  FAIL: { from: [...beforeWork, 'WORKING', 'PAUSED'], to: 'FAILED' },
};

/** The stage after a tap, as the server has it too; null when the tap is not possible. */
export function after(stage: Stage, kind: Kind): Stage | null {
  const tap = taps[kind];
  return tap?.from.includes(stage) ? tap.to : null;
}

/** What the one big button does next. */
export function nextTap(stage: Stage): Kind | null {
  switch (stage) {
    case 'WAITING':
      return 'ACCEPT';
    case 'ACCEPTED':
      return 'TRAVEL';
    case 'TRAVELLING':
      return 'ARRIVE';
    case 'ARRIVED':
      return 'START';
    case 'WORKING':
      return 'FINISH';
    case 'PAUSED':
      return 'RESUME';
    default:
      return null;
  }
}

export const isOver = (stage: Stage) => stage === 'DONE' || stage === 'FAILED' || stage === 'DECLINED';
export const isBusy = (stage: Stage) => !isOver(stage) && stage !== 'WAITING' && stage !== 'ACCEPTED';

/** Required items of the checklist that are open: without them nothing can be finished. */
export const undone = (visit: Visit) =>
  visit.facts.checklist.filter((item) => item.required && !item.done).map((item) => item.text);

/** The same operation has the same key. */
export const operationKey = (operation: { operationId?: string | null; text: string }) =>
  operation.operationId ?? operation.text.trim();

/**
 * The day as it is once the server has heard everything: what it told last, and on top what was told to the
 * phone since. Telling the same twice changes nothing, so it does not matter whether the server's day has an
 * item already. Refused items count for nothing.
 */
export function withPending(day: Day, items: readonly Item[]): Day {
  const told = items.filter((item) => item.state !== 'refused').sort((a, b) => a.seq - b.seq);
  return told.reduce(afterItem, day);
}

function afterItem(day: Day, item: Item): Day {
  const visit = day.visits.find((one) => one.visitId === item.visitId);
  if (!visit) return day;
  const changed = afterTold(visit, item, day);
  if (changed === visit) return day;
  return {
    ...day,
    visits: day.visits.map((one) => (one === visit ? changed : one)),
    van: vanAfter(day, visit, item),
  };
}

function vanAfter(day: Day, before: Visit, item: Item): Day['van'] {
  if (item.kind === 'PART_USED') return moved(day.van, item.payload.partId, -(item.payload.quantity ?? 0));
  if (item.kind !== 'PART_TAKEN_BACK') return day.van;
  const use = before.facts.parts.find((part) => part.id === item.payload.usageId);
  return use ? moved(day.van, use.partId, use.quantity) : day.van;
}

const moved = (van: Day['van'], partId: string | null | undefined, by: number): Day['van'] =>
  van.map((part) => (part.partId === partId ? { ...part, quantity: part.quantity + by } : part));

function afterTold(visit: Visit, item: Item, day: Day): Visit {
  if (item.kind === 'FILE') {
    if (item.purpose !== 'PHOTO' || visit.photos.some((photo) => photo.id === item.id)) return visit;
    return { ...visit, photos: [...visit.photos, { id: item.id, name: item.name }] };
  }
  const stage = after(visit.stage, item.kind);
  if (stage) return { ...visit, stage, facts: timed(visit.facts, item, day.technicianId) };
  const facts = recorded(visit.facts, item, day);
  return facts === visit.facts ? visit : { ...visit, facts };
}

type ActionItem = Exclude<Item, { kind: 'FILE' }>;

const sameInstant = (a: string, b: string) => Date.parse(a) === Date.parse(b);

/** A tap ends the own time that runs, and some taps begin one. */
function timed(facts: Facts, item: ActionItem, technicianId: string): Facts {
  const { at, kind } = item;
  const times = facts.times.map((time) =>
    time.technicianId === technicianId && time.end === null && Date.parse(time.start) < Date.parse(at)
      ? { ...time, end: at, tappedEnd: at }
      : time,
  );
  const begins = kind === 'TRAVEL' ? 'TRAVEL' : kind === 'START' || kind === 'RESUME' ? 'WORK' : null;
  const known = times.some((t) => t.technicianId === technicianId && sameInstant(t.tappedStart, at));
  if (begins && !known) {
    times.push({
      id: item.id,
      version: 0,
      kind: begins,
      technicianId,
      technician: '',
      start: at,
      end: null,
      tappedStart: at,
      tappedEnd: null,
      reason: '',
      corrections: [],
    });
  }
  return { ...facts, times };
}

const added = <T extends { id: string }>(list: T[], one: T): T[] =>
  list.some((other) => other.id === one.id) ? list : [...list, one];

function recorded(facts: Facts, item: ActionItem, day: Day): Facts {
  const { payload } = item;
  const technicianId = day.technicianId;
  const text = payload.text ?? '';
  switch (item.kind) {
    case 'CHECK':
      return {
        ...facts,
        checklist: facts.checklist.map((one) =>
          (payload.text ? one.text === payload.text : one.index === payload.itemIndex)
            ? { ...one, done: payload.done ?? false, note: payload.note ?? '' }
            : one,
        ),
      };
    case 'NOTE': {
      const notes = added(facts.notes, { id: item.id, text, at: item.at, technicianId, technician: '' });
      return notes === facts.notes ? facts : { ...facts, notes };
    }
    case 'PART_USED': {
      const partId = payload.partId ?? '';
      const name = day.van.find((part) => part.partId === partId)?.name ?? '';
      const use = { id: item.id, partId, name, quantity: payload.quantity ?? 0, technicianId };
      const parts = added(facts.parts, use);
      return parts === facts.parts ? facts : { ...facts, parts };
    }
    case 'PART_TAKEN_BACK': {
      const parts = facts.parts.filter((part) => part.id !== payload.usageId);
      return parts.length === facts.parts.length ? facts : { ...facts, parts };
    }
    case 'PURCHASE': {
      const { quantity, cost, fileId } = payload;
      const purchases = added(facts.purchases, {
        id: item.id,
        text,
        quantity: quantity ?? 0,
        cost: cost ?? 0,
        receiptFileId: fileId ?? null,
        technicianId,
      });
      return purchases === facts.purchases ? facts : { ...facts, purchases };
    }
    case 'WITHDRAW':
      return {
        ...facts,
        notes: facts.notes.filter((note) => note.id !== payload.usageId),
        purchases: facts.purchases.filter((bought) => bought.id !== payload.usageId),
      };
    case 'OPERATION': {
      const said = { operationId: payload.operationId ?? null, text, quantity: payload.quantity ?? 0 };
      const others = facts.operations.filter((one) => operationKey(one) !== operationKey(said));
      return { ...facts, operations: [...others, said] };
    }
    case 'SIGN':
      return {
        ...facts,
        signature: {
          name: payload.name ?? '',
          fileId: payload.fileId ?? null,
          reason: payload.reason ?? '',
          at: payload.signedAt ?? item.at,
        },
      };
    default:
      return facts;
  }
}

/** How much of the agreed and the added operations counts as done. */
export function operationsOf(visit: Visit) {
  const said = new Map(visit.facts.operations.map((one) => [operationKey(one), one]));
  const agreed = visit.operations.map((line) => {
    const one = said.get(operationKey(line));
    said.delete(operationKey(line));
    return { ...line, agreed: line.quantity, quantity: one?.quantity ?? line.quantity };
  });
  const extra = [...said.values()]
    .filter((one) => one.quantity > 0)
    .map((one) => ({ ...one, unit: '', normMinutes: 0, agreed: 0 }));
  return [...agreed, ...extra];
}

/** Parts to bring and parts used from the van, one row for each; of the former maybe none is used. */
export function partsOf(visit: Visit) {
  const rows = new Map<string, { partId: string; name: string; quantity: number; uses: Facts['parts'] }>();
  for (const { partId, text } of visit.partsToBring) {
    if (partId) rows.set(partId, { partId, name: text, quantity: 0, uses: [] });
  }
  for (const use of visit.facts.parts) {
    const row = rows.get(use.partId) ?? { partId: use.partId, name: use.name, quantity: 0, uses: [] };
    row.quantity += use.quantity;
    row.name = use.name || row.name;
    row.uses.push(use);
    rows.set(use.partId, row);
  }
  return [...rows.values()];
}
