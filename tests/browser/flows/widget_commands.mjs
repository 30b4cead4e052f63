// What a page does with its widget by commands, and what it hears of a panel that nobody sees.
import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina, kenji } from './people.mjs';
import { bubble, engines, frames, heard, hears, minimise, openPanel, withHost } from './widget.mjs';

const withOne = ['button', /^messages \(1\)/i];
const order = (tab, ...call) => tab.run((words) => window.Roost(...words), call);
const tellings = async (tab, name) => (await heard(tab, name)).length;
const unreadOf = async (host, { from }) => (await host.call('/conversations')).conversations.find(({ wa_id: id }) => id === from).unread;

// Browsers give a frame that is not shown no frames to draw, and do not tell it so.
async function countBehindAClosedPanel(context) {
    const { tab, simulator } = context;
    await withHost(context, async (host) => {
        await tab.goto(host.url);
        const { inbox } = await openPanel(tab);
        await inbox.open(amina.name);
        await until('read conversation', async () => (await unreadOf(host, amina)) === 0);
        await order(tab, 'close');
        await tab.waitGone(...minimise);
        await simulator.say({ ...amina, text: 'Behind the curtain' });
        await tab.wait(...withOne);
        await hears(tab, 'message');
        check((await unreadOf(host, amina)) === 1, 'what nobody saw was read');
        await order(tab, 'open');
        await inbox.seesOnce('Behind the curtain');
        await until('read conversation', async () => (await unreadOf(host, amina)) === 0);
    });
}

async function waitPreloaded(context) {
    const { tab, simulator } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/preloaded`);
        await hears(tab, 'ready');
        await tab.wait(...withOne);
        await simulator.say({ ...amina, text: 'Before anybody looked' });
        await hears(tab, 'message');
        const { inbox } = await openPanel(tab, () => order(tab, 'toggle'));
        await inbox.open(amina.name);
        await inbox.seesOnce('Before anybody looked');
        await tab.goto(`${host.url}/spare`);
        await tab.wait('button', /^mensajes/i);
        check(host.asked.length === 1, 'a widget without a number on it asked for a token');
    });
}

const themeOf = (panel) => panel.on(names.live, (one) => one.ownerDocument.documentElement.dataset.theme);

async function obey(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/bare`);
        const before = await traces(tab);
        await tab.goto(`${host.url}/quiet`);
        await tab.wait(...bubble);
        const after = await traces(tab);
        check(after.globals.filter((name) => !before.globals.includes(name)).join() === 'Roost', 'the page has other globals');
        check(after.elements - before.elements === 2, 'more was added to the page than its line and one element');
        check(after.cookie === '', `the page has cookies: ${after.cookie}`);
        await tab.goto(host.url);
        await tab.wait(...bubble);
        await order(tab, 'hide');
        await tab.waitGone(...bubble);
        await order(tab, 'show');
        await tab.wait(...bubble);
        const { panel } = await openPanel(tab, () => order(tab, 'open'));
        const asked = host.asked.length;
        for (const theme of ['dark', 'light', '']) {
            await order(tab, 'setTheme', theme);
            await until(`panel as the page wants it: ${theme}`, async () => (await themeOf(panel)) === (theme || 'light'));
        }
        check(host.asked.length === asked, 'other colours took another token');
        await order(tab, 'toggle');
        check((await tellings(tab, 'close')) === 1, 'the page did not hear that it was closed');
        await stopListening(tab);
        await order(tab, 'reset');
        check((await frames(tab)) === 0, 'a panel was left');
        await showPerson(tab, kenji);
    });
}

const traces = (tab) =>
    tab.run(() => ({
        globals: Object.getOwnPropertyNames(window),
        elements: document.querySelectorAll('*').length,
        cookie: document.cookie,
    }));

async function stopListening(tab) {
    const counted = await tab.run(() => {
        let count = 0;
        const handler = () => ++count;
        window.Roost('on', 'open', handler);
        window.Roost('toggle');
        window.Roost('off', 'open', handler);
        window.Roost('toggle');
        window.Roost('toggle');
        window.Roost('close');
        return count;
    });
    check(counted === 1, `a handler that was taken back was called: ${counted}`);
}

// A page about one person shows them, and nobody else.
async function showPerson(tab, person) {
    await tab.run((number) => {
        window.Roost('setContact', number);
        window.Roost('setEntity', null);
        window.Roost('setUser', async () => (await fetch(`/token?contact=${number}`)).text());
        window.Roost('open');
    }, person.from);
    const inbox = new Inbox(tab.within('Messages'), '');
    await inbox.seesOnce('Of another project');
}

export const tests = [
    { title: 'a closed panel goes on counting what comes, and reads none of it', run: countBehindAClosedPanel, engines },
    { title: 'a panel that is loaded before it is wanted counts, and stands when it is', run: waitPreloaded, engines },
    { title: 'a page orders its widget about by commands, and finds nothing else of it', run: obey, engines },
];
