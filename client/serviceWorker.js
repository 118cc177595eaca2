/**
 * Lets the product open without a network: keeps the built files, and nothing that is anybody's. Answers of `/api`
 * never pass here. The build puts `BUILD` and `FILES` in front of this file (vite.config.ts).
 */
/* global BUILD, FILES */
// Not among the checked files: a worker has other globals than a page.

const CACHE = `files-${BUILD}`;
const PAGE = '/index.html';
/** How long the network may take for the page, in milliseconds. */
const PATIENCE = 4_000;
/** Stands in our page. A network that wants one to sign in first answers everything with a page of its own. */
const MARK = '<title>Opbrengstenbord</title>';

/** Whether an answer for one of our files is that file, as far as can be seen. */
async function isOurs(answer, file) {
  const isPage = (answer.headers.get('content-type') ?? '').includes('text/html');
  if (file !== PAGE) return !isPage;
  return isPage && (await answer.clone().text()).includes(MARK);
}

/** Files of the build itself are the same for ever; the others are asked for anew. */
async function fill() {
  const cache = await caches.open(CACHE);
  const keep = async (file) => {
    const answer = await fetch(new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' }));
    if (!answer.ok || !(await isOurs(answer, file))) throw new Error(`not our ${file}`);
    await cache.put(file, answer);
  };
  await Promise.all(FILES.map(keep));
}

/** Keeps the files of this build and of the one before it, which a page that is open may still ask for. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith('files-') && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromCache(request) {
  return (await caches.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

/** The network's answer, or the kept one when that is not there, broken, slow or somebody else's. */
async function fromNetwork(request, kept) {
  const own = await (await caches.open(CACHE)).match(kept, { ignoreVary: true });
  if (!own) return fetch(request);
  let timer;
  const slow = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  try {
    const answer = await Promise.race([fetch(request), slow]);
    if (!answer || answer.status >= 500) return own;
    // A gateway may send one on to sign in, or refuse.
    return !answer.ok || (await isOurs(answer, kept)) ? answer : own;
  } catch {
    return own;
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (/^\/(api|collab|yjs|healthz|readyz|metrics)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(fromNetwork(request, PAGE));
  else if (pathname.startsWith('/assets/')) event.respondWith(fromCache(request));
  else if (FILES.includes(pathname)) event.respondWith(fromNetwork(request, pathname));
});
