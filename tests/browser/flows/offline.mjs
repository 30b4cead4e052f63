// Without a network, and back.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { names } from '../names.mjs';
import { dropFolder, makeFolder } from '../programs.mjs';
import { check } from '../wait.mjs';
import { amina } from './people.mjs';

// The same program under another name of its script, which no earlier worker knows.
function makeNextVersion(from, to) {
    cpSync(from, to, { recursive: true });
    const page = readFileSync(`${from}/index.html`, 'utf8');
    const [script] = page.match(/dashboard\.[0-9a-f]+\.js/);
    const nextScript = 'dashboard.0123456789abcdef.js';
    const rename = (text) => text.replaceAll(script, nextScript);
    cpSync(`${from}/${script}`, `${to}/${nextScript}`);
    writeFileSync(`${to}/index.html`, rename(page).replace('<html', '<html data-next'));
    const worker = readFileSync(`${from}/sw.js`, 'utf8');
    writeFileSync(`${to}/sw.js`, rename(worker).replace(/version = '\w+'/, "version = 'next'"));
    for (const name of ['index.html', 'sw.js', script]) {
        for (const ending of ['.br', '.gz']) rmSync(`${to}/${name}${ending}`);
    }
    rmSync(`${to}/${script}`);
}

export const tests = [
    {
        title: 'offline: what is loaded is read, what is written is sent once on return, and a reload still opens',
        async run({ inbox, tab, simulator, product, note }) {
            await simulator.say({ ...amina, text: 'Hello' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await inbox.seesOnce('Hello');
            await tab.run(() => navigator.serviceWorker.ready.then(() => true));
            await product.program.stop();
            if (tab.can.offline) await tab.setOffline(true);
            else note('cannot be told that there is no network; only the server is gone');
            await tab.wait(...names.notLive);
            await inbox.send('Written offline');
            await tab.wait(...names.ours('Written offline', 'waiting'));
            await inbox.seesOnce('Hello');
            // Only the files are kept: after a reload there is a sentence, and the queue.
            await tab.reload();
            await tab.wait(...names.unreachable);
            check((await tab.count(...names.email)) === 0, 'it asks for a password that nobody could check');
            if (tab.can.offline) await tab.setOffline(false);
            await product.startServer();
            await inbox.waitLive();
            await inbox.sentOnce('Written offline', 'read');
            const sent = (await simulator.sent()).filter(({ text }) => text === 'Written offline');
            check(sent.length === 1, `it was sent ${sent.length} times`);
            const kept = await tab.run(async () => {
                const store = await caches.open((await caches.keys())[0]);
                return (await store.keys()).map(({ url }) => new URL(url).pathname);
            });
            check(kept.includes('/') && !kept.some((path) => path.startsWith('/api')), `the worker keeps ${kept}`);
        },
    },
    {
        title: 'a new version is what the next load shows, and no load mixes two',
        async run({ inbox, tab, product }) {
            await inbox.openAndSignIn();
            await tab.run(() => navigator.serviceWorker.ready.then(() => true));
            const folder = makeFolder();
            try {
                await product.program.stop();
                makeNextVersion(product.web, folder);
                product.web = folder;
                await product.startServer();
                await tab.reload();
                await inbox.waitLive();
                check(await tab.run(() => 'next' in document.documentElement.dataset), 'it is the old page');
                // Whichever of the two is kept: it is whole.
                await product.program.stop();
                await tab.reload();
                await tab.wait(...names.unreachable);
            } finally {
                dropFolder(folder);
            }
        },
    },
];
