import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerText, statusUpdate } from '../webhooks.mjs';
import { amina } from './people.mjs';

async function openWith(inbox, simulator, text) {
    await simulator.say({ ...amina, text });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await inbox.seesOnce(text);
}

export const tests = [
    {
        title: 'ticks go from one to two to read, and never back',
        engines: ['chromium'],
        async run({ inbox, simulator, product }) {
            await simulator.holdStatuses();
            await openWith(inbox, simulator, 'Which sizes are there?');
            await inbox.send('38 to 46.');
            await inbox.sentOnce('38 to 46.', 'sent');
            const [sent] = await simulator.sent();
            const report = (status) =>
                product.post(statusUpdate({ ...account, wamid: sent.wamid, status, to: amina.from }));
            await report('delivered');
            await inbox.sentOnce('38 to 46.', 'delivered');
            await report('read');
            await inbox.sentOnce('38 to 46.', 'read');
            await report('sent');
            await simulator.say({ ...amina, text: 'Thank you' });
            await inbox.seesOnce('Thank you');
            await inbox.sentOnce('38 to 46.', 'read');
        },
    },
    {
        title: 'Shift+Enter breaks the line and the whole text goes out once',
        async run({ inbox, tab, simulator }) {
            await openWith(inbox, simulator, 'Where are you?');
            await tab.fill(...names.composer, 'Kenyatta Avenue 4');
            await tab.press(...names.composer, 'Shift+Enter');
            check((await tab.value(...names.composer)).includes('\n'), 'Shift+Enter made no new line');
            await tab.press(...names.composer, 'Enter');
            await until('sent message', async () => (await simulator.sent()).length === 1);
            await until('empty composer', async () => (await tab.value(...names.composer)) === '');
        },
    },
    {
        title: 'a failed send shows its reason, and Retry sends it',
        engines: ['chromium'],
        async run({ inbox, tab, simulator }) {
            await openWith(inbox, simulator, 'Are you there?');
            await simulator.failNext(131037);
            await inbox.send('We are.');
            await inbox.sentOnce('We are.', 'not sent');
            await tab.wait(...names.reason('approved the display name'));
            await tab.click(...names.retry);
            await inbox.sentOnce('We are.', 'read');
            await tab.waitGone(...names.retry);
        },
    },
    {
        title: 'a webhook that Meta repeats twenty times at once is one message',
        engines: ['chromium'],
        async run({ inbox, simulator, product }) {
            await openWith(inbox, simulator, 'First');
            const repeated = customerText({ ...account, ...amina, wamid: 'wamid.REPEATED', text: 'Only once' });
            const answers = await Promise.all(Array.from({ length: 20 }, () => product.post(repeated)));
            check(answers.every((status) => status === 200), `answered ${answers.join(' ')}`);
            await inbox.seesOnce('Only once');
            await simulator.say({ ...amina, text: 'Last' });
            await inbox.seesOnce('Last');
            await inbox.seesOnce('Only once');
        },
    },
];
