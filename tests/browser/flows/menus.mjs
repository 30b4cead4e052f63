// A message's menu, quotes, links and the palette: by mouse, by keys, and by a screen reader's clicks alone.
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina, leila } from './people.mjs';

const menu = ['menu', /^message$/i];
const item = (name) => ['menuitem', new RegExp(`^${name}`, 'i')];
const palette = ['combobox', /^find a conversation/i];
const option = (name) => ['option', new RegExp(`^${name}`)];
const quote = (words) => ['button', new RegExp(`^In answer to .*: ${words}$`)];
const send = ['button', /^send$/i];

async function openWith({ inbox, simulator }, text) {
    await simulator.say({ ...amina, text });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await inbox.seesOnce(text);
}

async function answerByMenu({ tab, inbox }) {
    await tab.click(...names.theirs('Where is my parcel?'), { button: 'right', at: { x: 20, y: 14 } });
    await tab.hasFocus(...item('reply'));
    await tab.key('Escape');
    await tab.waitGone(...menu);
    await tab.hasFocus(...names.theirs('Where is my parcel?'));
    await tab.key('Shift+F10');
    await tab.hasFocus(...item('reply'));
    await tab.key('End');
    await tab.hasFocus(...item('message info'));
    await tab.key('r');
    await tab.hasFocus(...item('reply'));
    await tab.key('Enter');
    await tab.hasFocus(...names.composer);
    await tab.wait('group', /^Answer to Amina Yusuf: Where is my parcel/);
    await tab.type('On its way');
    await tab.key('Enter');
    await inbox.sentOnce('On its way', 'read');
    await tab.click(...quote('Where is my parcel\\?'));
    await tab.hasFocus(...names.theirs('Where is my parcel?'));
}

// When each tick came, by keys alone.
async function readInfo({ tab, inbox }) {
    await inbox.sentOnce('On its way', 'read');
    await tab.focus(...names.ours('On its way'));
    await tab.key('Shift+F10');
    await tab.wait(...menu);
    await tab.key('End');
    await tab.key('Enter');
    await tab.wait('dialog', /^message info$/i);
    await tab.hasFocus('button', /^close$/i);
    for (const tick of ['Written', 'Sent', 'Delivered', 'Read'])
        await tab.wait('listitem', new RegExp(`^${tick}: Today, [0-9]+:[0-9]+`));
    await checkScreen(tab, 'message info');
    await tab.key('Escape');
    await tab.hasFocus(...names.ours('On its way'));
}

// Ours opens on the words of a message, the browser's own on a link in it.
async function askOverLink(tab) {
    const menuOver = (selector) =>
        tab.on(
            ['article', /example\.com/],
            (message, wanted) => {
                const target = message.querySelector(wanted);
                const { left, top } = target.getBoundingClientRect();
                const init = { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 2 };
                return !target.dispatchEvent(new MouseEvent('contextmenu', init));
            },
            selector,
        );
    check(!(await menuOver('a[href]')), 'the menu of a link is the browser’s own');
    check(await menuOver('.paragraph'), 'the menu of a message is ours');
    await tab.wait(...menu);
    await tab.key('Escape');
    await tab.waitGone(...menu);
}

async function openLink(tab) {
    const link = ['link', /example\.com/];
    const [rel, target] = [await tab.attribute(...link, 'rel'), await tab.attribute(...link, 'target')];
    check(/noopener/.test(rel) && target === '_blank', `a link opens with ${rel} in ${target}`);
    check((await tab.on(link, (one) => getComputedStyle(one).cursor)) === 'pointer', 'a link shows the hand');
    await tab.focus(...link);
    await tab.opened(() => tab.key('Enter'));
}

// Keys as other layouts and AltGr send them, to whatever has the focus.
function key(init) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

const knowsAltGr = () => new KeyboardEvent('keydown', { modifierAltGraph: true }).getModifierState('AltGraph');

