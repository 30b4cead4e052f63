// From navigation to the first frame that shows the list: nothing cached, a session by cookie.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { within } from '../../../tests/browser/wait.mjs';
import { addressOf, openProbedTab, seedThread } from '../browser_session.mjs';
import { median } from '../table.mjs';

const rounds = 7;

export async function start(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        for (let i = 0; i < 12; ++i) {
            await seedThread(product, { from: `25471234567${i}`, name: `Customer ${i}` }, 20);
        }
        const samples = { own: [], minimal: [] };
        for (let round = 0; round < rounds; ++round) {
            samples.own.push(await measure(engine, product, false));
            samples.minimal.push(await measure(engine, product, true));
        }
        const floor = median(samples.minimal);
        return [{ figure: 'cold start to the list, median of 7', value: median(samples.own), unit: 'ms', floor }];
    } finally {
        await engine.close();
        await product.stop();
    }
}

async function measure(engine, product, isMinimal) {
    const tab = await openProbedTab(engine, product);
    const listed = new Promise((resolve) => tab.page.exposeFunction('roostBenchListed', resolve));
    await tab.page.goto(addressOf(product, isMinimal));
    const millis = await within(30_000, 'the list', listed);
    await tab.close();
    return millis;
}
