// Where the bubble stands and how its panel looks, as the page wishes and as its reader moved it; and on a phone.
import { middleOf } from '../engines/tab.mjs';
import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';
import { bubble, engines, heard, minimise, openPanel, withHost } from './widget.mjs';

const frameBox = (tab) =>
    tab.run(() => {
        const { left, top, width, height } = document.querySelector('roost-widget').shadowRoot.querySelector('iframe').getBoundingClientRect();
        return { left, top, width, height };
    });

function isNear(name, measured, wanted) {
    check(Math.abs(measured - wanted) <= 1, `${name} is ${measured} instead of ${wanted}`);
}

// Wherever the bubble is put, and however small the window becomes, bubble and panel can be reached.
async function staysWithin(tab) {
    for (const corner of [{ x: 10, y: 10 }, { x: 1270, y: 10 }, { x: 1270, y: 790 }, { x: 10, y: 790 }]) {
        await tab.drag(middleOf(await tab.box(...bubble)), corner);
        for (const width of [1280, 700]) {
            await tab.resize({ width, height: 800 });
            await tab.point([{ move: { x: 350, y: 400 } }]);
            await until('bubble in the window', async () => isWithin(await tab.box(...bubble), width));
            await tab.on(bubble, (button) => button.click());
            await tab.wait(...minimise);
            const { left, top, width: wide, height } = await frameBox(tab);
            check(isWithin({ left, top: top - 48, width: wide, height: height + 48 }, width), `from ${corner.x}, ${corner.y} the panel stands at ${left}, ${top - 48}`);
            await tab.on(minimise, (button) => button.click());
            await tab.waitGone(...minimise);
        }
        await tab.resize({ width: 1280, height: 800 });
    }
    await tab.on(bubble, (button) => button.click());
}

const isWithin = ({ left, top, width, height }, wide) => left >= 0 && top >= 0 && left + width <= wide && top + height <= 800;

// WCAG's, of what a control shows against what lies behind it.
const contrastOf = (tab, control) =>
    tab.on(control, (one) => {
        const light = (colour) => {
            const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const isSeen = (node) => getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)';
        let behind = one;
        while (!isSeen(behind)) behind = behind.parentElement;
        const [low, high] = [light(getComputedStyle(behind).backgroundColor), light(getComputedStyle(one).color)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    });

async function readsWell({ tab }, host) {
    await tab.goto(host.url);
    await tab.wait('button', /^messages \(1\)$/i);
    const badge = await tab.on(bubble, (button) => [getComputedStyle(button.querySelector('.badge')).backgroundColor, getComputedStyle(button.querySelector('.badge')).color].join());
    check(badge === 'rgb(179, 38, 30),rgb(255, 255, 255)', `the number stands on ${badge}`); // 6.5 to 1
    await openPanel(tab);
    for (const control of [bubble, minimise, ['button', /^open the whole inbox$/i]]) {
        const contrast = await contrastOf(tab, control);
        check(contrast >= 4.5, `${control[1]} has a contrast of ${contrast}`);
    }
}

async function followSettings(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await readsWell(context, host);
        await tab.goto(`${host.url}/dressed`);
        await tab.wait(...bubble);
        const box = await tab.box(...bubble);
        isNear('its distance from the left', box.left, 40);
        isNear('its distance from below', 800 - box.top - box.height, 60);
        const look = await tab.on(bubble, (button) => {
            const host = getComputedStyle(button.getRootNode().host);
            return [getComputedStyle(button).backgroundColor, host.zIndex];
        });
        check(look.join(' ') === 'rgb(90, 20, 120) 77', `it looks like ${look}`);
        // Drawn aside it stays there, also in the next page, and was not opened by it.
        const from = middleOf(box);
        await tab.drag(from, { x: from.x + 200, y: from.y - 100 });
        await tab.point([{ move: { x: 900, y: 20 } }]); // under the mouse it is larger
        await until('bubble where it was put', async () => Math.round((await tab.box(...bubble)).left) === 240);
        await tab.reload();
        await tab.wait(...bubble);
        const moved = await tab.box(...bubble);
        isNear('its distance from the left', moved.left, 240);
        isNear('its distance from above', moved.top, box.top - 100);
        const { panel } = await openPanel(tab);
        const frame = await frameBox(tab);
        isNear('the width of the panel', frame.width, 360);
        isNear('its height with what stands above it', frame.height + 48, 500);
        check((await panel.on(names.live, (one) => one.ownerDocument.documentElement.dataset.theme)) === 'dark', 'it is not dark');
        await tab.on(minimise, (button) => button.click());
        await staysWithin(tab);
        await tab.resize({ width: 390, height: 844 });
        await tab.waitGone(...minimise);
        await tab.resize({ width: 1280, height: 800 });
        await tab.goto(`${host.url}/opened`);
        await new Inbox(tab.within('Messages'), '').waitLive();
        const focus = await tab.run(() => document.activeElement.tagName);
        check(focus === 'BODY', `a panel that the page opened has taken the focus: ${focus}`);
    });
}

