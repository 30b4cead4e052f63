import { names } from '../names.mjs';
import { amina, leila } from './people.mjs';

export const tests = [
    {
        title: 'on a phone the list leads to the thread and back',
        engines: ['chromium'],
        tab: { width: 390, height: 844, scale: 2 },
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await simulator.say({ ...leila, text: 'Two' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await inbox.seesOnce('One');
            await tab.waitGone(...names.row(leila.name));
            await inbox.send('From the phone');
            await inbox.sentOnce('From the phone', 'read');
            await tab.click(...names.back);
            await tab.wait(...names.row(leila.name));
            await tab.waitGone(...names.composer);
        },
    },
];
