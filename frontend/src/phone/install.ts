/** What the page has loaded of itself, so that it opens without network next time. */
function ownFiles(): string[] {
  const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name));
  return loaded
    .filter((url) => url.origin === location.origin && !url.pathname.startsWith('/api/'))
    .map((url) => url.pathname);
}

/** Keeps the page on the phone. Browsers without service workers, or without encryption, do without. */
export async function install(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const worker = (await navigator.serviceWorker.ready).active;
    worker?.postMessage({ keep: ownFiles() });
    // Without this the browser may throw everything away when its disk is full.
    await navigator.storage?.persist?.();
  } catch {
    // The page works as before, with network only.
  }
}
