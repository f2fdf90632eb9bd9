const prefix = 'trasa.';

/** What this browser remembers; the fallback when nothing is stored, or storage is blocked. */
export function recall<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // A full or blocked storage only means that the choice is not remembered.
  }
}
