import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Store } from './outbox';
import type { Item, KeptDay } from './types';

interface Tables extends DBSchema {
  items: { key: number; value: Item; indexes: { id: string } };
  files: { key: string; value: Blob };
  days: { key: string; value: KeptDay };
}

/** What a phone keeps for one technician; another one who logs in here has a place of her own. */
export class PhoneStore implements Store {
  private constructor(private readonly db: IDBPDatabase<Tables>) {}

  static async open(technicianId: string): Promise<PhoneStore> {
    const db = await openDB<Tables>(`trasa-phone-${technicianId}`, 1, {
      upgrade(created) {
        const items = created.createObjectStore('items', { keyPath: 'seq', autoIncrement: true });
        items.createIndex('id', 'id', { unique: true });
        created.createObjectStore('files');
        created.createObjectStore('days', { keyPath: 'day' });
      },
    });
    return new PhoneStore(db);
  }

  all(): Promise<Item[]> {
    return this.db.getAll('items');
  }

  async add(item: Omit<Item, 'seq'>, file?: Blob): Promise<void> {
    const change = this.db.transaction(['items', 'files'], 'readwrite', { durability: 'strict' });
    if (file) await change.objectStore('files').put(file, item.id);
    await change.objectStore('items').add(item as Item);
    await change.done;
  }

  async put(items: Item[]): Promise<void> {
    const change = this.db.transaction('items', 'readwrite');
    // One that was dismissed meanwhile, in another window, stays away.
    for (const item of items) if (await change.store.getKey(item.seq)) await change.store.put(item);
    await change.done;
  }

  async remove(ids: string[]): Promise<void> {
    const change = this.db.transaction(['items', 'files'], 'readwrite');
    for (const id of ids) {
      const seq = await change.objectStore('items').index('id').getKey(id);
      if (seq !== undefined) await change.objectStore('items').delete(seq);
      await change.objectStore('files').delete(id);
    }
    await change.done;
  }

  file(id: string): Promise<Blob | undefined> {
    return this.db.get('files', id);
  }

  day(day: string): Promise<KeptDay | undefined> {
    return this.db.get('days', day);
  }

  /** Keeps a day, and forgets those long past. */
  async keepDay(day: KeptDay): Promise<void> {
    const change = this.db.transaction('days', 'readwrite');
    await change.store.put(day);
    for (const key of await change.store.getAllKeys()) {
      if (Date.parse(day.day) - Date.parse(key) > 14 * 86_400_000) await change.store.delete(key);
    }
    await change.done;
  }

  close(): void {
    this.db.close();
  }
}
