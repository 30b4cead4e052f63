// What a page tells its widget in the line that puts it there, and later by commands.
import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { amina, kenji } from './people.mjs';
import { bubble, engines, heard, hears, minimise, openPanel, withHost } from './widget.mjs';

const needed = ['alertdialog', /^sign in to see/i];
const notNow = ['alertdialog', /^this page could not sign you in/i];
const signIn = ['button', /^sign in/i];

async function openNamed(tab, title) {
    await tab.click('button', new RegExp(`^${title}`, 'i'));
    const inbox = new Inbox(tab.within(title), '');
    await inbox.waitLive();
    return { panel: inbox.tab, inbox };
}

async function takeWords(context) {
    const { tab, product } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/told`);
        await tab.wait('button', /^talks \(1\)$/i);
        const { panel, inbox } = await openNamed(tab, 'Talks');
        await inbox.open(amina.name);
        check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows what is of another record');
        const whole = await tab.opening(() => tab.click('button', /^all talks$/i));
        await until('the whole inbox', () => whole.address().startsWith(`${product.url}/`) && !whole.address().includes('widget'));
        await whole.closeTab();
        await tab.click('button', /^fold up$/i);
        await tab.waitGone('button', /^fold up$/i);
        check((await heard(tab, 'error')).length === 0, 'an error was told');
    });
}

// A person by the line; then somebody else by a token that is a text.
async function takePerson(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/person`);
        const { panel, inbox } = await openPanel(tab);
        await inbox.seesOnce('Of another project');
        check((await panel.count(...names.row(amina.name))) === 0, 'the panel shows another person');
        await tab.run(({ token, number }) => {
            window.Roost('setContact', number);
            window.Roost('setUser', token);
        }, { token: host.token({ entity: undefined, contact: amina.from }), number: amina.from });
        await inbox.seesOnce('Habari');
        check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows who was there before');
        check((await heard(tab, 'error')).length === 0, 'an error was told');
    });
}

// The page went on to another record, and its token did not.
async function refuseStale(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/stale`);
        await tab.click(...bubble);
        const panel = tab.within('Messages');
        await panel.wait(...needed);
        await hears(tab, 'error');
        const [{ reason }] = await heard(tab, 'error');
        check(reason === 'refused', `the page was told ${reason}`);
        check((await heard(tab, 'ready')).length === 0, 'a panel that shows nothing is said to be ready');
        check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows the record of the token');
        check((await panel.count(...notNow)) === 0, 'it says that it tries again');
    });
}

// The title and the address that the line gives stand at what is begun there, where no token says them.
async function nameRecord(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/signed-out`);
        await tab.click(...bubble);
        const panel = tab.within('Messages');
        await panel.wait(...needed);
        const window = await tab.opening(() => panel.click(...signIn));
        await window.wait(...names.email);
        await window.fill(...names.email, agent.email);
        await window.fill(...names.password, agent.password);
        await window.click(...names.signIn);
        const inbox = new Inbox(panel, '');
        await inbox.waitLive();
        await hears(tab, 'ready');
        await panel.click('button', /^new conversation/i);
        await panel.fill('textbox', /^telephone number/i, '+49 1511 2345678');
        await panel.click('button', /^start$/i);
        const begun = async () => (await host.call('/entities/project/118/conversations')).conversations.find(({ wa_id: id }) => id === '4915112345678');
        await until('new conversation', begun);
        const [link] = (await begun()).links;
        check(link.title === 'Roof' && link.url === 'https://crm.example/118', `it is filed as ${JSON.stringify(link)}`);
    });
}

async function standOnIsolated(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/isolated`);
        check(await tab.run(() => window.crossOriginIsolated), 'the page is not isolated');
        const { inbox } = await openPanel(tab);
        await inbox.open(amina.name);
        await inbox.send('Behind glass');
        await inbox.sentOnce('Behind glass', 'read');
    });
}

// Where pages do without it on phones, phones do without what it costs.
async function stayAway(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/dressed`);
        await until('page with its line', () => tab.run(() => window.Roost?.isLoaded === true));
        await tab.run(() => new Promise((resolve) => requestIdleCallback(resolve)));
        await tab.run(() => window.Roost('open'));
        check((await tab.count(...bubble)) === 0, 'the bubble is there');
        check((await tab.count(...minimise)) === 0, 'the panel is there');
        check(host.asked.length === 0, 'a token was asked for');
        await tab.resize({ width: 1280, height: 800 });
        await openPanel(tab);
    });
}

export const tests = [
    { title: 'a page names its record, its words and who looks at it in its line', run: takeWords, engines },
    { title: 'a page about one person shows them alone, by a token that is given and by one that comes later', run: takePerson, engines },
    { title: 'a page whose token is for another record than its own shows neither', run: refuseStale, engines },
    { title: 'a page names its record, and what is begun there carries its title and its address', run: nameRecord, engines },
    { title: 'a page that isolates itself shows its widget', run: standOnIsolated, engines },
    { title: 'a page that does without its widget on phones asks for nothing there', run: stayAway, engines, tab: { width: 390, height: 844 } },
];
