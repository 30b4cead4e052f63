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
// Loopback has none: there the program is as soon here as the page.
const networkName = 'over 10 Mbit/s and 40 ms';
const network = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };

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
        const slow = [];
        for (let round = 0; round < rounds; ++round) slow.push(await measure(engine, product, false, network));
        return [
            ...rowsOf('', own, median(minimal.map(({ listed }) => listed))),
            ...rowsOf(` ${networkName}`, slow),
        ];
    } finally {
        await engine.close();
        await product.stop();
    }
}

function rowsOf(where, starts, floor) {
    const listed = median(starts.map((one) => one.listed));
    const painted = median(starts.map((one) => one.painted));
    return [
        { figure: `cold start to the list${where}, median of ${rounds}`, value: listed, unit: 'ms', floor },
        {
            figure: `outline painted${where}, median of ${rounds}`,
            value: painted,
            unit: 'ms',
            floor: listed,
            bar: `≤ ${shellBar} × time to the list`,
            isMet: painted <= shellBar * listed,
        },
    ];
}

async function measure(engine, product, isMinimal, conditions) {
    const tab = await openProbedTab(engine, product);
    if (conditions) {
        const session = await tab.page.context().newCDPSession(tab.page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', conditions);
    }
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
