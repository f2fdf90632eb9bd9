import { t } from './i18n/index.svelte';
import { ask } from './ui/confirm.svelte';

/** Says whether leaving the page now would lose something. */
export type LeaveGuard = () => boolean;

const guards = new Map<LeaveGuard, Element>();

/** Asks before `element` is left while `guard` says so. Returns how to stop asking. */
export function guardLeaving(guard: LeaveGuard, element: Element): () => void {
  guards.set(guard, element);
  return () => guards.delete(guard);
}

const guarded = (within: Node = document) =>
  [...guards].some(([guard, element]) => within.contains(element) && guard());
const leaveAnyway = () =>
  ask({ title: t('form.leaveTitle'), text: t('form.leaveText'), action: t('form.leave'), danger: true });

/** Whether a part of the page, such as a drawer, may close: asks when unsaved input would be lost. */
export const mayLeave = async (part: Node): Promise<boolean> => !guarded(part) || !!(await leaveAnyway());

/** The address: which page, and its query. */
class Router {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  #shown = location.pathname + location.search;

  constructor() {
    window.addEventListener('popstate', () => void this.#popped());
    window.addEventListener('beforeunload', (event) => guarded() && event.preventDefault());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  /** Shows another page; asks first when unsaved input would be lost. */
  async go(address: string, replace = false): Promise<void> {
    if (guarded() && !(await leaveAnyway())) return;
    guards.clear();
    this.#move(address, replace);
  }

  /** Writes the query of the page shown without leaving it; no step for the browser's Back. */
  setQuery(query: URLSearchParams): void {
    const text = query.toString();
    this.#move(location.pathname + (text && `?${text}`), true);
  }

  #move(address: string, replace: boolean): void {
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#read();
  }

  #read(): void {
    this.path = location.pathname;
    if (this.query.toString() !== new URLSearchParams(location.search).toString()) {
      this.query = new URLSearchParams(location.search);
    }
    this.#shown = location.pathname + location.search;
  }

  async #popped(): Promise<void> {
    const wanted = location.pathname + location.search;
    if (location.pathname !== this.path && guarded()) {
      // The browser has left already: the old address comes back while the question is open.
      history.pushState(null, '', this.#shown);
      if (!(await leaveAnyway())) return;
      guards.clear();
      this.#move(wanted, true);
      return;
    }
    this.#read();
  }

  /** Every plain link inside the application changes the page without loading it anew. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    void this.go(link.pathname + link.search);
  }
}

export const router = new Router();
