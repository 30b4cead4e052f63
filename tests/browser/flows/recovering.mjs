import { names } from '../names.mjs';
import { amina } from './people.mjs';

export const tests = [
    {
        title: 'a killed server: what came meanwhile is there afterwards, nothing lost or doubled',
        engines: ['chromium'],
        async run({ inbox, tab, simulator, product }) {
            await simulator.say({ ...amina, text: 'Before' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await inbox.send('Answered before');
            await inbox.sentOnce('Answered before', 'read');
            await product.killServer();
            await tab.wait(...names.notLive);
            // Written while nobody listens: the simulator repeats it, as Meta does.
            const arrival = simulator.say({ ...amina, text: 'Meanwhile' });
            await inbox.send('Answered meanwhile');
            await product.startServer();
            await arrival;
            await inbox.waitLive();
            await inbox.seesOnce('Before');
            await inbox.sentOnce('Answered before', 'read');
            await inbox.seesOnce('Meanwhile');
            await inbox.sentOnce('Answered meanwhile', 'read');
        },
    },
    {
        title: 'two tabs show the same: what one sends, the other sees',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'Hello' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            const other = await tab.sibling();
            await other.goto(`${inbox.url}/${await tab.fragment()}`);
            await other.wait(...names.live);
            await tab.show();
            await inbox.send('From the first');
            await other.show();
            await other.wait(...names.ours('From the first', 'read'));
        },
    },
];
