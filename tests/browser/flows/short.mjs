// The short flow that every engine must pass: sign in, read, see a webhook arrive, answer, ticks.
import { amina, kenji } from './people.mjs';

export const tests = [
    {
        title: 'an agent signs in, reads, answers and sees the ticks come',
        async run({ inbox, simulator }) {
            await simulator.say({ ...amina, text: 'Is the blue one still there?' });
            await simulator.say({ ...kenji, text: '明日は開いていますか' });
            await inbox.openAndSignIn();
            await inbox.open(kenji.name);
            await inbox.seesOnce('明日は開いていますか');
            await inbox.open(amina.name);
            await inbox.seesOnce('Is the blue one still there?');
            await simulator.say({ ...amina, text: 'Hello?' });
            await inbox.seesOnce('Hello?');
            await inbox.send('Yes, it is.');
            await inbox.sentOnce('Yes, it is.', 'read');
        },
    },
];
