import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { amina, leila } from './people.mjs';

const field = ['searchbox', /^search$/i];
const inThread = ['searchbox', /^search in conversation/i];
const jump = ['button', /^jump to latest/i];
const person = (name) => ['listitem', new RegExp(`^${name}$`)];
const result = (text) => ['listitem', new RegExp(text)];

// One message a minute, the last one now; one of them stands out.
function history(count, special) {
    const now = Date.now();
    return Array.from({ length: count }, (_, index) => ({
        wamid: `wamid.SEARCH${index}`,
        text: special[index] ?? `Note number ${index}`,
        at: now - (count - index) * 60_000,
    }));
}

export const tests = [
    {
        title: 'search finds people by name and messages by word in two scripts',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'The Inverter hums at night' });
            await simulator.say({ ...leila, text: 'أُريد الفَاتورة اليوم' });
            await inbox.openAndSignIn();
            await tab.wait(...names.row(amina.name));
            await tab.fill(...field, 'ليلى');
            await tab.wait(...person(leila.name));
            await tab.fill(...field, 'الفاتورة');
            await tab.wait(...result('الفَاتورة'));
            await tab.fill(...field, 'inverter hum');
            await tab.wait(...result('The Inverter hums'));
            await tab.fill(...field, 'zebra');
            await tab.wait('text', /^nothing found for .*zebra/i);
        },
    },
    {
        title: 'an old hit is searched and opened by keyboard alone, and the latest message is one key away',
        async run({ inbox, tab, product }) {
            const texts = history(300, { 20: 'The Inverter hums at night', 250: 'inverter again' });
            const answer = await product.post(customerTexts({ ...account, ...amina, texts }));
            check(answer === 200, `the history was answered ${answer}`);
            await inbox.openAndSignIn();
            await tab.wait(...names.row(amina.name));
            await tab.hasFocus(...names.row(amina.name));
            await tab.key('/');
            await tab.hasFocus(...field);
            await tab.type('INVERTER');
            await tab.wait(...result('The Inverter hums'));
            await tab.key('ArrowDown');
            await tab.key('ArrowDown');
            await tab.hasFocus(...result('The Inverter hums'));
            await tab.key('Enter');
            await tab.wait(...names.theirs('The Inverter hums at night'));
            await tab.hasFocus(...names.theirs('The Inverter hums at night'));
            const place = await tab.fragment();
            check(/^#\/inbox\/\d+\/\d+$/.test(place), `the address ended in ${place}`);
            await tab.wait(...jump);
            await tab.reload();
            await inbox.waitLive();
            await tab.wait(...names.theirs('The Inverter hums at night'));
            check((await tab.count(...names.theirs('Note number 299'))) === 0, 'the latest is not loaded');
            await tab.focus(...jump);
            await tab.key('Enter');
            await tab.wait(...names.theirs('Note number 299'));
            await tab.waitGone(...jump);

            await tab.key('Control+Shift+F');
            await tab.hasFocus(...inThread);
            await tab.type('inverter');
            await tab.wait('text', /^1 of 2$/);
            await tab.wait(...names.theirs('inverter again'));
            await tab.key('Enter');
            await tab.wait('text', /^2 of 2$/);
            await tab.wait(...names.theirs('The Inverter hums at night'));
            await tab.key('Escape');
            await tab.waitGone(...inThread);
        },
    },
];
