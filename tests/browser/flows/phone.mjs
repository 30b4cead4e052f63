import { names } from '../names.mjs';
import { amina, leila } from './people.mjs';

export const tests = [
    {
        title: 'on a phone the list leads to the thread and back',
        tab: { width: 390, height: 844, scale: 2 },
        async run({ inbox, tab, simulator, note }) {
            if (!tab.can.touch) note('has no finger to give: the mouse, in a window as narrow as a phone');
            const press = (name) => (tab.can.touch ? tab.tap(...name) : tab.click(...name));
            await simulator.say({ ...amina, text: 'One' });
            await simulator.say({ ...leila, text: 'Two' });
            await inbox.openAndSignIn();
            await tab.wait(...names.row(amina.name));
            await press(names.row(amina.name));
            await tab.wait(...names.threadOf(amina.name));
            await inbox.seesOnce('One');
            await tab.waitGone(...names.row(leila.name));
            await inbox.send('From the phone');
            await inbox.sentOnce('From the phone', 'read');
            await press(names.back);
            await tab.wait(...names.row(leila.name));
            await tab.waitGone(...names.composer);
        },
    },
];
