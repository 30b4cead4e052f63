// A message's menu, quotes, links and the palette: by mouse, by keys, and by a screen reader's clicks alone.
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { amina, leila } from './people.mjs';

const menu = ['menu', /^message$/i];
const item = (name) => ['menuitem', new RegExp(`^${name}`, 'i')];
const palette = ['combobox', /^find a conversation/i];
const option = (name) => ['option', new RegExp(`^${name}`)];
const quote = (words) => ['button', new RegExp(`^In answer to .*: ${words}$`)];
const send = ['button', /^send$/i];
const hasFocus = (tab, name) => until(`focus on ${name[1]}`, () => tab.isFocused(...name));

async function openWith({ inbox, simulator }, text) {
    await simulator.say({ ...amina, text });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await inbox.seesOnce(text);
}

async function answerByMenu({ tab, inbox }) {
    const message = tab.find(...names.theirs('Where is my parcel?'));
    await message.click({ button: 'right', position: { x: 20, y: 14 } });
    await hasFocus(tab, item('reply'));
    await tab.page.keyboard.press('Escape');
    await tab.waitGone(...menu);
    await hasFocus(tab, names.theirs('Where is my parcel?'));
    await tab.page.keyboard.press('Shift+F10');
    await hasFocus(tab, item('reply'));
    await tab.page.keyboard.press('End');
    await hasFocus(tab, item('copy'));
    await tab.page.keyboard.press('r');
    await hasFocus(tab, item('reply'));
    await tab.page.keyboard.press('Enter');
    await hasFocus(tab, names.composer);
    await tab.wait('group', /^Answer to Amina Yusuf: Where is my parcel/);
    await tab.page.keyboard.type('On its way');
    await tab.page.keyboard.press('Enter');
    await inbox.sentOnce('On its way', 'read');
    await tab.click(...quote('Where is my parcel\\?'));
    await hasFocus(tab, names.theirs('Where is my parcel?'));
}

// Ours opens on the words of a message, the browser's own on a link in it.
async function askOverLink(tab) {
    const menuOver = (selector) =>
        tab.find('article', /example\.com/).evaluate((message, wanted) => {
            const target = message.querySelector(wanted);
            const { left, top } = target.getBoundingClientRect();
            const init = { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 2 };
            return !target.dispatchEvent(new MouseEvent('contextmenu', init));
        }, selector);
    check(!(await menuOver('a[href]')), 'the menu of a link is the browser’s own');
    check(await menuOver('.paragraph'), 'the menu of a message is ours');
    await tab.wait(...menu);
    await tab.page.keyboard.press('Escape');
    await tab.waitGone(...menu);
}

async function openLink(tab) {
    const link = tab.find('link', /example\.com/);
    const [rel, target] = [await link.getAttribute('rel'), await link.getAttribute('target')];
    check(/noopener/.test(rel) && target === '_blank', `a link opens with ${rel} in ${target}`);
    check((await link.evaluate((one) => getComputedStyle(one).cursor)) === 'pointer', 'a link shows the hand');
    await link.focus();
    const opened = tab.context.waitForEvent('page');
    await tab.page.keyboard.press('Enter');
    await (await opened).close();
}

// Keys as other layouts and AltGr send them, to whatever has the focus.
function key(init) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

async function findByKeys(tab) {
    const { page } = tab;
    await page.keyboard.press('Control+k');
    await hasFocus(tab, palette);
    await page.keyboard.type('ليلى');
    await tab.wait(...option(leila.name));
    await page.keyboard.press('Enter');
    await tab.wait(...names.threadOf(leila.name));
    await hasFocus(tab, names.composer);
    await page.keyboard.press('Escape');
    await hasFocus(tab, names.row(leila.name));
    await page.keyboard.press('Escape');
    await tab.waitGone(...names.threadOf(leila.name));
    const isOpen = async () => (await tab.count('dialog')) > 0;
    // Polish and Windows: AltGr types signs. French: the question mark is Shift with the comma. Russian: by place.
    await page.evaluate(key, { key: '?', code: 'Slash', modifierAltGraph: true });
    await page.evaluate(key, { key: 'k', code: 'KeyK', ctrlKey: true, altKey: true });
    await page.evaluate(key, { key: 'ł', code: 'KeyL', modifierAltGraph: true });
    check(!(await isOpen()), 'AltGr fires nothing');
    await page.evaluate(key, { key: '?', code: 'KeyM', shiftKey: true });
    await tab.wait(...names.close);
    await page.keyboard.press('Escape');
    await tab.waitGone(...names.dialog);
    await page.evaluate(key, { key: 'л', code: 'KeyK', ctrlKey: true });
    await hasFocus(tab, palette);
    await page.keyboard.type('sign out');
    await page.keyboard.press('Enter');
    await hasFocus(tab, names.email);
}

// As a screen reader acts: values are set, elements are clicked, nothing is pointed at.
const press = (tab, name) => tab.find(...name).first().evaluate((element) => element.click());
const write = (tab, name, text) =>
    tab
        .find(...name)
        .first()
        .evaluate((field, value) => {
            field.value = value;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }, text);

export const tests = [
    {
        title: 'a message is answered by its menu and its quote leads back; links keep the browser’s own; the palette finds',
        engines: ['chromium'],
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...leila, text: 'مرحبا' });
            await openWith({ inbox, simulator }, 'Where is my parcel?');
            await answerByMenu({ tab, inbox });
            await simulator.say({ ...amina, text: 'See https://example.com/a now' });
            await inbox.seesOnce('See https://example.com/a now');
            await askOverLink(tab);
            await openLink(tab);
            await findByKeys(tab);
        },
    },
    {
        title: 'the spine by the mirror alone: every step is a click() or a value, as a screen reader does',
        engines: ['chromium'],
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
            await simulator.failNext(131042);
            await write(tab, names.composer, 'Answered');
            await until('something to send', () => tab.find(...send).evaluate((one) => !one.ariaDisabled));
            await press(tab, send);
            await tab.wait(...names.retry);
            await until('urgent words', () =>
                tab.page.evaluate(() => /not sent/.test(document.querySelector('[aria-live=assertive]').textContent)),
            );
            await press(tab, names.retry);
            await inbox.sentOnce('Answered', 'read');
            // A burst is one announcement, not one for each.
            await Promise.all([1, 2, 3, 4, 5].map((n) => simulator.say({ ...amina, text: `Burst ${n}` })));
            await until('one summary', () =>
                tab.page.evaluate(() => /\d new messages|Burst/.test(document.querySelector('[aria-live=polite]').textContent)),
            );
            await tab.find(...names.theirs('One')).focus();
            await press(tab, ['button', /^message menu$/i]);
            await press(tab, item('reply'));
            await tab.wait('group', /^Answer to/);
            await press(tab, ['button', /^do not quote$/i]);
            await tab.waitGone('group', /^Answer to/);
            await press(tab, names.account);
            await press(tab, names.signOut);
            await hasFocus(tab, names.email);
        },
    },
];
