// Outside the 24-hour window only a template goes out; what came too late goes as one.
import { give, png } from '../files.mjs';
import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerText } from '../webhooks.mjs';
import { amina } from './people.mjs';

const kDay = 24 * 60 * 60 * 1000;
const field = (name) => ['textbox', new RegExp(`^${name}`)];
const send = ['button', /^send template/i];
const update = 'Hello Amina, your project 118 has news: it is done.';

export const tests = [
    {
        title: 'a template outside the window: chosen, filled in, sent, and received as it was shown',
        async run({ inbox, tab, simulator, product }) {
            const at = Date.now() - 2 * kDay;
            await product.post(customerText({ ...account, ...amina, wamid: 'wamid.OLD', text: 'Long ago', at }));
            await inbox.openAndSignIn();
            await tab.wait(...names.row(amina.name));
            await tab.click(...names.row(amina.name));
            await tab.wait(...names.closed);
            await tab.fill('searchbox', /templates$/, 'project');
            await tab.waitGone(...names.row('Visit reminder'));
            await tab.click(...names.row('Project update'));
            check((await tab.value(...field('Text 1'))) === 'Amina', 'the name is not filled in');
            await tab.click(...send);
            await tab.hasFocus('button', /^choose a file/i);
            await tab.wait(...names.reason('Choose a file first'));
            await tab.evaluate(give('drop', 'roof.png', 'image/png', png));
            await tab.fill(...field('Text 2'), '118');
            await tab.fill(...field('Text 3'), 'it is done');
            await tab.fill(...field('End of the link'), '118');
            await tab.wait(...names.reason(update));
            await tab.waitGone(...names.reason('The file is not here yet'));
            check((await simulator.sent()).length === 0, 'it went out with a gap');
            await tab.click(...send);
            await inbox.sentOnce(update, 'read');
            const [sent] = await simulator.sent();
            check(sent.type === 'template' && sent.text === 'project_update', `sent was ${JSON.stringify(sent)}`);
            check((await simulator.fileOf(sent)).equals(Buffer.from(png, 'base64')), 'the picture has other bytes');
        },
    },
    {
        title: 'each card of a carousel goes out with its own picture',
        async run({ inbox, tab, simulator, product }) {
            const at = Date.now() - 2 * kDay;
            await product.post(customerText({ ...account, ...amina, wamid: 'wamid.OLD', text: 'Long ago', at }));
            await inbox.openAndSignIn();
            await tab.click(...names.row(amina.name));
            await tab.fill('searchbox', /templates$/, 'roofs');
            await tab.click(...names.row('Three roofs'));
            await tab.wait('button', /^1 . Photo: choose a file/i);
            await tab.evaluate(give('drop', 'school.png', 'image/png', png));
            await tab.wait('button', /^1 . Photo: replace/i);
            await tab.evaluate(give('drop', 'clinic.png', 'image/png', png));
            await tab.wait('button', /^2 . Photo: replace/i);
            await tab.fill(...field('1 . End of the link'), 'nyali');
            await tab.fill(...field('2 . End of the link'), 'kilifi');
            await tab.waitGone(...names.reason('The file is not here yet'));
            await tab.click(...send);
            await tab.wait('article', /^You, .*, read: .*Roofs we finished this month:/s);
            check((await tab.value('searchbox', /templates$/)) === '', 'the picker still searches for the last one');
        },
    },
    {
        title: 'a message that came too late goes as a template with its words',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'Any news?' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await simulator.failNext(131047);
            await inbox.send('The meter is approved.');
            await inbox.sentOnce('The meter is approved.', 'not sent');
            await tab.click('button', /^send as template/i);
            await tab.wait(...field('Text 1'));
            await until('its words', async () => (await tab.value(...field('Text 1'))) === 'The meter is approved.');
            await tab.click(...send);
            await tab.waitGone(...names.dialog);
            const words = 'We have a message for you: The meter is approved. Reply here to continue.';
            await inbox.sentOnce(words, 'read');
        },
    },
];
