import type { Action, Item, NewItem, Outcome } from './types';

/** Where items are kept, so that neither a reload nor an empty battery loses one. */
export interface Store {
  /** All items, in the order they are to be sent. */
  all(): Promise<Item[]>;
  /** Keeps a new item, and its bytes if it is a file, in one step. */
  add(item: Omit<Item, 'seq'>, file?: Blob): Promise<void>;
  put(items: Item[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  file(id: string): Promise<Blob | undefined>;
}

/** The way to the server. Both throw a Failure when there is no answer about the items themselves. */
export interface Transport {
  send(actions: Action[]): Promise<Outcome[]>;
  upload(item: Item & { kind: 'FILE' }, file: Blob): Promise<void>;
}

/**
 * `later`: try again by itself; `out`: only after logging in; `refused`: the server will never take it.
 */
export class Failure extends Error {
  constructor(
    readonly fate: 'later' | 'out' | 'refused',
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const batchSize = 50;
const firstPause = 2_000;
const longestPause = 60_000;

/** How long to wait before trying again after so many failures in a row. */
export const pauseAfter = (failures: number) =>
  failures === 0 ? 0 : Math.min(longestPause, firstPause * 2 ** (failures - 1));

/** The items to be sent together next: one file, or some actions in a row. */
export function nextBatch(items: readonly Item[], size = batchSize): Item[] {
  const waiting = items.filter((item) => item.state === 'waiting');
  if (waiting[0]?.kind === 'FILE') return waiting.slice(0, 1);
  const file = waiting.findIndex((item) => item.kind === 'FILE');
  return waiting.slice(0, file < 0 ? size : Math.min(file, size));
}

const sent = (item: Item, now: number): Item => ({ ...item, state: 'sent', answeredAt: now });
const refused = (item: Item, why: { code: string; problem: string }, now: number): Item => ({
  ...item,
  ...why,
  state: 'refused',
  answeredAt: now,
});

/** Items after the server's answers; those it did not answer wait on. */
export function answered(items: readonly Item[], outcomes: readonly Outcome[], now: number): Item[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return items.flatMap((item) => {
    const outcome = byId.get(item.id);
    if (!outcome || item.state !== 'waiting') return [];
    const { code, problem } = outcome;
    return outcome.applied
      ? [sent(item, now)]
      : [refused(item, { code: code ?? '', problem: problem ?? '' }, now)];
  });
}

/** What need not be kept any more: sent, nothing waits, and the day was asked for after the last answer. */
export function forgettable(items: readonly Item[], dayAskedAt: number): string[] {
  if (items.some((item) => item.state === 'waiting')) return [];
  return items
    .filter((item) => item.state === 'sent' && (item.answeredAt ?? Infinity) < dayAskedAt)
    .map((item) => item.id);
}

export interface Progress {
  sent: number;
  total: number;
  refused: number;
}

export function progressOf(items: readonly Item[]): Progress {
  const count = (state: Item['state']) => items.filter((item) => item.state === state).length;
  const refused = count('refused');
  return { sent: count('sent'), total: count('sent') + count('waiting'), refused };
}

type Trouble = 'none' | 'offline' | 'out';

/** Sends what is kept, in order, each until the server has answered. */
export class Outbox {
  items: Item[] = [];
  trouble: Trouble = 'none';
  #failures = 0;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly transport: Transport,
    private readonly changed: () => void = () => undefined,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reads what an earlier run left behind. */
  async open(): Promise<void> {
    await this.#read();
  }

  /** Kept on the phone before anything else happens; sent as soon as may be. */
  async add(item: NewItem, file?: Blob): Promise<void> {
    await this.store.add({ ...item, state: 'waiting' }, file);
    await this.#read();
    void this.flush();
  }

  /** Sends until nothing waits or something stands in the way. Calls at the same time share one run. */
  flush(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#again) {
      this.#again = false;
      try {
        while (await this.#sendNext());
        this.#failures = 0;
        this.#is('none');
      } catch (error) {
        this.#failed(error);
        return;
      }
    }
  }

  #failed(error: unknown): void {
    this.#failures++;
    const out = error instanceof Failure && error.fate === 'out';
    this.#is(out ? 'out' : 'offline');
    if (!out) this.#timer = setTimeout(() => void this.flush(), pauseAfter(this.#failures));
  }

  async #sendNext(): Promise<boolean> {
    await this.#read();
    const batch = nextBatch(this.items, this.#failures > 0 ? 5 : batchSize);
    const [first] = batch;
    if (!first) return false;
    const settled = first.kind === 'FILE' ? await this.#upload(first) : await this.#tell(batch);
    await this.store.put(settled);
    await this.#read();
    this.#failures = 0;
    return true;
  }

  async #upload(item: Item & { kind: 'FILE' }): Promise<Item[]> {
    const file = await this.store.file(item.id);
    if (!file) return [this.#refused(item, new Failure('refused', 'file-lost', ''))];
    try {
      await this.transport.upload(item, file);
      return [sent(item, this.now())];
    } catch (error) {
      if (error instanceof Failure && error.fate === 'refused') return [this.#refused(item, error)];
      throw error;
    }
  }

  async #tell(batch: Item[]): Promise<Item[]> {
    const actions = batch.flatMap(({ id, visitId, at, ...told }) =>
      told.kind === 'FILE' ? [] : [{ id, kind: told.kind, visitId, at, payload: told.payload }],
    );
    try {
      return answered(batch, await this.transport.send(actions), this.now());
    } catch (error) {
      if (!(error instanceof Failure && error.fate === 'refused')) throw error;
      // One that cannot even be read spoils the whole batch: find it by sending each alone.
      const [only] = batch;
      if (batch.length === 1 && only) return [this.#refused(only, error)];
      const settled: Item[] = [];
      for (const item of batch) {
        const one = await this.#tell([item]);
        await this.store.put(one);
        settled.push(...one);
      }
      return settled;
    }
  }

  #refused(item: Item, why: Failure): Item {
    return refused(item, { code: why.code, problem: why.message }, this.now());
  }

  /** Forgets what a newly loaded day says by itself. */
  async loaded(dayAskedAt: number): Promise<void> {
    const ids = forgettable(this.items, dayAskedAt);
    if (ids.length === 0) return;
    await this.store.remove(ids);
    await this.#read();
  }

  /** A refused item was read. */
  async dismiss(id: string): Promise<void> {
    await this.store.remove([id]);
    await this.#read();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #read(): Promise<void> {
    this.items = await this.store.all();
    this.changed();
  }

  #is(trouble: Trouble): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    this.changed();
  }
}
