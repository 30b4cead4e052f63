// node tests/browser/screens.mjs [--server FILE] [--web FOLDER]: pictures of the demo in build/screens, for people
// to look at. Nothing is compared.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { launch } from './engines/chromium.mjs';
import { startDemo } from './demo.mjs';
import { receiveEveryKind } from './every_kind.mjs';
import { amina } from './flows/people.mjs';
import { openPanel, withHost } from './flows/widget.mjs';
import { Inbox } from './inbox.mjs';
import { names } from './names.mjs';
import { Product } from './product.mjs';
import { until } from './wait.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}build/screens`;
const desk = { width: 1440, height: 900 };
const arabic = [names.account, ['button', /^language$/i], ['button', /^العربية$/]];
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

// A thread with a message of every kind, from its beginning to its end.
async function takeKinds(engine, product) {
    const sizes = { light: desk, dark: { ...desk, scheme: 'dark' }, phone, arabic: { ...phone, isArabic: true } };
    for (const [name, size] of Object.entries(sizes)) {
        const tab = await engine.openTab({ ...size, height: 2900 });
        await new Inbox(tab, product.url).openAndSignIn();
        await tab.wait(...names.row(amina.name));
        if (size.isArabic) for (const name of arabic) await tab.click(...name);
        await tab.click(...names.row(amina.name));
        await tab.wait(...names.log);
        await picture(tab, `kinds-${name}`);
        await tab.close();
    }
}

// The panel on pages of other programs, open on their record.
async function takeHosts(engine, product) {
    const looks = { '/': desk, '/react': { ...desk, scheme: 'dark' }, '/awkward': { ...desk, width: 1000, height: 640 }, '/vue': phone };
    await withHost({ product, simulator: product.simulator }, async (host) => {
        for (const [path, look] of Object.entries(looks)) {
            const tab = await engine.openTab(look);
            await tab.goto(host.url + path);
            const { panel } = await openPanel(tab);
            await panel.click(...names.row(amina.name));
            await panel.wait(...names.composer);
            await tab.page.waitForTimeout(1000);
            await tab.screenshot(`${folder}/host${path.replace('/', '-')}.png`);
            console.log(`${folder}/host${path.replace('/', '-')}.png`);
            await tab.close();
        }
    });
}

mkdirSync(folder, { recursive: true });
const program = { server: resolve(options.server), web: resolve(options.web) };
const engine = await launch();
const product = await Product.start(program);
try {
    await receiveEveryKind(product.simulator, amina);
    await takeKinds(engine, product);
    await takeHosts(engine, product);
} finally {
    await product.stop();
}
const demo = await startDemo(program);
try {
    await takeDesk(engine, demo);
    await takePhone(engine, demo);
    await takeOffline(engine, demo);
} finally {
    await engine.close();
    await demo.stop();
}
