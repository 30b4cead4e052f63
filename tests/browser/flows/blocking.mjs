// Somebody who abuses the number is blocked at Meta, and let in again.
import { names } from '../names.mjs';
import { check } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';

const button = (name) => ['button', new RegExp(`^${name}$`)];
const strip = ['text', /^You blocked this person/];

async function blockAndLetIn({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await tab.click(...button('More actions'));
    await tab.click('menuitem', /^Block$/);
    await tab.wait('dialog', /^Block /);
    await tab.hasFocus(...button('Cancel'));
    await checkScreen(tab, 'the question before somebody is blocked');
    await tab.click(...button('Block'));
    await tab.wait(...strip);
    check((await tab.count(...names.composer)) === 0, 'something can be written to who is blocked');
    await tab.wait(...names.row(amina.name));
    await checkScreen(tab, 'a conversation with somebody who is blocked');
    const unheard = await simulator.say({ ...amina, text: 'Nobody hears this' });
    check(!unheard.delivered, 'what a blocked customer wrote was delivered');
    await tab.click(...button('Unblock'));
    await tab.hasFocus(...names.composer);
    await simulator.say({ ...amina, text: 'Asante' });
    await inbox.seesOnce('Asante');
    check((await tab.count(...names.theirs('Nobody hears this'))) === 0, 'it came afterwards');
    await inbox.send('Karibu');
    await inbox.sentOnce('Karibu', 'read');
}

export const tests = [{ title: 'an agent blocks who abuses the number, and lets them in again', run: blockAndLetIn }];
