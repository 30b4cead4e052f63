// Ten tabs of one agent in one browser.
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina, kenji } from './people.mjs';

// As the server counts them.
async function streams(product) {
    const answer = await fetch(`${product.url}/health/ready`);
    return (await answer.json()).streams;
}

// Only what lies in front is drawn.
async function seesIn(tab, name) {
    await tab.show();
    await tab.wait(...name);
}

const isShared = (product) => until('single stream', async () => (await streams(product)) === 1);

async function openTabs(tab, url, count) {
    const tabs = [];
    for (let i = 0; i < count; ++i) {
        const one = await tab.sibling();
        await one.goto(url);
        tabs.push(one);
    }
    for (const one of tabs) await seesIn(one, names.live);
    return tabs;
}

export const tests = [
    {
        title: 'ten tabs share one stream, another leads when the leader closes, and one signs out all',
        async run({ inbox, tab, simulator, product }) {
            await simulator.say({ ...amina, text: 'First' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            const place = `${inbox.url}/${await tab.fragment()}`;
            const others = await openTabs(tab, place, 9);
            await isShared(product);
            await simulator.say({ ...amina, text: 'To all ten' });
            for (const one of [tab, ...others]) await seesIn(one, names.theirs('To all ten'));
            // The first one leads. What comes while it closes is lost by nobody.
            const arrival = simulator.say({ ...amina, text: 'Meanwhile' });
            await tab.closeTab();
            await arrival;
            for (const one of others) await seesIn(one, names.theirs('Meanwhile'));
            await isShared(product);
            for (const one of others) {
                check((await one.count(...names.theirs('To all ten'))) === 1, 'a message is there twice');
                check((await one.count(...names.theirs('Meanwhile'))) === 1, 'a message is there twice');
            }
            const [leaving, ...rest] = others;
            await leaving.show();
            await leaving.click(...names.account);
            await leaving.click(...names.signOut);
            for (const one of rest) await seesIn(one, names.email);
            await until('end of the stream', async () => (await streams(product)) === 0);
        },
    },
    {
        title: 'a hidden tab draws nothing, and counts what comes in title and icon',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'First' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await inbox.seesOnce('First');
            const icon = () => tab.run(() => document.querySelector('link[rel=icon]').href);
            const plainIcon = await icon();
            await tab.run(() => {
                Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
                document.dispatchEvent(new Event('visibilitychange'));
                // What was asked for before is still drawn.
                return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            });
            const frames = () => tab.run(() => window.roost.frames());
            const before = await frames();
            await simulator.say({ ...kenji, text: 'One' });
            await simulator.say({ ...amina, text: 'Two' });
            await until('count in the title', async () => (await tab.title()).startsWith('(2) '));
            check((await icon()) !== plainIcon, 'the icon says nothing of it');
            check((await frames()) === before, 'a hidden tab was drawn');
            await tab.run(() => {
                delete document.hidden;
                document.dispatchEvent(new Event('visibilitychange'));
            });
            await until('title of one unread', async () => (await tab.title()).startsWith('(1) '));
            await inbox.seesOnce('Two');
        },
    },
    {
        title: 'a lost graphics context comes back with everything on it',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'Before' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await inbox.seesOnce('Before');
            const picture = async () => (await tab.screenshot()).toString('base64');
            const still = async () => {
                let last = await picture();
                await until('still page', async () => {
                    const now = await picture();
                    const isSame = now === last;
                    last = now;
                    return isSame;
                });
                return last;
            };
            const whole = await still();
            await tab.run(async () => {
                const canvas = document.getElementById('canvas');
                const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
                const lost = new Promise((tell) => canvas.addEventListener('webglcontextlost', tell, { once: true }));
                extension.loseContext();
                await lost;
                window.roostTestRestore = () => extension.restoreContext();
            });
            await tab.run(() => window.roostTestRestore());
            await until('same picture as before', async () => (await picture()) === whole);
            await simulator.say({ ...amina, text: 'After' });
            await inbox.seesOnce('After');
            await until('new message in the picture', async () => (await picture()) !== whole);
        },
    },
];
