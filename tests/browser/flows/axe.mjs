// axe-core on every screen, in both themes. Colours are left to tests/client/ui/contrast_test.cpp: what axe sees
// is transparent text above a canvas, and it cannot look through that.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { names } from '../names.mjs';
import { check } from '../wait.mjs';
import { amina, kenji } from './people.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 390, height: 844, scale: 2 };

const isThere = () => typeof window.axe === 'object';
const look = () => window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });

export async function checkScreen(tab, screen) {
    // Through the debugging protocol: the page's own policy refuses scripts from elsewhere.
    if (!(await tab.run(isThere))) await tab.evaluate(`(() => { ${source} })()`);
    expectNone(await tab.run(look), screen);
}

// The same for what stands in a frame.
export async function checkPanel(panel, screen) {
    if (!(await panel.on(names.live, isThere))) await panel.on(names.live, `() => { ${source} }`);
    expectNone(await panel.on(names.live, look), screen);
}

function expectNone({ violations }, screen) {
    const sentences = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    check(violations.length === 0, `${screen}: ${sentences.join('; ')}`);
}

async function lookAtDesk({ inbox, tab, simulator, product }) {
    await tab.goto(product.url);
    await tab.wait(...names.email);
    await checkScreen(tab, 'sign-in');
    await inbox.signInWith('not the password');
    await tab.wait(...names.refusal);
    await checkScreen(tab, 'refused sign-in');
    await inbox.openAndSignIn();
    await checkScreen(tab, 'no conversations');
    await simulator.say({ ...kenji, text: 'First' });
    await simulator.say({ ...amina, text: 'Look at https://example.com/a' });
    await tab.wait(...names.row(amina.name));
    await checkScreen(tab, 'list');
    await inbox.open(amina.name);
    await inbox.seesOnce('Look at https://example.com/a');
    await checkScreen(tab, 'thread');
    await simulator.failNext(131037);
    await inbox.send('We are.');
    await tab.wait(...names.retry);
    await checkScreen(tab, 'failed message');
    await lookAtSheets(tab);
    await lookAtSearch(tab);
    await tab.click(...names.account);
    await tab.wait(...names.signOut);
    await checkScreen(tab, 'account menu');
    await tab.press(...names.signOut, 'Escape');
    await tab.waitGone(...names.dialog);
    await tab.press(...names.account, '?');
    await tab.wait(...names.dialog);
    await checkScreen(tab, 'help');
    await tab.key('Escape');
    await tab.waitGone(...names.dialog);
    await lookAtLanguages(tab);
}

// What opens over the thread, each alone.
async function lookAtSheets(tab) {
    const sheets = [
        ['palette', () => tab.key('Control+k'), ['combobox', /^find a conversation/i]],
        ['emoji', () => tab.click('button', /^emoji$/i), ['searchbox', /^search emoji/i]],
        ['message menu', () => tab.press('article', /example\.com/, 'Shift+F10'), ['menuitem', /^reply/i]],
        ['search in conversation', () => tab.key('Control+Shift+F'), ['searchbox', /^search in conversation/i]],
    ];
    for (const [name, open, sign] of sheets) {
        await open();
        await tab.wait(...sign);
        await checkScreen(tab, name);
        await tab.key('Escape');
        await tab.waitGone(...sign);
    }
}

async function lookAtSearch(tab) {
    const field = ['searchbox', /^search$/i];
    await tab.fill(...field, 'look');
    await tab.wait('listitem', /Look at/);
    await checkScreen(tab, 'results');
    await tab.fill(...field, 'zebra');
    await tab.wait('text', /^nothing found/i);
    await checkScreen(tab, 'no results');
    await tab.fill(...field, '');
    await tab.wait(...names.row(amina.name));
}

async function lookAtLanguages(tab) {
    await tab.click(...names.account);
    await tab.click('button', /^language$/i);
    await tab.wait('button', /^العربية$/);
    await checkScreen(tab, 'languages');
    await tab.click('button', /^العربية$/);
    await tab.wait('textbox', /^الرسالة$/);
    await checkScreen(tab, 'thread from right to left');
}

async function lookAtPhone({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'One' });
    await inbox.openAndSignIn();
    await tab.wait(...names.row(amina.name));
    await checkScreen(tab, 'phone list');
    await inbox.open(amina.name);
    await inbox.seesOnce('One');
    await checkScreen(tab, 'phone thread');
}

export const tests = ['light', 'dark'].flatMap((scheme) => [
    {
        title: `axe finds nothing on the screens of a desk, ${scheme}`,
        engines: ['chromium'],
        tab: { width: 1280, height: 800, scheme },
        run: lookAtDesk,
    },
    {
        title: `axe finds nothing on the screens of a phone, ${scheme}`,
        engines: ['chromium'],
        tab: { ...phone, scheme },
        run: lookAtPhone,
    },
]);
