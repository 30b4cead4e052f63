// What conversations are about: linked by hand, looked at by record, and taken back.
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina, kenji } from './people.mjs';

const button = (name) => ['button', new RegExp(`^${name}`, 'i')];
const roof = 'Project · Roof of the school';
const chip = ['link', new RegExp(`^${roof}, opens in a new tab`)];

async function openRecords(tab) {
    await tab.click(...button('more actions'));
    await tab.click('menuitem', /^records$/i);
    await tab.wait(...names.dialog);
}

async function write(tab, { id, title, url }) {
    await tab.fill('textbox', /^its id/i, id);
    if (title) await tab.fill('textbox', /^title/i, title);
    if (url) await tab.fill('textbox', /^address of its page/i, url);
    await tab.click(...button('link$'));
}

async function linkAndUnlink({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'About the roof' });
    await simulator.say({ ...kenji, text: 'About nothing' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await openRecords(tab);
    await tab.wait('text', /^not linked to a record yet$/i);
    await write(tab, { id: '118', title: 'Roof of the school', url: 'javascript:alert(1)' });
    await until('refused address', async () => (await tab.attribute('textbox', /^address of its page/i, 'aria-invalid')) === 'true');
    await write(tab, { id: '118', title: 'Roof of the school', url: 'https://crm.example/118' });
    await tab.wait(...button(`unlink: ${roof}`));
    await checkScreen(tab, 'records of a conversation');
    await tab.click(...button('done'));
    await tab.waitGone(...names.dialog);
    check((await tab.attribute(...chip, 'href')) === 'https://crm.example/118', 'the chip leads elsewhere');
    // All conversations of the record, and then all again.
    await openRecords(tab);
    await tab.click(...button('show its conversations'));
    await tab.wait('text', new RegExp(`^only conversations of ${roof}`, 'i'));
    await tab.waitGone(...names.row(kenji.name));
    check((await tab.count(...names.row(amina.name))) === 1, 'the conversation of the record is not shown');
    await tab.click(...button('show all conversations again'));
    await tab.wait(...names.row(kenji.name));
    await inbox.open(amina.name);
    await openRecords(tab);
    await tab.click(...button('unlink'));
    await tab.wait('text', /^not linked to a record yet$/i);
    await tab.click(...button('done'));
    await tab.waitGone(...chip);
}

async function fileMessage({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'The bill of the well' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await inbox.seesOnce('The bill of the well');
    const message = ['article', /The bill of the well/];
    const openOfMessage = async () => {
        await tab.press(...message, 'Shift+F10');
        await tab.click('menuitem', /^records$/i);
        await tab.wait('dialog', /^records of this message/i);
    };
    await openOfMessage();
    await write(tab, { id: '119', title: 'Well' });
    await tab.wait(...button('unlink: Project · Well'));
    await tab.click(...button('done'));
    await tab.waitGone(...names.dialog);
    await tab.wait('text', /^Project · Well$/);
    await openOfMessage();
    await tab.click(...button('unlink'));
    await tab.wait('text', /^not linked to a record yet$/i);
    await tab.click(...button('done'));
    await tab.waitGone('text', /^Project · Well$/);
}

export const tests = [
    { title: 'a conversation is linked to a record by hand, found by it, and taken off it', run: linkAndUnlink },
    { title: 'a message is filed with a record, and taken from it', run: fileMessage },
];
