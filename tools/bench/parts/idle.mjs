// Ten seconds in which nothing happens, a thread and the stream open: frames drawn and CPU of renderer and GPU.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { addressOf, customer, openProbedTab, seedThread } from '../browser_session.mjs';
import { browserCpuSeconds } from '../machine.mjs';

const idleMs = 10_000;
const settleMs = 3_000;

export async function idle(options) {
    const product = await Product.start(options);
    try {
        const id = await seedThread(product, customer, 30);
        const own = await measure(product, `#/inbox/${id}`);
        const minimal = await measure(product, undefined);
        return [
            { figure: 'frames in 10 idle seconds', value: own.frames, bar: '0', isMet: own.frames === 0 },
            {
                figure: 'CPU in 10 idle seconds, renderer and GPU',
                value: own.cpu,
                unit: 's',
                floor: minimal.cpu,
                bar: '≤ 0.1 s',
                isMet: own.cpu <= 0.1,
            },
        ];
    } finally {
        await product.stop();
    }
}

async function measure(product, fragment) {
    const isMinimal = fragment === undefined;
    const engine = await launch();
    try {
        const tab = await openProbedTab(engine, product);
        await tab.page.goto(addressOf(product, isMinimal, fragment));
        if (isMinimal) await tab.page.waitForFunction(() => document.title === 'streaming');
        else await tab.wait('status', /^live/i);
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        const framesDrawn = () => (isMinimal ? 0 : tab.page.evaluate(() => window.roost.frames()));
        const before = { frames: await framesDrawn(), cpu: browserCpuSeconds() };
        await new Promise((resolve) => setTimeout(resolve, idleMs));
        const cpu = browserCpuSeconds() - before.cpu;
        return { cpu, frames: (await framesDrawn()) - before.frames };
    } finally {
        await engine.close();
    }
}
