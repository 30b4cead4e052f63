// An agent's day in quick motion: 2,000 messages come in and 200 conversations are opened, as if over an hour. What
// the page holds at the end, beside what it held after ten minutes' worth of it.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product, account } from '../../../tests/browser/product.mjs';
import { until } from '../../../tests/browser/wait.mjs';
import { customerText } from '../../../tests/browser/webhooks.mjs';
import { browserMemory } from '../machine.mjs';
import { addressOf, openProbedTab, seedThread } from '../browser_session.mjs';

const people = 200;
const minutes = 60;
const firstMeasure = 10;
const messages = 2000;

const personOf = (index) => ({ from: String(254_710_000_000 + index), name: `Customer ${index}` });

export async function day(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        const ids = [];
        for (let i = 0; i < people; ++i) ids.push(await seedThread(product, personOf(i), 40));
        const tab = await openProbedTab(engine, product);
        await tab.page.goto(addressOf(product, false));
        await tab.wait('status', /^live/i);
        const developer = await tab.context.newCDPSession(tab.page);
        let early;
        for (let minute = 0; minute < minutes; ++minute) {
            if (minute === firstMeasure) early = await measure(developer);
            await liveThrough(product, tab, ids, minute);
        }
        return rowsOf(await measure(developer), early);
    } finally {
        await engine.close();
        await product.stop();
    }
}

// One minute's worth: each message is on the screen or in the list before the next step.
async function liveThrough(product, tab, ids, minute) {
    const range = (all) => [Math.floor((all * minute) / minutes), Math.floor((all * (minute + 1)) / minutes)];
    const [from, to] = range(people);
    for (let i = from; i < to; ++i) {
        await tab.page.evaluate((id) => (location.hash = `#/inbox/${id}`), ids[i]);
        await tab.wait('article', /39: the parcel arrived/);
    }
    const [first, last] = range(messages);
    for (let i = first; i < last; ++i) {
        // Every third one in the conversation that is open.
        const person = personOf(i % 3 === 0 ? to - 1 : (i * 7) % people);
        const text = `Message ${i}: ${'where is my order? '.repeat(1 + (i % 5))}`;
        await product.post(customerText({ ...account, ...person, wamid: `wamid.DAY${i}`, text }));
    }
    await until('the last message in the list', () =>
        tab.page.evaluate((wanted) => document.body.textContent.includes(wanted) || [...document.querySelectorAll('[aria-label]')].some((one) => one.getAttribute('aria-label').includes(wanted)), `Message ${last - 1}:`),
    );
}

async function measure(developer) {
    await developer.send('HeapProfiler.collectGarbage');
    await developer.send('HeapProfiler.collectGarbage');
    const { usedSize } = await developer.send('Runtime.getHeapUsage');
    const { result } = await developer.send('Runtime.evaluate', { expression: 'window.roost.heapBytes()' });
    const nodes = await developer.send('Memory.getDOMCounters');
    return { program: browserMemory(), script: usedSize, wasm: result.value, nodes: nodes.nodes };
}

function rowsOf(late, early) {
    const row = (figure, name, unit, scale) => ({ figure, value: late[name] / scale, unit, floor: early[name] / scale });
    const whole = row('memory of the page after a day (floor: after a sixth)', 'program', 'MB', 2 ** 20);
    return [
        { ...whole, bar: '≤ 1.3 ×', isMet: whole.value <= 1.3 * whole.floor },
        row('  JavaScript heap', 'script', 'MB', 2 ** 20),
        row('  WebAssembly memory', 'wasm', 'MB', 2 ** 20),
        row('  DOM nodes', 'nodes', '', 1),
    ];
}
