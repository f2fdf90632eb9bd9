import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withPending } from './fold';
import { Failure, nextBatch, Outbox, pauseAfter, progressOf, type Store, type Transport } from './outbox';
import { aDay, item } from './samples';
import type { Action, Item, NewItem, Outcome } from './types';

/** A phone's memory: it outlives the page. */
class Memory implements Store {
  items: Item[] = [];
  files = new Map<string, Blob>();
  all = () => Promise.resolve([...this.items]);
  add(one: Omit<Item, 'seq'>, file?: Blob) {
    if (file) this.files.set(one.id, file);
    this.items.push({ ...one, seq: this.items.length + 1 } as Item);
    return Promise.resolve();
  }
  put(changed: Item[]) {
    this.items = this.items.map((one) => changed.find((other) => other.id === one.id) ?? one);
    return Promise.resolve();
  }
  remove(ids: string[]) {
    this.items = this.items.filter((one) => !ids.includes(one.id));
    return Promise.resolve();
  }
  file = (id: string) => Promise.resolve(this.files.get(id));
}

type Weather = 'good' | 'lost-request' | 'lost-answer' | 'out';

/** A server that takes each id once, behind a network that loses things. */
class Server implements Transport {
  applied: string[] = [];
  refuses = new Set<string>();
  unreadable = new Set<string>();
  weather: () => Weather = () => 'good';
  outcomes = new Map<string, Outcome>();

  send(actions: Action[]) {
    return this.#through(() => {
      if (actions.some((one) => this.unreadable.has(one.id))) throw new Failure('refused', 'invalid', 'No.');
      return actions.map((one) => this.#take(one.id, one.kind));
    });
  }
  upload(one: Item) {
    return this.#through(() => void this.#take(one.id, one.kind));
  }
  #take(id: string, kind: string): Outcome {
    const known = this.outcomes.get(id);
    if (known) return known;
    const applied = !this.refuses.has(kind);
    if (applied) this.applied.push(id);
    const outcome = {
      id,
      applied,
      at: '',
      clockCorrected: false,
      code: applied ? null : 'checklist-open',
      problem: applied ? null : 'Open: photo.',
    };
    this.outcomes.set(id, outcome);
    return outcome;
  }
  #through<T>(work: () => T): Promise<T> {
    const weather = this.weather();
    if (weather === 'lost-request') return Promise.reject(new Failure('later', 'unreachable', ''));
    if (weather === 'out') return Promise.reject(new Failure('out', 'not-logged-in', ''));
    try {
      const answer = work();
      if (weather === 'lost-answer') return Promise.reject(new Failure('later', 'unreachable', ''));
      return Promise.resolve(answer);
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }
}

const told = (seq: number, kind: Action['kind'] = 'NOTE'): NewItem => {
  const { id, visitId, at } = item(seq, kind);
  return { id, visitId, at, kind, payload: { text: String(seq) } as Action['payload'] };
};
const photo = (seq: number): NewItem => ({
  id: `id-${seq}`,
  visitId: 'visit',
  at: item(seq, 'NOTE').at,
  kind: 'FILE',
  purpose: 'PHOTO',
  name: 'photo.jpg',
});

