// Ten seconds of scrolling up through a thread of 100,000 messages, page after page loading meanwhile: the share of
// the screen's beats that got no frame, beside a page that only counts them.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { check } from '../../../tests/browser/wait.mjs';
import { addressOf, openProbedTab, seedThread } from '../browser_session.mjs';
import { median } from '../table.mjs';

const messages = 100_000;
export const seconds = 10;
const pixelsPerFrame = 60; // 3,600 a second: a quick flick

export async function scroll(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        const id = await seedThread(product, { from: '254700100000', name: 'Hundred Thousand' }, messages);
        const empty = await measure(engine, product);
        const own = await measure(engine, product, id);
        check(own.moved > 0, 'the thread did not move');
        const period = median(empty.intervals);
        return [rowOf(shareDropped(own.intervals, period), shareDropped(empty.intervals, period), own.moved)];
    } finally {
        await engine.close();
        await product.stop();
    }
}

async function measure(engine, product, id) {
    const tab = await openProbedTab(engine, product);
    if (id === undefined) await openMinimal(tab, product);
    else await openThread(tab, product, id, /99999: the parcel arrived/);
    const told = await scrollUp(tab);
    await tab.close();
    return told;
}

// The page that only counts frames.
export async function openMinimal(tab, product) {
    await tab.page.goto(addressOf(product, true));
    await tab.page.waitForFunction(() => document.title === 'streaming');
}

export async function openThread(tab, product, id, lastMessage) {
    await tab.page.goto(addressOf(product, false, `#/inbox/${id}`));
    await tab.wait('status', /^live/i);
    await tab.wait('article', lastMessage);
}

// {intervals between frames in milliseconds, pixels moved}
export const scrollUp = (tab) => tab.page.evaluate(scrollInPage, { seconds, pixelsPerFrame });

// Runs in the page. Without a thread it only counts.
function scrollInPage({ seconds: length, pixelsPerFrame: step }) {
    const log = document.querySelector('[role=log]');
    const intervals = [];
    let moved = 0;
    return new Promise((resolve) => {
        let last = 0;
        let end = 0;
        const beat = (time) => {
            if (end === 0) end = time + length * 1000;
            else intervals.push(time - last);
            last = time;
            if (time >= end) return resolve({ intervals, moved });
            if (log) {
                const before = log.scrollTop;
                log.scrollTop -= step;
                moved += before - log.scrollTop;
            }
            requestAnimationFrame(beat);
        };
        requestAnimationFrame(beat);
    });
}

export function shareDropped(intervals, period) {
    const dropped = intervals.reduce((sum, one) => sum + Math.max(0, Math.round(one / period) - 1), 0);
    return (100 * dropped) / (intervals.length + dropped);
}

function rowOf(value, floor, moved) {
    const figure = `frames dropped in ${seconds} s of scrolling (${Math.round(moved)} px)`;
    return { figure, value, unit: '%', floor, bar: '≤ 1 % above the empty loop', isMet: value <= floor + 1 };
}
