// What stands on the screen before the program does, and instead of it when it does not come.
import { names } from '../names.mjs';
import { readPng } from '../png.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';

const isProgram = /dashboard\.[0-9a-f]+\.wasm$/;

// The page with its program held back, and the function that lets it go.
async function openHeld(tab, url) {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await tab.page.route(isProgram, async (route) => {
        await held;
        await route.continue();
    });
    await tab.page.goto(url, { waitUntil: 'commit' });
    return release;
}

async function picture(tab) {
    return readPng(await tab.page.screenshot());
}

function checkSame(outline, drawn, points) {
    for (const [x, y] of points) {
        const [before, after] = [outline, drawn].map((one) => [...one.rgb(x, y)].join(' '));
        check(before === after, `at ${x}, ${y} stood ${before}, then ${after}`);
    }
}

const painted = (tab) =>
    tab.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);

export const tests = [
    {
        title: 'the outline stands before the program, which changes no colour when it comes',
        engines: ['chromium'],
        tab: { scheme: 'dark' },
        async run({ tab, product, inbox }) {
            const release = await openHeld(tab, product.url);
            await until('paint of the outline', () => painted(tab));
            await tab.wait(...names.loading);
            check((await tab.count(...names.email)) === 0, 'the program is there although it was held back');
            const outline = await picture(tab);
            release();
            await tab.wait(...names.email);
            await tab.waitGone(...names.loading);
            // The ground, the card beside the logo, the logo's edge.
            checkSame(outline, await picture(tab), [[20, 20], [450, 260], [474, 230]]);
            await inbox.signInWith('correct horse battery');
            await inbox.waitLive();
            const go = await openHeld(tab, product.url);
            await until('paint of the outline', () => painted(tab));
            const inboxOutline = await picture(tab);
            go();
            await inbox.waitLive();
            // Rail and list, the search field, the line under the tabs.
            checkSame(inboxOutline, await picture(tab), [[20, 120], [380, 20], [250, 85], [250, 159]]);
        },
    },
    {
        title: 'a program that does not arrive or is damaged is told in a sentence, and Reload mends it',
        engines: ['chromium'],
        async run({ tab, product }) {
            await tab.page.route(isProgram, (route) =>
                route.fulfill({ status: 200, contentType: 'application/wasm', body: 'not a program' }),
            );
            await tab.goto(product.url);
            await tab.wait(...names.refusal);
            await tab.page.unroute(isProgram);
            await tab.page.route(/dashboard\.[0-9a-f]+\.js$/, (route) => route.abort());
            await tab.click(...names.reload);
            await tab.wait(...names.refusal);
            check((await tab.count(...names.loading)) === 0, 'it still says that it is loading');
            await tab.page.unroute(/dashboard\.[0-9a-f]+\.js$/);
            await tab.click(...names.reload);
            await tab.wait(...names.email);
        },
    },
    {
        title: 'without WebGL 2 a plain page lists, shows and answers, by keyboard alone',
        engines: ['chromium'],
        async run({ tab, product, simulator }) {
            await tab.page.addInitScript(() => {
                HTMLCanvasElement.prototype.getContext = () => null;
            });
            await simulator.say({ ...amina, text: 'Is <b>this</b> bold?' });
            await tab.goto(product.url);
            await tab.wait(...names.plainNote);
            await tab.fill(...names.email, agent.email);
            await tab.fill(...names.password, agent.password);
            await tab.press(...names.password, 'Enter');
            await tab.wait(...names.plainRow(amina.name));
            await tab.press(...names.plainRow(amina.name), 'Enter');
            await tab.wait('text', 'Is <b>this</b> bold?');
            await simulator.say({ ...amina, text: 'Hello?' });
            await tab.wait('text', 'Hello?');
            await tab.fill(...names.plainReply, 'No, plain.');
            await tab.press(...names.plainReply, 'Tab');
            await tab.press(...names.send, 'Enter');
            await tab.wait('text', 'No, plain.');
            await until('empty field', async () => (await tab.value(...names.plainReply)) === '');
            const sent = await until('message at Meta', async () => {
                const all = await simulator.sent();
                return all.length > 0 && all;
            });
            check(sent.length === 1 && sent[0].text === 'No, plain.', `${sent.length} messages were sent`);
            await checkScreen(tab, 'plain page');
        },
    },
];
