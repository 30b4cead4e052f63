// Somebody is invited, says a name and a password behind the link, and is in; the link is good once.
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';

const { email, password } = names;
const name = ['textbox', /^your name$/i];
const proceed = ['button', /^continue$/i];
const alert = async (tab) => (await tab.listing('alert'))[0] ?? '';

async function invite(product) {
    const answer = await fetch(`${product.url}/api/v1/agents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await product.signIn()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'omar@example.com', name: 'Omar', role: 'agent' }),
    });
    check(answer.status === 201, `the invitation was answered ${answer.status}`);
    // The server knows itself by another of this machine's names.
    return product.url + new URL((await answer.json()).link).href.replace(/^https?:\/\/[^/]*/, '');
}

export const tests = [
    {
        title: 'who was invited says a password behind the link and is in, and the link is good once',
        async run({ inbox, tab, product }) {
            const link = await invite(product);
            await tab.goto(link);
            await tab.wait(...proceed);
            check((await tab.value(...email)) === 'omar@example.com', 'the address is not that of the invitation');
            check((await tab.value(...name)) === 'Omar', 'the name is not that of the invitation');
            await tab.fill(...password, 'omar@example.com');
            await tab.click(...proceed);
            await until('what is wrong with the password', async () => /password/i.test(await alert(tab)));
            await tab.fill(...password, 'four horses in the yard');
            await tab.click(...proceed);
            await inbox.waitLive();
            await tab.wait(...names.account);
            await tab.goto(link);
            await until('that the link is over', async () => /not valid any more/.test(await alert(tab)));
            const told = tab.problems.splice(0);
            check(told.every((one) => /^4\d\d /.test(one)), `the page complained: ${told.join('; ')}`);
        },
    },
    {
        title: 'a link that nobody gave out says so',
        async run({ tab, product }) {
            for (const end of ['', '#invitation/abc', '#setup/abc', '#else/abc', '#invitation/../../x']) {
                await tab.goto(`${product.url}/join.html${end}`);
                await tab.reload();
                await until(`what is wrong with ${end}`, async () => /not valid any more/.test(await alert(tab)));
            }
            const told = tab.problems.splice(0);
            check(told.every((one) => /^4\d\d /.test(one)), `the page complained: ${told.join('; ')}`);
        },
    },
];
