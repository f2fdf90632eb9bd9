// Keeps the pages themselves on the phone, so that they open without network. Only GET of our own static
// files; never anything of /api: what technicians tell and see lies in IndexedDB, see src/phone/store.ts.
const cacheName = 'trasa-pages-1';
const shell = '/index.html';
const patienceMillis = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([shell, '/theme.js', '/favicon.svg', '/manifest.webmanifest']))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('trasa-pages-') && name !== cacheName;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The phone page says what it is made of: that is kept, and what an earlier version was made of goes.
self.addEventListener('message', (event) => {
  const keep = event.data && event.data.keep;
  if (Array.isArray(keep)) event.waitUntil(keepOnly(keep.filter((path) => path.startsWith('/assets/'))));
});

async function keepOnly(paths) {
  const cache = await caches.open(cacheName);
  await Promise.all(
    paths.map(async (path) => (await cache.match(path)) || cache.add(path).catch(() => undefined)),
  );
  // Two versions may be open at once: nothing goes while the page is older than what is kept.
  const wanted = new Set(paths);
  const page = await cache.match(shell);
  const text = page ? await page.text() : '';
  const isCurrent = [...text.matchAll(/\/assets\/[^"']+\.js/g)].every(([path]) => wanted.has(path));
  if (!isCurrent) return;
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await cache.delete(request);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (/^\/(api|actuator|v3)\//.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page());
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else event.respondWith(fetch(request).catch(() => kept(request)));
});

/** The newest page there is; the kept one when the network does not answer in time. */
async function page() {
  const cache = await caches.open(cacheName);
  const old = await cache.match(shell);
  const fresh = fetch(shell).then((response) => {
    if (response.ok) void cache.put(shell, response.clone());
    return response.ok || !old ? response : old;
  });
  if (!old) return fresh;
  const late = new Promise((resolve) => setTimeout(() => resolve(old), patienceMillis));
  return Promise.race([fresh.catch(() => old), late]);
}

/** Names of assets carry a hash of their content, so a kept one is never out of date. */
async function asset(request) {
  const cache = await caches.open(cacheName);
  const found = await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) void cache.put(request, response.clone());
  return response;
}

async function kept(request) {
  return (await caches.match(request)) || Response.error();
}
