import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { until } from '../wait.mjs';
import { amina, leila } from './people.mjs';

const hasFocus = (tab, name) => until(`focus on ${name[1]}`, () => tab.isFocused(...name));

export const tests = [
    {
        title: 'the spine by keyboard alone: sign in, choose, answer, help, theme, sign out',
        engines: ['chromium'],
        async run({ inbox, tab, simulator, product }) {
            await simulator.say({ ...leila, text: 'Two' });
            await simulator.say({ ...amina, text: 'One' });
            const { keyboard } = tab.page;
            await tab.goto(product.url);
            await tab.wait(...names.email);
            await hasFocus(tab, names.email);
            await keyboard.type(agent.email);
            await keyboard.press('Tab');
            await keyboard.type(agent.password);
            await keyboard.press('Enter');
            await inbox.waitLive();
            await hasFocus(tab, names.row(amina.name));
            await keyboard.press('j');
            await hasFocus(tab, names.row(leila.name));
            await keyboard.press('ArrowUp');
            await hasFocus(tab, names.row(amina.name));
            await keyboard.press('Enter');
            await hasFocus(tab, names.composer);
            await keyboard.type('Are they? Just so.');
            await keyboard.press('Enter');
            await inbox.sentOnce('Are they? Just so.', 'read');
            await keyboard.press('Escape');
            await hasFocus(tab, names.row(amina.name));
            await keyboard.press('?');
            await hasFocus(tab, names.close);
            for (let i = 0; i < 3; ++i) await keyboard.press('Tab');
            await keyboard.press('Escape');
            await tab.waitGone(...names.dialog);
            await hasFocus(tab, names.row(amina.name));
            await tab.find(...names.account).focus();
            await keyboard.press('Enter');
            await hasFocus(tab, names.systemTheme);
            await keyboard.press('Escape');
            await hasFocus(tab, names.account);
            await keyboard.press('Enter');
            await hasFocus(tab, names.systemTheme);
            for (let i = 0; i < 9 && !(await tab.isFocused(...names.signOut)); ++i) await keyboard.press('Tab');
            await hasFocus(tab, names.signOut);
            await keyboard.press('Enter');
            await hasFocus(tab, names.email);
        },
    },
];
