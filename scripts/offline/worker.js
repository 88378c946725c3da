// The service worker: keeps the files that EDITION names on the device, and answers from them, with or without a
// network. `service_worker.py` writes EDITION above: {shell, rest}, each {address relative to the site: digest}.

const SITE = self.registration.scope;
const CACHE = `aloud ${SITE}`; // several sites may share an origin, and with it the names of its caches
const DIGESTS = new Map(Object.entries({ ...EDITION.shell, ...EDITION.rest }));
const NO_NETWORK = "offline.html";
const AT_ONCE = 4; // requests, so that the reader's own do not wait behind ours
const OF_THE_SENDING = ["content-encoding", "content-length", "vary"]; // headers that do not hold for what is kept

// Each edition of a file has a key of its own: an update fetches only what has changed, and while the worker of one
// edition waits, the other's files stay.
const keyOf = (address) => `${SITE}${address}?v=${DIGESTS.get(address)}`;

// Tabs whose page came from the network in another edition than ours: what they load must come from there too.
const strangers = new Set();

async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Asks the host, past the browser's cache. The digest of what is no file is "".
async function ask(url) {
  const sent = await fetch(url, { cache: "no-cache" });
  const body = await sent.arrayBuffer();
  const headers = new Headers(sent.headers);
  for (const name of OF_THE_SENDING) headers.delete(name);
  headers.set("cache-control", "no-cache"); // or a tab that remembers files would mix those of two editions
  // A new response, because a page may not be answered with one that was redirected.
  const response = new Response(body, { status: sent.status, statusText: sent.statusText, headers });
  return { response, digest: sent.ok ? await digestOf(body) : "" };
}

// Keeps all of these files. Rejects, and stops, if one cannot be had.
async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = addresses.filter((address) => !kept.has(keyOf(address)));
  const work = async () => {
    while (missing.length) {
      const address = missing.shift();
      try {
        const { response, digest } = await ask(SITE + address);
        // A host that is being brought up to date has files of two editions.
        if (digest !== DIGESTS.get(address)) throw new Error(`${address} is of another edition`);
        await cache.put(keyOf(address), response);
      } catch (error) {
        missing.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

let filling = null;

// Keeps everything; what stops it now is tried again at the next visit.
function fill() {
  filling ??= keep([...DIGESTS.keys()])
    .catch(() => {})
    .finally(() => {
      filling = null;
    });
  return filling;
}

async function removeOtherEditions() {
  const cache = await caches.open(CACHE);
  const ours = new Set([...DIGESTS.keys()].map(keyOf));
  const others = (await cache.keys()).filter(({ url }) => !ours.has(url));
  await Promise.all(others.map((request) => cache.delete(request)));
}

// The address relative to the site, or null if it is outside.
function addressOf(url) {
  const { origin, pathname } = new URL(url);
  const whole = origin + pathname;
  return whole.startsWith(SITE) ? whole.slice(SITE.length).replace(/(^|\/)index\.html$/, "$1") : null;
}

async function answer(event, address) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keyOf(address));
  if (kept) return kept;
  const { response, digest } = await ask(SITE + address);
  if (digest === DIGESTS.get(address)) {
    event.waitUntil(cache.put(keyOf(address), response.clone()).catch(() => {})); // a full device keeps no more
  } else if (event.resultingClientId) strangers.add(event.resultingClientId);
  return response;
}

function noNetwork(url) {
  const page = url.slice(SITE.length);
  return Response.redirect(`${SITE}${NO_NETWORK}?${new URLSearchParams({ page })}`);
}

self.addEventListener("install", (event) => event.waitUntil(keep(Object.keys(EDITION.shell))));

self.addEventListener("activate", (event) => event.waitUntil(removeOtherEditions().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  const { task, page } = event.data;
  if (task === "take over") self.skipWaiting();
  if (task === "fill") event.waitUntil(fill());
  if (task === "keep" && DIGESTS.has(addressOf(page))) event.waitUntil(keep([addressOf(page)]).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const isPage = request.mode === "navigate";
  const address = addressOf(request.url);
  const failed = () => (isPage && address !== NO_NETWORK ? noNetwork(request.url) : Response.error());
  if (isPage && DIGESTS.has(`${address}/`)) {
    event.respondWith(Response.redirect(`${SITE}${address}/${new URL(request.url).search}`));
  } else if (DIGESTS.has(address)) {
    const isStranger = !isPage && strangers.has(clientId);
    const answered = isStranger ? ask(request.url).then(({ response }) => response) : answer(event, address);
    // A storage that is out of order must not shut the site.
    event.respondWith(answered.catch(() => fetch(request)).catch(failed));
  } else if (isPage) {
    event.respondWith(fetch(request).catch(failed));
  }
});
