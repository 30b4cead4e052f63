// node tests/browser/screens.mjs [--server FILE] [--web FOLDER]: pictures of the demo in build/screens, for people
// to look at. Nothing is compared.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { launch } from './engines/chromium.mjs';
import { startDemo } from './demo.mjs';
import { names } from './names.mjs';
import { until } from './wait.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}build/screens`;
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844, scale: 2 };

const { values: options } = parseArgs({
    options: {
        server: { type: 'string', default: `${root}build/release/server/roost` },
        web: { type: 'string', default: `${root}build/wasm/web` },
    },
});

async function signedIn(engine, demo, size) {
    const tab = await engine.openTab(size);
    await tab.goto(demo.url);
    await tab.wait(...names.email);
    await tab.fill(...names.email, demo.email);
    await tab.fill(...names.password, demo.password);
    await tab.click(...names.signIn);
    await tab.wait(...names.live);
    await tab.wait(...names.anyRow);
    return tab;
}

// Opens conversations from the top until one of them answers to `name`; false if none does.
async function openUntil(tab, name) {
    const rows = await tab.listing('listitem');
    for (let place = 0; place < rows.length; ++place) {
        await tab.find(...names.anyRow).nth(place).click();
        await tab.wait(...names.log);
        const isThere = await until('it', async () => (await tab.count(...name)) > 0, 1500).catch(() => false);
        if (isThere) return true;
    }
    return false;
}

// Pictures are taken once nothing has been drawn for a while.
async function picture(tab, name) {
    let last = -1;
    await until('still page', async () => {
        await tab.page.waitForTimeout(400);
        const frames = await tab.page.evaluate(() => window.roost?.frames() ?? 0);
        const isStill = frames === last;
        last = frames;
        return isStill;
    });
    await tab.screenshot(`${folder}/${name}.png`);
    console.log(`${folder}/${name}.png`);
}

async function takeDesk(engine, demo) {
    const entry = await engine.openTab(desk);
    await entry.goto(demo.url);
    await entry.wait(...names.email);
    await picture(entry, 'sign-in');
    await entry.close();
    for (const scheme of ['light', 'dark']) {
        const tab = await signedIn(engine, demo, { ...desk, scheme });
        await openUntil(tab, names.composer);
        await picture(tab, `dashboard-${scheme}`);
        if (scheme === 'light' && (await openUntil(tab, names.closed))) await picture(tab, 'window-closed');
        await tab.close();
    }
}

async function takePhone(engine, demo) {
    const tab = await signedIn(engine, demo, phone);
    await picture(tab, 'phone-list');
    await tab.click(...names.anyRow);
    await tab.wait(...names.log);
    await picture(tab, 'phone-thread');
    await tab.close();
}

async function takeOffline(engine, demo) {
    const tab = await signedIn(engine, demo, desk);
    await openUntil(tab, names.composer);
    await demo.stop();
    await tab.wait(...names.notLive);
    // The seconds to the next attempt are counted down in the picture, so it never becomes still.
    await tab.screenshot(`${folder}/offline.png`);
    console.log(`${folder}/offline.png`);
    await tab.close();
}

mkdirSync(folder, { recursive: true });
const demo = await startDemo({ server: resolve(options.server), web: resolve(options.web) });
const engine = await launch();
try {
    await takeDesk(engine, demo);
    await takePhone(engine, demo);
    await takeOffline(engine, demo);
} finally {
    await engine.close();
    await demo.stop();
}
