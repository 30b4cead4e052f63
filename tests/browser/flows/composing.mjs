// Messages that are more than words: written in a dialog beside their bubble, and received as they were shown.
import { names } from '../names.mjs';
import { check } from '../wait.mjs';
import { amina } from './people.mjs';

const own = {
    attach: ['button', /^attach files/i],
    entry: (name) => ['menuitem', new RegExp(`^${name}`)],
    field: (name) => ['textbox', new RegExp(`^${name}`)],
    send: ['button', /^send$/i],
};

async function edit(tab, kind) {
    await tab.click(...own.attach);
    await tab.click(...own.entry(kind));
    await tab.wait(...names.dialog);
}

export const tests = [
    {
        title: 'a place, a contact, buttons, a list, a link and a question: each written and received',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'Habari' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);

            await edit(tab, 'Location');
            await tab.hasFocus(...own.field('Latitude'));
            await tab.fill(...own.field('Latitude'), '-4.0435, 39.7163');
            await tab.fill(...own.field('Name of the place'), 'Nyali Golf View');
            await tab.wait(...names.reason('Nyali Golf View'));
            await tab.click(...own.send);
            await tab.waitGone(...names.dialog);
            await inbox.sentOnce('Nyali Golf View', 'read');

            await edit(tab, 'Contact');
            await tab.fill(...own.field('Name'), 'Peter Kamau');
            await tab.click(...own.send);
            await tab.wait(...names.reason('A telephone number is missing'));
            await tab.fill(...own.field('Telephone number'), '+254 733 900 100');
            await tab.click(...own.send);
            await inbox.sentOnce('Peter Kamau', 'read');

            await edit(tab, 'Reply buttons');
            await tab.fill(...own.field('Text'), 'Shall we keep this visit?');
            await tab.fill(...own.field('Button 1'), 'Yes, keep it');
            await tab.fill(...own.field('Button 2'), 'Another day would be better');
            await tab.wait(...names.reason('7 too many'));
            await tab.fill(...own.field('Button 2'), 'Another day');
            await tab.click(...own.send);
            await inbox.sentOnce('Shall we keep this visit?', 'read');

            await edit(tab, 'List of choices');
            await tab.fill(...own.field('Text'), 'Please pick a time');
            await tab.fill(...own.field('Button that opens'), 'See the times');
            await tab.fill(...own.field('Entry 1'), 'Thursday, 8:00');
            await tab.click(...own.send);
            await inbox.sentOnce('Please pick a time', 'read');

            await edit(tab, 'Link button');
            await tab.fill(...own.field('Text'), 'Your project');
            await tab.fill(...own.field('Words on the button'), 'Open project');
            await tab.fill(...own.field('Address of the page'), 'https://roost.example/118');
            await tab.click(...own.send);
            await inbox.sentOnce('Your project', 'read');

            await edit(tab, 'Ask for the location');
            await tab.fill(...own.field('Text'), 'Where is the roof?');
            await tab.click(...own.send);
            await inbox.sentOnce('Where is the roof?', 'read');

            const types = (await simulator.sent()).map(({ type }) => type).join();
            check(types === 'location,contacts,interactive,interactive,interactive,interactive', `sent were ${types}`);
        },
    },
];
