// What the bubble costs the page that shows it, against the same page without; and from a press on it to the list,
// against the dashboard's own start with everything in the browser's cache.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { HostSite } from '../../../tests/browser/host_site.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { within } from '../../../tests/browser/wait.mjs';
import { openProbedTab, seedThread } from '../browser_session.mjs';
import { quietBrowser } from '../machine.mjs';
import { installProbe } from '../probe.mjs';
import { median } from '../table.mjs';

const rounds = 9;
const loaderBar = 4 * 1024;
const threadBar = 5; // ms
const openBar = 1.2; // of the dashboard's start
const bubble = ['button', /^messages/i];

export async function widget(options) {
    const product = await Product.start(options);
    const engine = await launch();
    const host = await HostSite.open(product, { whole_inbox: true });
    try {
        for (let i = 0; i < 12; ++i) await seedThread(product, { from: `25471234567${i}`, name: `Customer ${i}` }, 20);
        const loader = readFileSync(join(options.web, 'widget.js.br')).length;
        return [
            { figure: 'loader, brotli', value: loader / 1024, unit: 'KB', bar: '≤ 4 KB', isMet: loader <= loaderBar },
            ...(await closedRows(engine, host)),
            await openRow(engine, product, host),
        ];
    } finally {
        host.close();
        await engine.close();
        await product.stop();
    }
}

async function closedRows(engine, host) {
    const visits = { bare: [], quiet: [], whole: [] };
    for (let round = 0; round < rounds; ++round)
        for (const [page, all] of Object.entries(visits)) all.push(await visit(engine, host, page));
    const { bare, quiet, whole: counting } = visits;
    const of = (all, name) => median(all.map((one) => one[name]));
    const added = (name) => of(quiet, name) - of(bare, name);
    const thread = added('thread');
    const shift = Math.max(...quiet.map((one) => one.shift), ...counting.map((one) => one.shift));
    const requests = of(quiet, 'requests');
    return [
        { figure: 'requests of a closed widget', value: requests, bar: '1', isMet: requests === 1 },
        { figure: '  with the number on its bubble', value: of(counting, 'requests') },
        { figure: 'bytes of a closed widget', value: added('bytes') / 1024, unit: 'KB', floor: of(bare, 'bytes') / 1024 },
        ...[
            ['a closed widget', quiet],
            ['one with the number on its bubble', counting],
        ].map(([name, all]) => ({ figure: `main thread, whatever it does for ${name}`, value: of(all, 'whole') - of(bare, 'whole'), unit: 'ms', floor: of(bare, 'whole') })),
        {
            figure: `scripts, style and layout of a closed widget, median of ${rounds}`,
            value: thread,
            unit: 'ms',
            floor: of(bare, 'thread'),
            bar: `< ${threadBar} ms`,
            isMet: thread < threadBar,
        },
        { figure: 'layout shift with the widget', value: shift, bar: '0', isMet: shift === 0 },
    ];
}

async function visit(engine, host, path) {
    const tab = await engine.openTab();
    let [requests, bytes] = [0, 0];
    await tab.ask('Network.enable');
    await tab.ask('Performance.enable', { timeDomain: 'threadTicks' });
    tab.protocol.on('Network.requestWillBeSent', ({ request }) => (requests += request.url.startsWith(host.roost) ? 1 : 0));
    tab.protocol.on('Network.loadingFinished', ({ encodedDataLength: size }) => (bytes += size));
    await quietBrowser();
    await tab.goto(`${host.url}/${path}`);
    await tab.page.waitForLoadState('networkidle');
    const shift = await tab.run(
        () =>
            new Promise((resolve) => {
                const sum = (all) => all.reduce((total, { value }) => total + value, 0);
                const seen = new PerformanceObserver((list) => resolve(sum(list.getEntries())));
                seen.observe({ type: 'layout-shift', buffered: true });
                requestIdleCallback(() => resolve(sum(seen.takeRecords())));
            }),
    );
    const { metrics } = await tab.ask('Performance.getMetrics');
    const millis = (...names) => metrics.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value * 1000, 0);
    const thread = millis('ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration');
    const whole = millis('TaskDuration');
    if (path !== 'bare') await tab.wait(...bubble); // only now: looking for it is work of the page as well
    await tab.close();
    return { requests, bytes, shift, thread, whole };
}

async function openRow(engine, product, host) {
    const own = [];
    const panels = [];
    for (let round = 0; round < rounds; ++round) {
        own.push(await startDashboard(engine, product));
        panels.push(await openPanel(engine, host));
    }
    const [value, floor] = [median(panels), median(own)];
    const bar = `≤ ${openBar} × dashboard, warm`;
    return { figure: `press to the list in the panel, median of ${rounds}`, value, unit: 'ms', floor, bar, isMet: value <= openBar * floor };
}

// Each page is there for the second time in its browser.
async function startDashboard(engine, product) {
    const tab = await openProbedTab(engine, product);
    const start = async () => {
        await tab.goto('about:blank');
        await quietBrowser();
        return (await listed(tab, () => tab.page.goto(product.url))).millis;
    };
    await tab.page.exposeBinding('roostBenchListed', hear);
    await start();
    const millis = await start();
    await tab.close();
    return millis;
}

async function openPanel(engine, host) {
    const tab = await engine.openTab();
    await tab.page.addInitScript(installProbe);
    await tab.page.exposeBinding('roostBenchListed', hear);
    const start = async () => {
        await tab.goto(`${host.url}/whole`);
        await tab.wait(...bubble);
        await tab.page.waitForLoadState('networkidle');
        await quietBrowser();
        let pressed;
        const { at } = await listed(tab, async () => {
            pressed = await tab.run(() => {
                window.Roost('open');
                return performance.timeOrigin + performance.now();
            });
        });
        return at - pressed;
    };
    await start();
    const millis = await start();
    await tab.close();
    return millis;
}

// What the page tells; `hear` is given to it once, and the next that is told goes to whoever waits.
const waiting = new WeakMap();
const hear = async ({ page, frame }, millis) => {
    const at = (await frame.evaluate(() => performance.timeOrigin)) + millis;
    waiting.get(page)?.({ millis, at });
};

async function listed(tab, begin) {
    const told = new Promise((resolve) => waiting.set(tab.page, resolve));
    await begin();
    return within(30_000, 'the list', told);
}
