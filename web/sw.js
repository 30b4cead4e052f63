// Serves the client when the network is gone. Packaging writes the names of one version's files into this script,
// so that each version has a worker and a store of its own, and a page never gets files of two. Nothing from /api
// passes through here: what customers write is kept on no disk but the server's.

const files = [];
const lists = []; // kept once they were asked for
const version = '';

const store = `roost-${version}`;
const patience = 4000; // for a page, when there is an older one at hand

// The page is asked for under a name without a hash: during an update it may be another version's.
async function install() {
    const page = await fetch('/', { cache: 'no-cache' });
    const text = await page.clone().text();
    const named = files.filter((file) => /\.[0-9a-f]{16}\./.test(file));
    if (!page.ok || !named.every((file) => text.includes(file))) throw new Error('the page is of another version');
    const cache = await caches.open(store);
    await cache.addAll(files);
    await cache.put('/', page);
}

async function activate() {
    for (const name of await caches.keys()) if (name !== store) await caches.delete(name);
    // Where there is no server, Firefox ends a load with its early request, whatever the worker would answer.
    const isHarmless = !/Firefox\//.test(navigator.userAgent);
    await self.registration.navigationPreload?.[isHarmless ? 'enable' : 'disable']();
}

// The server's page, which is the newest, unless there is no server.
async function answerPage(event) {
    const kept = await (await caches.open(store)).match('/', { ignoreVary: true });
    const fresh = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
    event.waitUntil(fresh.catch(() => {}));
    if (!kept) return fresh;
    const late = new Promise((resolve) => setTimeout(() => resolve(kept), patience));
    const usable = fresh.then((page) => (page.status < 500 ? page : kept)).catch(() => kept);
    return Promise.race([usable, late]);
}

async function answerFile(request) {
    return (await (await caches.open(store)).match(request, { ignoreVary: true })) ?? fetch(request);
}

async function answerList(request) {
    const cache = await caches.open(store);
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
    const { origin, pathname } = new URL(event.request.url);
    if (event.request.method !== 'GET' || origin !== location.origin) return;
    if (event.request.mode === 'navigate' && !/^\/(api\/|webhooks\/|health\/|join\.|widget)/.test(pathname)) {
        event.respondWith(answerPage(event));
    } else if (files.includes(pathname)) {
        event.respondWith(answerFile(event.request));
    } else if (lists.includes(pathname)) {
        event.respondWith(answerList(event.request));
    }
});
