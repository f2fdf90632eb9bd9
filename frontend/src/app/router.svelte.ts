/** The address: which page, and its query. Pages keep their state in the query themselves. */
class Router {
  path = $state(location.pathname);

  constructor() {
    window.addEventListener('popstate', () => (this.path = location.pathname));
  }

  go(address: string, replace = false): void {
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.path = location.pathname;
  }
}

export const router = new Router();
