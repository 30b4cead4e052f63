// A conversation is given to somebody, and agents see only what is theirs.
import { readCode } from '../code.mjs';
import { invite, join } from '../colleague.mjs';
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina, kenji } from './people.mjs';

const button = (name) => ['button', new RegExp(`^${name}`, 'i')];
const choice = (name) => ['menuitem', new RegExp(`^${name}$`, 'i')];
const assignedTo = (name) => ['listitem', new RegExp(`^${amina.name}, assigned to ${name}`, 'i')];
const ours = ['dialog', /^assign$/i];

async function narrowToOwn(tab) {
    await tab.wait(...button('only what is assigned'));
    await checkScreen(tab, 'teams and what agents see');
    await tab.click(...button('only what is assigned'));
    await tab.waitGone(...button('withdraw: omar')); // the section was read anew
    await tab.click(...button('new team'));
    await tab.wait('dialog', /^new team/i);
    await checkScreen(tab, 'dialog new team');
    await tab.fill('textbox', /^name$/i, 'Sales');
    await tab.click('checkbox', /^Omar/);
    await tab.click(...button('save'));
    await tab.wait('listitem', /^Sales/);
}

async function giveAndTake({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await simulator.say({ ...kenji, text: 'こんにちは' });
    await inbox.openAndSignIn('#/settings/people');
    const link = await invite(tab, 'Omar', 'omar@example.com');

    const other = await tab.sibling();
    await other.show();
    await join(other, link);
    await other.wait(...names.row(amina.name));

    await tab.show();
    await narrowToOwn(tab);

    await other.show();
    await other.wait(...names.reason('No conversations'));
    check((await other.count(...names.anyRow)) === 0, 'an agent sees what is nobody’s');

    await tab.show();
    await tab.click(...button('inbox'));
    await inbox.open(amina.name);
    await tab.click(...button('assign$'));
    await tab.wait(...ours);
    await tab.hasFocus('textbox', /^find a colleague/i);
    await checkScreen(tab, 'who looks after a conversation');
    await tab.fill('textbox', /^find a colleague/i, 'oma');
    await tab.press('textbox', /^find a colleague/i, 'Enter');
    await tab.waitGone(...ours);
    await tab.wait(...assignedTo('Omar'));

    await other.show();
    await other.wait(...assignedTo('Omar'));
    check((await other.count(...names.row(kenji.name))) === 0, 'an agent sees what is not theirs');
    await other.click(...names.row(amina.name));
    await other.wait(...names.composer);
    await other.fill(...names.composer, 'Karibu');
    await other.press(...names.composer, 'Enter');
    await other.wait(...names.ours('Karibu'));
    await other.click(...button('account of omar'));
    await other.click(...button('away'));
    await until('the choice', () => other.on(button('away'), (one) => one.getAttribute('aria-pressed') === 'true'));
    await other.key('Escape');
    await other.waitGone(...names.dialog);

    await tab.show();
    await inbox.sentOnce('Karibu', 'read');
    await tab.click(...button('assigned to omar'));
    await tab.wait(...button('omar · away'));
    await tab.click(...button('nobody'));
    await tab.wait(...button('assign$'));

    await other.show();
    await other.waitGone(...names.row(amina.name));
    await other.waitGone(...names.composer);
    await other.closeTab();

    await tab.show();
    await tab.click(...button('filter conversations'));
    await tab.click(...choice('mine'));
    await tab.wait('text', /^only: mine/i);
    await tab.waitGone(...names.row(kenji.name));
    await checkScreen(tab, 'the list of what is mine');
    await tab.click(...button('filter conversations'));
    await tab.click(...choice('nobody’s'));
    await tab.wait(...names.row(kenji.name));
    await tab.click(...button('show all conversations again'));
    await tab.waitGone('text', /^only:/i);
}

async function leadIntoWhatsApp({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await tab.click(...button('more actions'));
    await tab.click('menuitem', /^whatsapp link$/i);
    await tab.wait('text', new RegExp(`^https://wa\\.me/${amina.from}$`));
    await tab.wait('img', /^code for the camera/i);
    await checkScreen(tab, 'the link into WhatsApp');
    await until('code that a camera reads', async () => readCode(await tab.screenshot()) === `https://wa.me/${amina.from}`);
    await tab.fill('textbox', /^text to begin with/i, 'Habari & karibu');
    await tab.wait('text', new RegExp(`^https://wa\\.me/${amina.from}\\?text=Habari%20%26%20karibu$`));
    const withText = `https://wa.me/${amina.from}?text=Habari%20%26%20karibu`;
    await until('code with the text', async () => readCode(await tab.screenshot()) === withText);
    await tab.click(...button('done'));
    await tab.waitGone(...names.dialog);
}

export const tests = [
    { title: 'a conversation is given to a colleague, who sees nothing else, and taken back', run: giveAndTake },
    { title: 'a conversation leads into WhatsApp by a link and a code', run: leadIntoWhatsApp },
];
