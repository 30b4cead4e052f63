// Every kind of message that customers send arrives, is called by its name, and shows what it carries.
import { receiveEveryKind } from '../every_kind.mjs';
import { names } from '../names.mjs';
import { check } from '../wait.mjs';
import { amina } from './people.mjs';

const link = (name) => ['link', new RegExp(`^${name}`)];

export const tests = [
    {
        title: 'every kind of message arrives once, in order, and shows what it carries',
        async run({ inbox, tab, simulator }) {
            const labels = await receiveEveryKind(simulator, amina);
            await inbox.openAndSignIn();
            await tab.wait(...names.row(amina.name));
            await tab.click(...names.row(amina.name));
            await tab.wait(...names.composer);
            // The reader stands at the first of them; what is far below has no element yet.
            await inbox.seesOnce(labels[0]);
            const shown = await tab.listing('article');
            const isAsTold = shown.every((name, place) => name.endsWith(labels[place]));
            check(shown.length > 8 && isAsTold, `the thread begins with ${shown.join(' | ')}`);
            await tab.wait(...names.reason('❤️'));
            check((await tab.attribute(...link('Open the ad'), 'href')) === 'https://roost.example/ad', 'the ad cannot be opened');
            await tab.click('button', /^jump to latest/i);
            await tab.wait('article', /^Amina Yusuf changed her number$/); // a line of WhatsApp's own
            for (const label of labels.slice(-6, -1)) await inbox.seesOnce(label);
        },
    },
];
