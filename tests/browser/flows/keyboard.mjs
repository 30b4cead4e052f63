import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check } from '../wait.mjs';
import { amina, leila } from './people.mjs';

// At its end the focus goes to the browser's own buttons.
const isInDialog = () => document.activeElement === document.body || document.activeElement.closest('[role=dialog]') !== null;

export const tests = [
    {
        title: 'the spine by keyboard alone: sign in, choose, answer, help, theme, sign out',
        async run({ inbox, tab, simulator, product, note }) {
            await simulator.say({ ...leila, text: 'Two' });
            await simulator.say({ ...amina, text: 'One' });
            await tab.goto(product.url);
            await tab.wait(...names.email);
            await tab.hasFocus(...names.email);
            await tab.type(agent.email);
            await tab.key('Tab');
            await tab.type(agent.password);
            await tab.key('Enter');
            await inbox.waitLive();
            await tab.hasFocus(...names.row(amina.name));
            await tab.key('j');
            await tab.hasFocus(...names.row(leila.name));
            await tab.key('ArrowUp');
            await tab.hasFocus(...names.row(amina.name));
            await tab.key('Enter');
            await tab.hasFocus(...names.composer);
            await tab.type('Are they? Just so.');
            await tab.key('Enter');
            await inbox.sentOnce('Are they? Just so.', 'read');
            await tab.key('Escape');
            await tab.hasFocus(...names.row(amina.name));
            await tab.key('?');
            await tab.hasFocus(...names.close);
            // What lies under a dialog has no place in the order, in either direction.
            for (const keys of tab.can.wrap ? ['Tab', 'Shift+Tab'] : []) {
                await tab.key(keys);
                check(await tab.run(isInDialog), `${keys} left the dialog`);
            }
            if (!tab.can.wrap) note('Tab at the end of a dialog leads to its own buttons, from where no key of the driver leads back');
            await tab.key('Escape');
            await tab.waitGone(...names.dialog);
            await tab.hasFocus(...names.row(amina.name));
            await tab.focus(...names.account);
            await tab.key('Enter');
            await tab.hasFocus(...names.online);
            await tab.key('Escape');
            await tab.hasFocus(...names.account);
            await tab.key('Enter');
            await tab.hasFocus(...names.online);
            for (let i = 0; i < 9 && !(await tab.isFocused(...names.signOut)); ++i) await tab.key('Tab');
            await tab.hasFocus(...names.signOut);
            await tab.key('Enter');
            await tab.hasFocus(...names.email);
        },
    },
];
