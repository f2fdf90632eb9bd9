const pauseMillis = 200;

/** What a combobox offers for the text typed so far. */
export class Suggestions<T> {
  open = $state(false);
  text = $state('');
  items = $state.raw<T[]>([]);
  /** The one that Enter takes. */
  at = $state(0);
  busy = $state(false);
  problem = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | null = null;
  readonly #search: (text: string, signal: AbortSignal) => Promise<T[]>;

  constructor(search: (text: string, signal: AbortSignal) => Promise<T[]>) {
    this.#search = search;
  }

  type(text: string, afterMillis = pauseMillis): void {
    this.text = text;
    this.open = true;
    this.busy = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), afterMillis);
  }

  move(step: number, count: number): void {
    if (count > 0) this.at = (this.at + step + count) % count;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.open = false;
    this.text = '';
    this.items = [];
  }

  async #ask(): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    try {
      const items = await this.#search(this.text.trim(), signal);
      if (signal.aborted) return;
      this.items = items;
      this.problem = null;
    } catch (problem) {
      if (signal.aborted) return;
      this.items = [];
      this.problem = (problem as Error).message;
    }
    this.at = 0;
    this.busy = false;
  }
}
