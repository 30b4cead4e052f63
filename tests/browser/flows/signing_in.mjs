import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check } from '../wait.mjs';
import { amina } from './people.mjs';

export const tests = [
    {
        title: 'a wrong password is refused with a sentence, the right one opens the inbox',
        engines: ['chromium'],
        async run({ inbox, tab, product, simulator }) {
            await simulator.say({ ...amina, text: 'Good morning' });
            await tab.goto(product.url);
            await inbox.signInWith('not the password');
            await tab.wait(...names.refusal);
            check((await tab.count(...names.list)) === 0, 'the list was shown without a session');
            await tab.fill(...names.password, agent.password);
            await tab.click(...names.signIn);
            await inbox.waitLive();
            await tab.wait(...names.row(amina.name));
        },
    },
    {
        title: 'a session survives a reload',
        engines: ['chromium'],
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'Good morning' });
            await inbox.openAndSignIn();
            await tab.reload();
            await inbox.waitLive();
            await tab.wait(...names.row(amina.name));
            check((await tab.count(...names.signIn)) === 0, 'the agent had to sign in again');
        },
    },
];
