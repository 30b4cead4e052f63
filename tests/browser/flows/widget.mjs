// Roost as a panel on somebody else's page: from another address, under a strict policy, on the record the page is about.
import { HostSite, otherRecord, record } from '../host_site.mjs';
import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { checkPanel, checkScreen } from './axe.mjs';
import { amina, kenji } from './people.mjs';

export const bubble = ['button', /^messages/i];
export const minimise = ['button', /^close$/i];
const withBadge = (count) => ['button', new RegExp(`^messages \\(${count}\\)`, 'i')];
const save = ['button', /^save/i];
const next = ['button', /^next/i];
const note = ['textbox', /^note/i];
export const engines = ['chromium']; // the others' drivers do not look into frames of another origin by role and name

export const heard = (tab, name) => tab.run((wanted) => window.heard.filter(([one]) => one === wanted).map(([, detail]) => detail), name);
export const hears = (tab, name) => until(`event ${name}`, async () => (await heard(tab, name)).length > 0);

export const frames = (tab) => tab.run(() => document.querySelector('roost-widget').shadowRoot.querySelectorAll('iframe').length);

// Amina's conversation is on one record, Kenji's on the other.
export async function withHost(context, run, wish) {
    const { product, simulator } = context;
    await simulator.say({ ...amina, text: 'Habari' });
    await simulator.say({ ...kenji, text: 'Of another project' });
    const host = await HostSite.open(product, wish);
    try {
        const { conversations } = await host.call('/conversations');
        const idOf = ({ from }) => conversations.find(({ wa_id: id }) => id === from).id;
        await host.call('/links', { conversation: idOf(amina), ...record });
        await host.call('/links', { conversation: idOf(kenji), ...otherRecord });
        await run(host);
    } finally {
        host.close();
    }
}

export async function openPanel(tab, press = () => tab.click(...bubble)) {
    await tab.wait(...bubble);
    await press();
    const panel = tab.within('Messages');
    const inbox = new Inbox(panel, '');
    await inbox.waitLive();
    return { panel, inbox };
}

const requests = (tab) =>
    tab.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => /widget/.test(path)));

// What the page does itself: clicks, the wheel, its field, its keys.
async function useHost(tab, where) {
    const before = Number(/\d+/.exec(await tab.on(save, (button) => button.textContent)) ?? 0);
    await tab.click(...save);
    await tab.wait('button', new RegExp(`^save \\(${before + 1}\\)`, 'i'));
    await tab.fill(...note, `s ${where}`);
    await tab.hasFocus(...note);
    const keys = await tab.run(() => window.keys);
    await tab.press(...save, 's');
    check((await tab.run(() => window.keys)) === keys + 1, `${where}: the page's own key does nothing`);
    const scrolled = () => [document.scrollingElement, document.querySelector('main')].reduce((sum, { scrollTop }) => sum + scrollTop, 0);
    const at = await tab.run(scrolled);
    const beside = { x: await tab.run(() => (document.dir === 'rtl' ? innerWidth - 80 : 80)), y: 300 };
    await tab.wheelAt(beside, 200);
    await until(`scrolled page ${where}`, async () => (await tab.run(scrolled)) > at);
    await tab.wheelAt(beside, -4000);
    await until(`page at its top ${where}`, async () => (await tab.run(scrolled)) === 0);
}

async function usePage({ tab, simulator }, url, path) {
    await tab.goto(url + path);
    await tab.wait(...bubble);
    check((await tab.run(() => document.querySelectorAll('roost-widget').length)) === 1, `${path}: it is there more than once`);
    await useHost(tab, `${path}, closed`);
    const { panel, inbox } = await openPanel(tab);
    await inbox.open(amina.name);
    check((await panel.count(...names.row(kenji.name))) === 0, `${path}: the panel shows what is of another record`);
    const words = `Karibu ${path}`;
    await inbox.send(words);
    await inbox.sentOnce(words, 'read');
    await simulator.say({ ...kenji, text: `Not here ${path}` });
    await simulator.say({ ...amina, text: `Asante ${path}` });
    await inbox.seesOnce(`Asante ${path}`);
    await checkScreen(tab, `${path} with an open panel`);
    await checkPanel(panel, `the panel of ${path}`);
    for (const name of ['ready', 'open', 'message', 'sent']) await hears(tab, name);
    check((await heard(tab, 'message')).length === 1, `${path}: the page heard of another record`);
    const keys = await tab.run(() => window.keys);
    await panel.press(...names.composer, 's');
    check((await tab.run(() => window.keys)) === keys, `${path}: the page hears what is typed in the panel`);
    await panel.fill(...names.composer, '');
    await useHost(tab, `${path}, open`);
    await tab.click(...next);
    await panel.wait(...names.row(kenji.name));
    check((await panel.count(...names.row(amina.name))) === 0, `${path}: the panel shows the record that was left`);
    await panel.press(...names.row(kenji.name), 'Escape');
    await tab.hasFocus(...bubble);
    check((await heard(tab, 'close')).length === 1, `${path}: the page did not hear that it was closed`);
    check((await tab.run(() => window.errors.length)) === 0, `${path}: the page has errors`);
}