async function findByKeys(tab, note) {
    await tab.key('Control+k');
    await tab.hasFocus(...palette);
    await tab.type('ليلى');
    await tab.wait(...option(leila.name));
    await tab.key('Enter');
    await tab.wait(...names.threadOf(leila.name));
    await tab.hasFocus(...names.composer);
    await tab.key('Escape');
    await tab.hasFocus(...names.row(leila.name));
    await tab.key('Escape');
    await tab.waitGone(...names.threadOf(leila.name));
    const isOpen = async () => (await tab.count('dialog')) > 0;
    // Polish and Windows: AltGr types signs. French: the question mark is Shift with the comma. Russian: by place.
    await tab.run(key, { key: 'k', code: 'KeyK', ctrlKey: true, altKey: true });
    if (await tab.run(knowsAltGr)) {
        await tab.run(key, { key: '?', code: 'Slash', modifierAltGraph: true });
        await tab.run(key, { key: 'ł', code: 'KeyL', modifierAltGraph: true });
    } else {
        note('its scripts cannot press AltGr');
    }
    // The circumflex and the acute of French and Spanish wait for their letter.
    await tab.run(key, { key: 'Dead', code: 'BracketLeft' });
    await tab.run(key, { key: 'Dead', code: 'KeyK', ctrlKey: true });
    check(!(await isOpen()), 'AltGr and dead keys fire nothing');
    await tab.run(key, { key: '?', code: 'KeyM', shiftKey: true });
    await tab.wait(...names.close);
    await tab.key('Escape');
    await tab.waitGone(...names.dialog);
    await tab.run(key, { key: 'л', code: 'KeyK', ctrlKey: true });
    await tab.hasFocus(...palette);
    await tab.type('sign out');
    await tab.key('Enter');
    await tab.hasFocus(...names.email);
}

// As a screen reader acts: values are set, elements are clicked, nothing is pointed at.
const press = (tab, name) => tab.on(name, (element) => element.click());
const enter = (field, value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const write = (tab, name, text) => tab.on(name, enter, text);

export const tests = [
    {
        title: 'a message is answered by its menu and its quote leads back; links keep the browser’s own; the palette finds',
        async run({ inbox, tab, simulator, note }) {
            await simulator.say({ ...leila, text: 'مرحبا' });
            await openWith({ inbox, simulator }, 'Where is my parcel?');
            await answerByMenu({ tab, inbox });
            await readInfo({ tab, inbox });
            await simulator.say({ ...amina, text: 'See https://example.com/a now' });
            await inbox.seesOnce('See https://example.com/a now');
            await askOverLink(tab);
            await openLink(tab);
            await findByKeys(tab, note);
        },
    },
    {
        title: 'the spine by the mirror alone: every step is a click() or a value, as a screen reader does',
        async run({ inbox, tab, simulator, product }) {
            await simulator.say({ ...amina, text: 'One' });
            await tab.goto(product.url);
            await tab.wait(...names.email);
            await write(tab, names.email, agent.email);
            await write(tab, names.password, agent.password);
            await press(tab, names.signIn);
            await inbox.waitLive();
            await tab.wait(...names.row(amina.name));
            await press(tab, names.row(amina.name));
            await inbox.seesOnce('One');
            await simulator.failNext(131037);
            await write(tab, names.composer, 'Answered');
            await until('something to send', () => tab.on(send, (one) => !one.ariaDisabled));
            await press(tab, send);
            await tab.wait(...names.retry);
            await until('urgent words', () =>
                tab.run(() => /not sent/.test(document.querySelector('[aria-live=assertive]').textContent)),
            );
            await press(tab, names.retry);
            await inbox.sentOnce('Answered', 'read');
            // A burst is one announcement, not one for each.
            await Promise.all([1, 2, 3, 4, 5].map((n) => simulator.say({ ...amina, text: `Burst ${n}` })));
            await until('one summary', () =>
                tab.run(() => /\d new messages|Burst/.test(document.querySelector('[aria-live=polite]').textContent)),
            );
            await tab.focus(...names.theirs('One'));
            await press(tab, ['button', /^message menu$/i]);
            await press(tab, item('reply'));
            await tab.wait('group', /^Answer to/);
            await press(tab, ['button', /^do not quote$/i]);
            await tab.waitGone('group', /^Answer to/);
            await press(tab, names.account);
            await press(tab, names.signOut);
            await tab.hasFocus(...names.email);
        },
    },
];
