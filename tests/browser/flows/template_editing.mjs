// Who leads makes a template, changes it when Meta has approved it, sends it, and deletes it.
import { give, png } from '../files.mjs';
import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check } from '../wait.mjs';
import { customerText } from '../webhooks.mjs';
import { amina } from './people.mjs';

const kDay = 24 * 60 * 60 * 1000;
const message = ['textbox', /^message$/i];
const name = ['textbox', /^name$/i];
const sample = (gap) => ['textbox', new RegExp(`^sample for .*${gap}`, 'i')];
const submit = ['button', /^submit for review$/i];
const create = ['button', /^new template$/i];
const close = ['button', /^close$/i];
const search = ['searchbox', /templates$/i];

// With a customer whose window is closed, and reviews that take a moment.
async function beginOne({ inbox, tab, simulator, product }) {
    await simulator.script({ template_review_ms: 300 });
    const at = Date.now() - 2 * kDay;
    await product.post(customerText({ ...account, ...amina, wamid: 'wamid.OLD', text: 'Long ago', at }));
    await inbox.openAndSignIn();
    await tab.click('button', /^templates$/i);
    await tab.wait(...names.row('Hello world'));
    await tab.click(...create);
}

export const tests = [
    {
        title: 'a template is made, corrected, approved, sent, changed and deleted',
        async run({ inbox, tab, simulator, product }) {
            await beginOne({ inbox, tab, simulator, product });
            await tab.hasFocus(...name);
            await tab.fill(...name, 'visit_tomorrow');
            await tab.fill(...message, '{{1}}, our team comes to you tomorrow.');
            await tab.fill(...sample('1'), 'Amina');
            await tab.fill('textbox', /^find another language$/i, 'british');
            await tab.wait(...names.reason('No language is called that. Try its name or its code.'));
            await tab.fill('textbox', /^find another language$/i, 'en_gb');
            await tab.click('button', /^english \(gb\)$/i);
            await tab.click(...submit);
            await tab.wait(...names.reason('The message cannot begin or end with a gap'));
            await tab.hasFocus(...message);
            await tab.fill(...message, 'Hello {{1}}, our team comes to you tomorrow.');
            await tab.wait(...names.reason('Hello Amina, our team comes to you tomorrow.'));
            await tab.click(...submit);
            await tab.fill(...search, 'visit tomorrow');
            await tab.wait(...names.row('Visit tomorrow'));
            await tab.click(...names.row('Visit tomorrow'));
            await tab.wait(...submit); // approved while it is open
            await tab.fill(...message, 'Hello {{1}}, our team comes to your house tomorrow.');
            await tab.click(...submit);
            await tab.wait(...names.row('Visit tomorrow'));
            await tab.click(...close);

            await tab.click(...names.row(amina.name));
            await tab.wait(...names.closed);
            await tab.fill(...search, 'visit tomorrow');
            await tab.wait(...names.row('Visit tomorrow'));
            await tab.click(...names.row('Visit tomorrow'));
            await tab.click('button', /^send template/i);
            await inbox.sentOnce('Hello Amina, our team comes to your house tomorrow.', 'read');

            await tab.click('button', /^templates$/i);
            await tab.click(...names.row('Visit tomorrow'));
            await tab.click('button', /^delete$/i);
            await tab.wait(...names.reason('The name cannot be used again for 30 days'));
            await tab.click('button', /^delete$/i);
            await tab.waitGone('heading', /^visit tomorrow/i);
            await tab.click(...create);
            await tab.fill(...name, 'visit_tomorrow');
            await tab.fill(...message, 'Hello, our team comes to you tomorrow.');
            await tab.click(...submit);
            await tab.wait(...names.reason('being deleted')); // Meta's own words
            check((await simulator.sent()).length === 1, 'something else was sent');
            const told = tab.problems.splice(0);
            check(told.every((one) => one.startsWith('422 ')), `the page complained: ${told.join('; ')}`);
        },
    },
    {
        title: 'a template with a picture takes a sample, is approved, and asks for a picture when it is sent',
        async run({ inbox, tab, simulator, product }) {
            await beginOne({ inbox, tab, simulator, product });
            await tab.fill(...name, 'new_roof');
            await tab.click('button', /^photo$/i);
            await tab.fill(...message, 'Your roof is ready. Thank you for your patience with us.');
            await tab.click(...submit);
            await tab.wait(...names.reason('Choose a file first'));
            await tab.evaluate(give('paste', 'roof.png', 'image/png', png));
            await tab.wait('button', /^replace$/i);
            await tab.click(...submit);
            await tab.fill(...search, 'new roof');
            await tab.wait(...names.row('New roof'));
            await tab.click(...close);
            await tab.click(...names.row(amina.name));
            await tab.fill(...search, 'new roof');
            await tab.wait(...names.row('New roof'));
            await tab.click(...names.row('New roof'));
            await tab.wait('button', /^choose a file$/i);
        },
    },
];