async function useEveryPage(context) {
    await withHost(context, async (host) => {
        for (const path of ['/twice', '/react', '/vue', '/end', '/late']) await usePage(context, host.url, path);
        // Twice as large on a screen of the same size, from right to left, amid rules and layers that spare nothing.
        await context.tab.resize({ width: 760, height: 480, ratio: 2 });
        await usePage(context, host.url, '/awkward');
    });
}

async function countBeforeOpening(context) {
    const { tab, simulator } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/quiet`);
        await tab.wait(...bubble);
        // A page that is given no token asks for nothing.
        await tab.run(() => new Promise((resolve) => requestIdleCallback(resolve)));
        check((await requests(tab)).join() === '/widget.js', `a closed widget asked for ${await requests(tab)}`);
        await tab.goto(host.url);
        await tab.wait(...withBadge(1));
        check((await frames(tab)) === 0, 'the number on the bubble needs a frame');
        check((await heard(tab, 'unread'))[0].count === 1, 'the page was not told how much is unread');
        await simulator.say({ ...kenji, text: 'Of another project' });
        const { panel, inbox } = await openPanel(tab);
        check(host.asked.length === 1, `${host.asked.length} tokens were asked for`);
        await inbox.open(amina.name);
        await tab.wait('button', /^messages$/i);
        await panel.press(...names.composer, 'Escape');
        await tab.click(...next);
        check((await heard(tab, 'error')).length === 0, 'an error was told');
    });
}

// Whoever does not know what stands in the frame's address gets no answer.
async function refuseStrangers(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(host.url);
        await tab.wait(...bubble);
        await tab.run(() => {
            window.answers = [];
            new MutationObserver(() => {
                const frame = document.querySelector('roost-widget').shadowRoot.querySelector('iframe');
                if (!frame || window.stranger) return;
                window.stranger = new MessageChannel();
                window.stranger.port1.onmessage = ({ data }) => window.answers.push(data);
                frame.addEventListener('load', () => {
                    const words = { type: 'roost', nonce: '0'.repeat(32) };
                    frame.contentWindow.postMessage(words, '*', [window.stranger.port2]);
                });
            }).observe(document.querySelector('roost-widget').shadowRoot, { childList: true, subtree: true });
        });
        await openPanel(tab);
        check(await tab.run(() => window.stranger !== undefined), 'nobody tried');
        check((await tab.run(() => window.answers.length)) === 0, 'a stranger was answered');
    });
}

// A frame of another origin on the page that speaks to everybody whom it finds, while the panel is used. It finds the
// page and itself: the panel's frame is in the shadow of its element.
async function ignoreFrames(context) {
    const { tab, simulator } = context;
    await withHost(context, async (host) => {
        await withHost(context, async (other) => {
            host.stranger = other.url.replace('127.0.0.1', 'localhost');
            await tab.goto(`${host.url}/crowded`);
            const { panel, inbox } = await openPanel(tab);
            const stranger = tab.within('Stranger');
            await stranger.wait('heading', /^tried \d+ times at 1$/i);
            await inbox.open(amina.name);
            await inbox.send('Karibu');
            await inbox.sentOnce('Karibu', 'read');
            await simulator.say({ ...amina, text: 'Asante' });
            await inbox.seesOnce('Asante');
            const times = async () => Number(/\d+/.exec(await stranger.on(['heading', undefined], (one) => one.textContent))[0]);
            const before = await times();
            await until('further tries', async () => (await times()) > before + 2);
            const answers = await stranger.on(['status', undefined], (one) => one.textContent);
            check(answers === '0 answers', `a frame beside the panel had ${answers}`);
            const told = (await tab.run(() => window.heard.map(([name]) => name))).filter((name) => name !== 'unread');
            check(told.join() === 'open,ready,sent,message', `the page was told ${told}`);
            check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows what is of another record');
            check((await tab.run(() => window.errors.length)) === 0, 'the page has errors');
        });
    });
}

// A page that is not of the site cannot show it at all.
async function refuseOtherPages(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await withHost(context, async (other) => {
            Object.assign(other, { id: host.id, secret: host.secret });
            await tab.goto(`${other.url}/quiet`);
            await tab.click(...bubble);
            await until('refusal', async () => tab.problems.some((one) => /frame-ancestors/.test(one)));
            await tab.goto(other.url);
            await hears(tab, 'error');
            await tab.click(...bubble);
            await until('refusal', async () => tab.problems.filter((one) => /frame-ancestors/.test(one)).length > 1);
            check((await heard(tab, 'ready')).length === 0, 'another page was let in');
            tab.problems.splice(0);
        });
    });
}

export const tests = [
    { title: 'a widget on pages of every kind shows their record alone, live, and leaves them theirs', run: useEveryPage, engines },
    { title: 'a widget loads nothing until it is opened but the number on its bubble', run: countBeforeOpening, engines },
    { title: 'a widget answers nobody who does not know the nonce of its frame', run: refuseStrangers, engines },
    { title: 'a widget on a page with a hostile frame tells it nothing and believes nothing', run: ignoreFrames, engines },
    { title: 'a widget is not shown by pages that its site does not name', run: refuseOtherPages, engines },
];
