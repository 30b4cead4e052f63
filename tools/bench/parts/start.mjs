// From navigation to the first paint of the outline, and to the first frame that shows the list: nothing cached, a
// session by cookie.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { within } from '../../../tests/browser/wait.mjs';
import { addressOf, openProbedTab, seedThread } from '../browser_session.mjs';
import { quietBrowser } from '../machine.mjs';
import { median } from '../table.mjs';

const rounds = 7;
const shellBar = 0.3; // of the time to the list

export async function start(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        for (let i = 0; i < 12; ++i) {
            await seedThread(product, { from: `25471234567${i}`, name: `Customer ${i}` }, 20);
        }
        const own = [];
        const minimal = [];
        for (let round = 0; round < rounds; ++round) {
            own.push(await measure(engine, product, false));
            minimal.push(await measure(engine, product, true));
        }
        const floor = median(minimal.map(({ listed }) => listed));
        const listed = median(own.map((one) => one.listed));
        const painted = median(own.map((one) => one.painted));
        return [
            { figure: 'cold start to the list, median of 7', value: listed, unit: 'ms', floor },
            {
                figure: 'outline painted, median of 7',
                value: painted,
                unit: 'ms',
                floor: listed,
                bar: `≤ ${shellBar} × time to the list`,
                isMet: painted <= shellBar * listed,
            },
        ];
    } finally {
        await engine.close();
        await product.stop();
    }
}

async function measure(engine, product, isMinimal) {
    const tab = await openProbedTab(engine, product);
    const listed = new Promise((resolve) => tab.page.exposeFunction('roostBenchListed', resolve));
    await quietBrowser();
    await tab.page.goto(addressOf(product, isMinimal));
    const millis = await within(30_000, 'the list', listed);
    const painted = await tab.page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    );
    await tab.close();
    return { listed: millis, painted };
}