// What browsers do to a tab that is behind another one; a driver's tabs are all in front.
async function turn(panel, isHidden) {
    await panel.on(names.live, ({ ownerDocument: page }, hidden) => {
        Object.defineProperty(page, 'hidden', { configurable: true, get: () => hidden });
        page.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
}

// Six connections are all that a browser has for a host.
async function useTenTabs(context) {
    const { tab, simulator, product } = context;
    await withHost(context, async (host) => {
        const tabs = [];
        for (let i = 0; i < 10; ++i) {
            const one = await tab.sibling();
            await one.goto(host.url);
            await one.show();
            const { panel, inbox } = await openPanel(one);
            if (i < 9) await turn(panel, true);
            tabs.push({ one, panel, inbox });
        }
        const streams = async () => (await (await fetch(`${product.url}/health/ready`)).json()).streams;
        await until('three streams behind the one in front', async () => (await streams()) === 4);
        await simulator.say({ ...amina, text: 'To all ten' });
        for (const { one } of [...tabs.slice(0, 3), tabs[9]])
            await until('message told to the page', async () => (await heard(one, 'message')).length === 1);
        check((await heard(tabs[5].one, 'message')).length === 0, 'a tab without a connection heard it');
        await tabs[5].one.show();
        await tabs[5].panel.on(['main', undefined], ({ ownerDocument: page }) => {
            delete page.hidden;
            page.dispatchEvent(new Event('visibilitychange'));
        });
        await until('message told late', async () => (await heard(tabs[5].one, 'message')).length === 1);
        for (const { one } of tabs) await one.closeTab();
    });
}

// What Safari and Chrome do on phones; no driver shows a keyboard.
async function showKeyboard(tab, height) {
    await tab.run((left) => {
        Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => left });
        visualViewport.dispatchEvent(new Event('resize'));
        if (left === innerHeight) delete visualViewport.height;
    }, height);
}

async function useOnPhone(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(host.url);
        const { panel, inbox } = await openPanel(tab, () => tab.tap(...bubble));
        const whole = await frameBox(tab);
        isNear('the width of the panel', whole.width, 390);
        isNear('its end', whole.top + whole.height, 844);
        await panel.wait(...names.row(amina.name));
        await panel.tap(...names.row(amina.name));
        await panel.wait(...names.composer);
        const isReached = await tab.on(['textbox', /^note/i], (field) => field.focus() ?? field.ownerDocument.activeElement === field);
        check(!isReached, 'the page behind the panel takes the focus');
        await panel.focus(...names.composer);
        const isAbove = (line) => async () => {
            const { top, height } = await panel.box(...names.composer);
            return (await frameBox(tab)).top + top + height <= line;
        };
        // The keyboard comes: where browsers lay it over the page, and where they make the window smaller for it.
        await showKeyboard(tab, 500);
        await until('composer above a keyboard over the page', isAbove(500));
        await showKeyboard(tab, 844);
        await until('panel that fills the window again', async () => Math.abs((await frameBox(tab)).height - whole.height) <= 1);
        await tab.resize({ width: 390, height: 500, ratio: 2 });
        await until('composer above a keyboard below the page', isAbove(500));
        await inbox.send('From the phone');
        await inbox.sentOnce('From the phone', 'read');
        await tab.tap(...minimise);
        await tab.wait(...bubble);
        check((await tab.run(() => document.documentElement.scrollWidth)) <= 390, 'the page became wider');
    });
}

export const tests = [
    { title: 'a widget stands where its page and its reader want it, in the size and the colours of the page', run: followSettings, engines },
    { title: 'ten tabs with an open panel leave each other connections', run: useTenTabs, engines },
    { title: 'a widget fills a phone, above its keyboard', run: useOnPhone, engines, tab: { width: 390, height: 844, scale: 2 } },
];
