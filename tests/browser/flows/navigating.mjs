import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { amina, leila } from './people.mjs';

// One message a minute, the last one now.
function history(count) {
    const now = Date.now();
    return Array.from({ length: count }, (_, index) => ({
        wamid: `wamid.HISTORY${index}`,
        text: `Note number ${index}`,
        at: now - (count - index) * 60_000,
    }));
}

export const tests = [
    {
        title: 'a draft survives a reload, and each conversation has its own',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await simulator.say({ ...leila, text: 'مرحبا' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await tab.fill(...names.composer, 'Half a sentence');
            await inbox.open(leila.name);
            await until('empty composer', async () => (await tab.value(...names.composer)) === '');
            await inbox.open(amina.name);
            const isBack = async () => (await tab.value(...names.composer)) === 'Half a sentence';
            await until('draft', isBack);
            await tab.reload();
            await inbox.waitLive();
            await tab.wait(...names.threadOf(amina.name));
            await until('draft after the reload', isBack);
        },
    },
    {
        title: 'the address names the conversation: reload, back and a pasted link lead there',
        async run({ inbox, tab, simulator, product }) {
            await simulator.say({ ...amina, text: 'One' });
            await simulator.say({ ...leila, text: 'Two' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            const place = await tab.fragment();
            check(/^#\/inbox\/\d+$/.test(place), `the address ended in ${place}`);
            await inbox.open(leila.name);
            await tab.back();
            await tab.wait(...names.threadOf(amina.name));
            await tab.reload();
            await tab.wait(...names.threadOf(amina.name));
            await inbox.seesOnce('One');
            await tab.goto('about:blank');
            await tab.goto(`${product.url}/${place}`);
            await tab.wait(...names.threadOf(amina.name));
        },
    },
    {
        title: 'older messages load while scrolling up, down to the first',
        async run({ inbox, tab, product }) {
            const texts = history(300);
            const answer = await product.post(customerTexts({ ...account, ...amina, texts }));
            check(answer === 200, `the history was answered ${answer}`);
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            // It opens where the unread ones begin; from there up to the first and down to the last.
            await tab.wait(...names.anyNote);
            const turnUntil = (text, distance) =>
                until(`message "${text}"`, async () => {
                    await tab.wheel(...names.log, distance);
                    return (await tab.count(...names.theirs(text))) === 1;
                });
            await turnUntil('Note number 0', -4000);
            await turnUntil('Note number 299', 4000);
        },
    },
];
