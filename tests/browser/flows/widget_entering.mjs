// Who looks at a panel: said by the page's token, which ends and comes anew, or by a sign-in in a window of Roost's own.
import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina, kenji } from './people.mjs';
import { bubble, engines, heard, hears, openPanel, withHost } from './widget.mjs';

const tryAgain = ['button', /^try again/i];
const signIn = ['button', /^sign in/i];
const refused = ['alertdialog', /^this page could not sign you in/i];
const needed = ['alertdialog', /^sign in to see/i];
const draft = 'Half a sentence';

// The answers that open sessions say that these are short; only the browser believes it.
async function shorten(tab, seconds) {
    let isOver = false;
    await tab.page.route('**/api/v1/widget/session*', async (route) => {
        try {
            const response = await route.fetch();
            const body = await response.json();
            await route.fulfill({ response, json: isOver ? body : { ...body, expires_in: seconds } });
        } catch {
            // The page was closed meanwhile.
        }
    });
    return () => (isOver = true);
}

// As an administrator would who sees something odd.
async function endSessions(host, isMeant) {
    const { sessions } = await host.call('/sessions');
    const others = sessions.filter(({ is_current: isOwn }) => !isOwn).map(({ id }) => Number(id));
    for (const id of others.filter((one) => isMeant(one, others))) await host.call(`/sessions/${id}`, undefined, 'DELETE');
}

async function renewTokens(context) {
    const { tab, simulator } = context;
    await withHost(context, async (host) => {
        const restore = await shorten(tab, 2);
        await tab.goto(`${host.url}/`);
        const { panel, inbox } = await openPanel(tab);
        // Another one is there before it ends, and nobody notices that it did.
        await until('another token', () => host.asked.length > 1);
        restore();
        await inbox.open(amina.name);
        await panel.fill(...names.composer, draft);
        const before = host.asked.length;
        await endSessions(host, () => true);
        await until('token after the end', () => host.asked.length > before);
        await simulator.say({ ...amina, text: 'With the next token' });
        await inbox.seesOnce('With the next token');
        check((await heard(tab, 'error')).length === 0, 'an error was told');
        host.mood = 'refused';
        await endSessions(host, () => true);
        await panel.wait(...refused);
        await checkScreen(tab, 'a panel that nobody is known to');
        await hears(tab, 'error');
        const [{ reason }] = await heard(tab, 'error');
        check(reason === 'refused', `the page was told ${reason}`);
        await simulator.say({ ...amina, text: 'Said meanwhile' });
        host.mood = 'failing';
        const asked = host.asked.length;
        await panel.click(...tryAgain);
        await until('try with a failing page', () => host.asked.length > asked);
        await until('told failure of the page', async () => (await heard(tab, 'error')).some(({ reason: why }) => why === 'token'));
        host.mood = 'good';
        await panel.click(...tryAgain);
        await panel.waitGone(...refused);
        await inbox.seesOnce('Said meanwhile');
        check((await panel.value(...names.composer)) === draft, 'the draft is lost');
        await panel.press(...names.composer, 'Enter');
        await inbox.sentOnce(draft, 'read');
        tab.problems.splice(0); // 503 of the page itself
    });
}

async function signInByWindow(context) {
    const { tab, simulator, product } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/untold`);
        await tab.click(...bubble);
        const panel = tab.within('Messages');
        await panel.wait(...needed);
        const window = await tab.opening(() => panel.click(...signIn));
        check(!/token|code/.test(window.address()), 'the address of the window says too much');
        await window.wait(...names.email);
        await window.fill(...names.email, agent.email);
        await window.fill(...names.password, agent.password);
        await window.click(...names.signIn);
        const inbox = new Inbox(panel, '');
        await inbox.waitLive();
        await inbox.open(amina.name);
        check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows what is of another record');
        await until('end of the window', () => window.page.isClosed());
        await simulator.say({ ...amina, text: 'Asante' });
        await inbox.seesOnce('Asante');
        // Who is signed in needs no more than the one click.
        await endSessions(host, (id, all) => id === Math.max(...all));
        await panel.wait(...needed);
        const again = await tab.opening(() => panel.click(...signIn));
        await panel.waitGone(...needed);
        await until('end of the window', () => again.page.isClosed());
        await inbox.send('Karibu');
        await inbox.sentOnce('Karibu', 'read');
        await refuseStranger(tab, host, product);
    });
}

// A page that opens that window itself, and knows whatever a page can know.
async function refuseStranger(tab, host, product) {
    await tab.goto(`${host.url}/quiet`);
    const about = encodeURIComponent(JSON.stringify({ entity: { type: 'project', id: '118' } }));
    const address = `${product.url}/widget/sign-in?site=${host.id}&about=${about}#0-0-0-0`;
    await tab.run(() => {
        window.answers = [];
        addEventListener('message', ({ data }) => window.answers.push(data));
    });
    const window = await tab.opening(() => tab.run((to) => void open(to), address));
    await until('end of the window', () => window.page.isClosed());
    check((await tab.run(() => window.answers.length)) === 0, 'a stranger was told the code');
    // And one that it told would be of no use to a page of another origin.
    const frame = await tab.run(async (path) => (await fetch(path, { method: 'POST', body: '{}' }).catch(() => ({ status: 0 }))).status, `${product.url}/api/v1/widget/code`);
    check(frame === 0, 'a page of another origin can ask for codes');
    tab.problems.splice(0);
}

export const tests = [
    { title: 'a panel renews its session before it ends, and waits without losing anything where it is refused', run: renewTokens, engines },
    { title: 'a panel that is told nothing lets an agent sign in by a window, and tells strangers nothing', run: signInByWindow, engines },
];
