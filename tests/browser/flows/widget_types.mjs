// What the widget is to pages that hold back what it would like to have, and to pages that are checked by a compiler.
import { names } from '../names.mjs';
import { complaintsAbout } from '../typings.mjs';
import { check } from '../wait.mjs';
import { pasted } from './clipboard.mjs';
import { amina } from './people.mjs';
import { engines, openPanel, withHost } from './widget.mjs';

const record = ['button', /^record a voice message/i];
const discard = ['button', /^discard the recording/i];

async function doWithout(context) {
    const { tab } = context;
    await withHost(context, async (host) => {
        await tab.goto(`${host.url}/withheld`);
        const { panel, inbox } = await openPanel(tab);
        await inbox.open(amina.name);
        await panel.click(...record);
        await panel.wait('alert', /^the page around roost keeps the microphone to itself/i);
        await panel.click(...discard);
        await panel.wait(...names.composer);
        await panel.click(...names.theirs('Habari'), { button: 'right', at: { x: 20, y: 14 } });
        await panel.click('menuitem', /^copy/i);
        check((await pasted(panel)) === 'Habari', 'a message is not copied in the older way');
        await inbox.send('Without either');
        await inbox.sentOnce('Without either', 'read');
        const told = tab.problems.splice(0);
        check(told.every((one) => /permissions policy/i.test(one)), `the page complained: ${told.join('; ')}`);
    });
}

async function compilePages() {
    const complaints = complaintsAbout('typings/host_page.ts');
    check(complaints.length === 0, `the page is not as the types want it: ${complaints.join('; ')}`);
}

export const tests = [
    { title: 'a panel says what its page keeps to itself, and does without', run: doWithout, engines },
    { title: 'a page in TypeScript is written against the types of the widget', run: compilePages, engines },
];
