// Runs before the first paint, so that a dark page never flashes white. See src/lib/theme.svelte.ts.
(function () {
  var choice = 'system';
  try {
    choice = JSON.parse(localStorage.getItem('trasa.theme') || '"system"');
  } catch {
    // Storage is blocked or holds something else: follow the system.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