describe('the outbox', () => {
  let memory: Memory;
  let server: Server;
  const start = async () => {
    const outbox = new Outbox(memory, server, undefined, () => 1_000);
    await outbox.open();
    return outbox;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    memory = new Memory();
    server = new Server();
  });
  afterEach(() => vi.useRealTimers());

  it('sends in order, files among the actions', async () => {
    const outbox = await start();
    server.weather = () => 'lost-request';
    for (const one of [told(1), photo(2), told(3), told(4)]) await outbox.add(one, new Blob(['x']));
    await outbox.flush();
    expect(server.applied).toEqual([]);
    expect(outbox.trouble).toBe('offline');
    server.weather = () => 'good';
    await outbox.flush();
    expect(server.applied).toEqual(['id-1', 'id-2', 'id-3', 'id-4']);
    expect(progressOf(outbox.items)).toEqual({ sent: 4, total: 4, refused: 0 });
    expect(outbox.trouble).toBe('none');
  });

  it('tries again by itself', async () => {
    const outbox = await start();
    server.weather = () => 'lost-request';
    await outbox.add(told(1));
    await outbox.flush();
    server.weather = () => 'good';
    await vi.advanceTimersByTimeAsync(70_000);
    expect(server.applied).toEqual(['id-1']);
    outbox.close();
  });

  it('keeps what is refused with the reason, and sends the rest', async () => {
    const outbox = await start();
    server.refuses.add('FINISH');
    await outbox.add(told(1));
    await outbox.add(told(2, 'FINISH'));
    await outbox.add(told(3));
    await outbox.flush();
    expect(server.applied).toEqual(['id-1', 'id-3']);
    expect(outbox.items[1]).toMatchObject({
      state: 'refused',
      code: 'checklist-open',
      problem: 'Open: photo.',
    });
    await outbox.loaded(2_000);
    expect(outbox.items.map((one) => one.id)).toEqual(['id-2']);
    await outbox.dismiss('id-2');
    expect(outbox.items).toEqual([]);
  });

  it('finds the one that cannot be read among the others', async () => {
    const outbox = await start();
    server.weather = () => 'lost-request';
    for (const seq of [1, 2, 3]) await outbox.add(told(seq));
    server.unreadable.add('id-2');
    server.weather = () => 'good';
    await outbox.flush();
    expect(server.applied).toEqual(['id-1', 'id-3']);
    expect(outbox.items.map((one) => one.state)).toEqual(['sent', 'refused', 'sent']);
  });

  it('waits for somebody to log in', async () => {
    const outbox = await start();
    server.weather = () => 'out';
    await outbox.add(told(1));
    await outbox.flush();
    expect(outbox.trouble).toBe('out');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(memory.items[0]?.state).toBe('waiting');
  });

  it('forgets only what the newly loaded day can know', async () => {
    const outbox = await start();
    await outbox.add(told(1));
    await outbox.flush();
    await outbox.loaded(900);
    expect(outbox.items).toHaveLength(1);
    await outbox.loaded(1_100);
    expect(outbox.items).toHaveLength(0);
  });

  it('loses nothing and doubles nothing in any weather, through any reloads', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      memory = new Memory();
      server = new Server();
      if (seed % 3 === 0) server.refuses.add('FINISH');
      let state = seed * 7919;
      const random = (n: number) => {
        state = (state * 1103515245 + 12345) & 0x7fffffff;
        return (state >> 8) % n;
      };
      server.weather = () => (['good', 'lost-request', 'lost-answer', 'good'] as const)[random(4)] ?? 'good';
      let outbox = await start();
      const ids: string[] = [];
      for (let seq = 1; seq <= 12; seq++) {
        const one = random(5) === 0 ? photo(seq) : told(seq, random(6) === 0 ? 'FINISH' : 'NOTE');
        ids.push(one.id);
        await outbox.add(one, one.kind === 'FILE' ? new Blob(['x']) : undefined);
        if (random(3) === 0) await outbox.flush();
        // The page is reloaded: what was only in its memory is gone.
        if (random(3) === 0) {
          outbox.close();
          outbox = await start();
        }
      }
      server.weather = () => 'good';
      // The first may join a run that is just giving up.
      await outbox.flush();
      await outbox.flush();
      outbox.close();
      const refused = outbox.items.filter((one) => one.state === 'refused').map((one) => one.id);
      expect([...server.applied, ...refused].sort()).toEqual([...ids].sort());
      expect(server.applied).toEqual(ids.filter((id) => !refused.includes(id)));
      expect(outbox.items.some((one) => one.state === 'waiting')).toBe(false);
    }
  });

  it('shows the day as it will be while nothing is sent', async () => {
    const outbox = await start();
    server.weather = () => 'lost-request';
    for (const [i, kind] of (['ACCEPT', 'TRAVEL', 'START'] as const).entries()) {
      await outbox.add(told(i + 1, kind));
    }
    outbox.close();
    const again = await start();
    expect(withPending(aDay(), again.items).visits[0]?.stage).toBe('WORKING');
  });

  it('sends a file alone and the actions before it together', () => {
    const items = [item(1, 'NOTE'), item(2, 'NOTE'), { ...item(3, 'NOTE'), ...photo(3) } as Item];
    expect(nextBatch(items)).toHaveLength(2);
    expect(nextBatch(items.slice(2))).toHaveLength(1);
    expect(nextBatch(items, 1)).toHaveLength(1);
    expect(nextBatch([])).toEqual([]);
  });

  it('waits longer after each failure, up to a minute', () => {
    expect([0, 1, 2, 3, 10].map(pauseAfter)).toEqual([0, 2_000, 4_000, 8_000, 60_000]);
  });
});
