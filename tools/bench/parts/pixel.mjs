// From the webhook's first byte to the frame that shows it, in our client and in the minimal page by turns.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product, account } from '../../../tests/browser/product.mjs';
import { within } from '../../../tests/browser/wait.mjs';
import { customerText } from '../../../tests/browser/webhooks.mjs';
import { addressOf, customer, openProbedTab, readByAgent, seedThread } from '../browser_session.mjs';
import { clockOffset } from '../probe.mjs';
import { percentile } from '../table.mjs';

const rounds = 5;
const messagesPerRound = 45;
const unmeasured = 5; // the first of each round warm caches up

export async function pixel(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        await seedThread(product, customer, 30);
        const samples = { own: [], minimal: [], frames: [] };
        for (let round = 0; round < rounds; ++round) {
            const serial = round * 2 * messagesPerRound;
            const id = await readByAgent(product, customer);
            const own = await measure(engine, product, `#/inbox/${id}`, serial);
            samples.own.push(...own.millis);
            samples.frames.push(...own.frames);
            samples.minimal.push(...(await measure(engine, product, undefined, serial + messagesPerRound)).millis);
        }
        return rowsOf(samples);
    } finally {
        await engine.close();
        await product.stop();
    }
}

async function measure(engine, product, fragment, serial) {
    const isMinimal = fragment === undefined;
    const tab = await openProbedTab(engine, product);
    let painted;
    await tab.page.exposeFunction('roostBenchPainted', (marker, time) => painted?.({ marker, time }));
    await tab.page.goto(addressOf(product, isMinimal, fragment));
    if (isMinimal) await tab.page.waitForFunction(() => document.title === 'streaming');
    else await tab.wait('status', /^live/i);
    const offset = await clockOffset(tab.page);
    const samples = { millis: [], frames: [] };
    for (let i = 0; i < messagesPerRound; ++i) {
        const marker = `pixel-${serial + i}-`;
        const arrival = new Promise((resolve) => {
            painted = (told) => told.marker === marker && resolve(told.time);
        });
        const wamid = `wamid.PIXEL${serial + i}`;
        const payload = customerText({ ...account, ...customer, wamid, text: `${marker} is it there?` });
        const posted = performance.timeOrigin + performance.now();
        const answered = product.post(payload);
        samples.millis.push((await within(10_000, marker, arrival)) - offset - posted);
        await answered;
        // Not in step with the screen's own beat.
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 34));
        samples.frames.push(await tab.page.evaluate(() => Math.max(...window.roostBench.frames.splice(0))));
    }
    await tab.close();
    return { millis: samples.millis.slice(unmeasured), frames: samples.frames.slice(unmeasured) };
}

// What the program itself did in the longest frame that a message took.
function frameRow(frames, share) {
    const value = percentile(frames, share);
    const figure = `a message's longest frame, p${100 * share}`;
    return { figure, value, unit: 'ms', bar: '≤ 16.7 ms', isMet: value <= 1000 / 60 };
}

function rowsOf({ own, minimal, frames }) {
    const latency = [0.5, 0.99].map((share) => {
        const [value, floor] = [percentile(own, share), percentile(minimal, share)];
        const figure = share === 0.5 ? `webhook → pixel, ${own.length} messages, p50` : '  p99';
        return { figure, value, unit: 'ms', floor, bar: '≤ 1.5 × minimal page', isMet: value <= 1.5 * floor };
    });
    return [...latency, frameRow(frames, 0.5), frameRow(frames, 0.99)];
}
