// The panel on somebody else's page without a mouse: from the page to the bubble, through the panel, and back.
import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';
import { bubble, engines, heard, minimise, withHost } from './widget.mjs';

const note = ['textbox', /^note/i];
const enough = 12;

// Presses the key until `isThere`; how often.
async function pressUntil(tab, key, what, isThere) {
    for (let times = 0; times < enough; ++times) {
        if (await isThere()) return times;
        await tab.key(key);
    }
    throw new Error(`${key} does not lead to ${what}`);
}

const isInPanel = (tab) => tab.run(() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'IFRAME');

async function useByKeys(context) {
    const { tab, simulator } = context;
    await withHost(context, async (host) => {
        await tab.goto(host.url);
        await tab.wait(...bubble);
        await tab.focus(...note);
        await tab.key('Tab');
        await tab.hasFocus(...bubble);
        await tab.key('Enter');
        const panel = tab.within('Messages');
        const inbox = new Inbox(panel, '');
        await inbox.waitLive();
        await until('keys that go to the panel', () => isInPanel(tab));
        await panel.wait(...names.row(amina.name));
        await pressUntil(tab, 'Tab', 'the conversation', () => panel.isFocused(...names.row(amina.name)));
        await tab.key('Enter');
        await panel.wait(...names.composer);
        await pressUntil(tab, 'Tab', 'the composer', () => panel.isFocused(...names.composer));
        await tab.type('By keys alone');
        await tab.key('Enter');
        await inbox.sentOnce('By keys alone', 'read');
        await simulator.say({ ...amina, text: 'Asante' });
        await inbox.seesOnce('Asante');
        await pressUntil(tab, 'Escape', 'the bubble', () => tab.isFocused(...bubble));
        check((await heard(tab, 'close')).length === 1, 'the page did not hear that it was closed');
        await tab.key('Enter');
        await tab.wait(...minimise);
        await until('keys that go to the panel', () => isInPanel(tab));
        await pressUntil(tab, 'Shift+Tab', 'the page', async () => !(await isInPanel(tab)) && !(await tab.isFocused(...minimise)));
        check((await tab.run(() => window.errors.length)) === 0, 'the page has errors');
    });
}

export const tests = [{ title: 'a widget is opened, used, closed and left by keys alone', run: useByKeys, engines }];
