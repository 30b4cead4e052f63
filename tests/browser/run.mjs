// node tests/browser/run.mjs [--server FILE] [--web FOLDER] [--engine chromium|firefox|webkit|all] [--only WORDS]… [--times N]
//     [--tries N] [--lanes N]
// As many engines at once as there are lanes, by default one for each core. Each test runs against a server, a simulator and a tab of its own. The last line is
// "N passed, N failed, N skipped"; the exit code is 0 if none failed. With --tries 2 a test that failed is tried
// once more; that it failed at first is said, with what it failed by.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import * as chromium from './engines/chromium.mjs';
import * as firefox from './engines/firefox.mjs';
import * as webkit from './engines/webkit.mjs';
import { tests } from './flows/all.mjs';
import { Inbox } from './inbox.mjs';
import { Product } from './product.mjs';
import { check, within } from './wait.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const engines = { chromium, firefox, webkit };
const programsOf = {
    chromium: ['/usr/bin/chromium'],
    firefox: ['/usr/bin/firefox-esr', '/usr/bin/Xvfb'],
    webkit: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'],
};
const runsIn = ({ engines: wanted = Object.keys(engines) }, name) => wanted.includes(name);
const testDeadline = 180_000;

const { values: options } = parseArgs({
    options: {
        server: { type: 'string', default: `${root}/build/release/server/roost` },
        web: { type: 'string', default: `${root}/build/wasm/web` },
        engine: { type: 'string', default: 'all' },
        only: { type: 'string', multiple: true, default: [''] },
        times: { type: 'string', default: '1' },
        tries: { type: 'string', default: '1' },
        lanes: { type: 'string', default: String(availableParallelism()) },
    },
});
const totals = { passed: 0, failed: 0, skipped: 0 };

function report(outcome, engine, title, detail = '') {
    totals[outcome] += 1;
    console.log(`${outcome.padEnd(7)} ${engine.padEnd(8)} ${title}${detail ? `\n        ${detail}` : ''}`);
}

// Absent when it passed, or else what failed.
async function tryTest(test, engine) {
    let product;
    let tab;
    try {
        product = await Product.start({ server: resolve(options.server), web: resolve(options.web) });
        tab = await engine.openTab(test.tab);
        const inbox = new Inbox(tab, product.url);
        // What an engine cannot do is said, not passed over.
        const note = (sentence) => console.log(`        ${engine.name}: ${sentence}`);
        await within(testDeadline, 'the test', test.run({ product, tab, inbox, simulator: product.simulator, note }));
        check(tab.problems.length === 0, `the page complained: ${tab.problems.join('; ')}`);
        return undefined;
    } catch (error) {
        const server = product?.program?.output.trim().split('\n').slice(-3).join('\n        ');
        return `${error.message}${server ? `\n        server: ${server}` : ''}`;
    } finally {
        await tab?.close().catch(() => {});
        await product?.stop();
    }
}

async function runTest(test, engine) {
    const started = Date.now();
    let failure = await tryTest(test, engine);
    for (let left = Number(options.tries) - 1; failure !== undefined && left > 0; --left) {
        console.log(`again   ${engine.name.padEnd(8)} ${test.title}\n        ${failure}`);
        failure = await tryTest(test, engine);
    }
    if (failure !== undefined) return report('failed', engine.name, test.title, failure);
    report('passed', engine.name, `${test.title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

async function runEngine(name) {
    const isNamed = ({ title }) => options.only.some((words) => title.includes(words));
    const once = tests.filter((test) => runsIn(test, name) && isNamed(test));
    const wanted = Array.from({ length: Number(options.times) }, () => once).flat();
    const missing = programsOf[name].filter((path) => !existsSync(path));
    if (missing.length > 0) {
        for (const test of wanted) report('skipped', name, test.title, `${missing.join(' and ')} is not installed`);
        return;
    }
    let engine;
    try {
        engine = await within(60_000, `starting ${name}`, engines[name].launch());
    } catch (error) {
        for (const test of wanted) report('failed', name, test.title, error.message);
        return;
    }
    for (const test of wanted) await runTest(test, engine);
    await within(20_000, `ending ${name}`, engine.close()).catch(() => {});
}

const chosen = options.engine === 'all' ? Object.keys(engines) : [options.engine];
const absent = [options.server, `${options.web}/index.html`].filter((path) => !existsSync(path));
if (absent.length > 0 || chosen.some((name) => !engines[name])) {
    console.error(absent.length > 0 ? `there is no ${absent[0]}: build it first` : `no engine ${options.engine}`);
    process.exit(2);
}
const waiting = [...chosen];
async function runLane() {
    for (let name = waiting.shift(); name; name = waiting.shift()) await runEngine(name);
}
await Promise.all(Array.from({ length: Number(options.lanes) }, runLane));
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);
