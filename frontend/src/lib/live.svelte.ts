export type LiveState = 'connecting' | 'open' | 'reconnecting';
export type LiveHandlers = Record<string, (data: unknown) => void>;

const firstDelayMillis = 1_000;
const longestDelayMillis = 15_000;

/** Server-sent events, connected again by itself with growing pauses; `state` is shown to the user. */
export class Live {
  state = $state<LiveState>('connecting');
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delayMillis = firstDelayMillis;
  readonly #handlers: LiveHandlers;
  readonly #lost: () => void;

  /** `lost` is called on every broken connection: the caller may check whether the session ended. */
  constructor(handlers: LiveHandlers, lost: () => void = () => undefined) {
    this.#handlers = handlers;
    this.#lost = lost;
    window.addEventListener('online', this.#connect);
    this.#connect();
  }

  close(): void {
    window.removeEventListener('online', this.#connect);
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #connect = (): void => {
    clearTimeout(this.#timer);
    this.#source?.close();
    const source = new EventSource('/api/live');
    this.#source = source;
    source.onopen = () => {
      this.#delayMillis = firstDelayMillis;
      this.state = 'open';
    };
    source.onerror = () => this.#retry(source);
    for (const [name, handle] of Object.entries(this.#handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data)));
    }
  };

  #retry(source: EventSource): void {
    if (source !== this.#source) return;
    source.close();
    this.state = 'reconnecting';
    this.#lost();
    // Jitter keeps many open boards from knocking at a restarted server in the same moment.
    this.#timer = setTimeout(this.#connect, this.#delayMillis * (0.75 + Math.random() / 2));
    this.#delayMillis = Math.min(this.#delayMillis * 2, longestDelayMillis);
  }
}
