/** Asks for the newest wish only: not too often, and what was overtaken is dropped. */
export class Previewer<T> {
  readonly #known = new Map<string, T>();
  readonly #gapMillis: number;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted: string | null = null;
  #lastAsked = 0;

  constructor(gapMillis = 80) {
    this.#gapMillis = gapMillis;
  }

  /** `told` is called at most once, and never after a newer question. */
  ask(key: string, load: (signal: AbortSignal) => Promise<T>, told: (answer: T | Error) => void): void {
    if (key === this.#wanted) return;
    this.#drop();
    this.#wanted = key;
    const known = this.#known.get(key);
    if (known !== undefined) {
      told(known);
      return;
    }
    const wait = Math.max(0, this.#lastAsked + this.#gapMillis - Date.now());
    this.#timer = setTimeout(() => void this.#load(key, load, told), wait);
  }

  /** Forgets everything: questions on their way and answers. */
  clear(): void {
    this.#drop();
    this.#known.clear();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
    this.#wanted = null;
  }

  async #load(key: string, load: (signal: AbortSignal) => Promise<T>, told: (answer: T | Error) => void) {
    const abort = new AbortController();
    this.#abort = abort;
    this.#lastAsked = Date.now();
    try {
      const answer = await load(abort.signal);
      if (abort.signal.aborted) return;
      this.#known.set(key, answer);
      told(answer);
    } catch (problem) {
      if (!abort.signal.aborted) told(problem instanceof Error ? problem : new Error(String(problem)));
    }
  }
}
