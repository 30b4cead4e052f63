// Reactions, both ways.
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';

const chip = (words) => ['text', new RegExp(`^Reactions: ${words}$`)];
const react = (emoji) => ['menuitemradio', new RegExp(`^React with ${emoji}`)];

async function ask(tab, emoji) {
    await tab.focus(...names.theirs('Habari'));
    await tab.key('Shift+F10');
    await tab.wait(...react(emoji));
}

async function reactBothWays({ inbox, tab, simulator }) {
    const { id } = await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await inbox.seesOnce('Habari');
    await simulator.ask('POST', 'inbound', { ...amina, type: 'reaction', reaction: { message_id: id, emoji: '😮' } });
    await tab.wait(...chip('Amina Yusuf 😮'));
    await ask(tab, '❤️');
    await tab.click(...react('❤️'));
    await tab.wait(...chip('Amina Yusuf 😮, You ❤️'));
    const sent = async () => (await simulator.sent()).filter(({ type }) => type === 'reaction').map(({ text }) => text);
    await until('the reaction at Meta', async () => (await sent()).join() === '❤️');
    await ask(tab, '❤️');
    check((await tab.attribute(...react('❤️'), 'aria-checked')) === 'true', 'the menu says what stands');
    await tab.click(...react('❤️'));
    await tab.wait(...chip('Amina Yusuf 😮'));
    await until('its removal at Meta', async () => (await sent()).length === 2);
    check((await tab.count('article')) === 1, 'reactions are no messages beside the one they are on');
}

export const tests = [{ title: 'reactions stand on their message, are sent from its menu and taken back', run: reactBothWays }];
