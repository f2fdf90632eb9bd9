import { ApiProblem } from '../http';
import { router } from '../router.svelte';
import { readListQuery, writeListQuery, type ListQuery } from './listQuery';

export interface ListRequest<F> {
  /** Undefined when nothing is searched for. */
  search: string | undefined;
  filters: F;
  page: number;
  size: number;
  signal: AbortSignal;
}
export interface ListAnswer<T> {
  items: T[];
  total: number;
}

const typingMillis = 250;

/**
 * A list that searches as one types, pages on the server, and keeps all that in the address (a page's second
 * list is `local`: it does not). To be made while a component starts: it ends with it.
 */
export class ListState<T, F extends Record<string, string> = Record<never, string>> {
  search = $state('');
  filters = $state.raw<F>({} as F);
  page = $state(0);
  items = $state.raw<T[]>([]);
  total = $state(0);
  loading = $state(true);
  /** False until the first answer: time for a skeleton. */
  loaded = $state(false);
  problem = $state.raw<ApiProblem | null>(null);
  readonly size: number;
  readonly filtered = $derived(this.search.trim() !== '' || this.#differs());
  readonly #defaults: F;
  readonly #local: boolean;
  readonly #load: (request: ListRequest<F>) => Promise<ListAnswer<T>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | null = null;

  /** `filters` are the names of the filters with their defaults; a filter's value is a text, '' for all. */
  constructor(options: {
    load: (request: ListRequest<F>) => Promise<ListAnswer<T>>;
    filters?: F;
    size?: number;
    local?: boolean;
  }) {
    this.#load = options.load;
    this.#defaults = options.filters ?? ({} as F);
    this.#local = options.local ?? false;
    this.size = options.size ?? 50;
    this.#take(readListQuery(this.#local ? new URLSearchParams() : router.query, this.#defaults));
    void this.reload();
    const path = router.path;
    const back = () => {
      if (this.#local || location.pathname !== path) return;
      this.#take(readListQuery(new URLSearchParams(location.search), this.#defaults));
      void this.reload();
    };
    $effect(() => {
      window.addEventListener('popstate', back);
      return () => {
        window.removeEventListener('popstate', back);
        clearTimeout(this.#timer);
        this.#abort?.abort();
      };
    });
  }

  setSearch(text: string): void {
    this.search = text;
    this.page = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed(), typingMillis);
  }

  setFilter<K extends keyof F>(name: K, value: F[K]): void {
    this.filters = { ...this.filters, [name]: value };
    this.page = 0;
    this.#changed();
  }

  setPage(page: number): void {
    this.page = page;
    this.#changed();
  }

  clear(): void {
    this.#take({ search: '', filters: this.#defaults, page: 0 });
    this.#changed();
  }

  /** Asks again for what is shown, for instance after a change or a problem. */
  async reload(): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.loading = true;
    try {
      const { filters, page, size } = this;
      const search = this.search.trim() || undefined;
      const answer = await this.#load({ search, filters, page, size, signal });
      if (signal.aborted) return;
      this.items = answer.items;
      this.total = answer.total;
      this.problem = null;
      this.loaded = true;
    } catch (fault) {
      if (signal.aborted) return;
      this.problem = fault instanceof ApiProblem ? fault : new ApiProblem(-1, 'unexpected', String(fault));
    }
    this.loading = false;
  }

  #changed(): void {
    clearTimeout(this.#timer);
    if (!this.#local) {
      router.setQuery(writeListQuery(this, this.#defaults, new URLSearchParams(location.search)));
    }
    void this.reload();
  }

  #take({ search, filters, page }: ListQuery<F>): void {
    this.search = search;
    this.filters = filters;
    this.page = page;
  }

  #differs(): boolean {
    return Object.entries(this.filters).some(([name, value]) => value !== this.#defaults[name]);
  }
}
