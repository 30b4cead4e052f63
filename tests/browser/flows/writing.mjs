// Emoji, files and input methods, as people use them while they write.
import { give, pdf, png } from '../files.mjs';
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';

const own = {
    emoji: ['button', /^emoji$/i],
    picker: ['dialog', /^emoji$/i],
    search: ['searchbox', /^search emoji/i],
    option: (name) => ['option', new RegExp(`^${name}`, 'i')],
    suggestions: ['listbox', /suggestions/i],
    file: (name) => ['listitem', new RegExp(`^${name}`)],
    caption: (name) => ['textbox', new RegExp(`^caption for ${name}`, 'i')],
    remove: (name) => ['button', new RegExp(`^remove ${name}`, 'i')],
};

const holds = (tab, text) => until(`"${text}" in the field`, async () => (await tab.value(...names.composer)) === text);

async function openThread({ inbox, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
}

async function type(tab, text) {
    await tab.focus(...names.composer);
    await tab.type(text);
}

async function findEmoji(flow) {
    const { inbox, tab } = flow;
    await openThread(flow);
    await tab.click(...own.emoji);
    await tab.wait(...own.picker);
    await tab.fill(...own.search, 'rocket');
    await tab.wait(...own.option('rocket'));
    await tab.press(...own.search, 'Enter');
    await holds(tab, '🚀');
    await tab.press(...own.search, 'Escape');
    await until('end of the picker', async () => (await tab.count(...own.picker)) === 0);
    await tab.press(...names.composer, 'Enter');
    await inbox.sentOnce('🚀', 'read');
    await type(tab, 'At 10:30 :tad');
    await tab.wait(...own.suggestions);
    await tab.press(...names.composer, 'Enter');
    await holds(tab, 'At 10:30 🎉');
    await type(tab, ' :smile:');
    await holds(tab, 'At 10:30 🎉 😄');
}

async function attach(flow) {
    const { inbox, tab } = flow;
    await openThread(flow);
    await inbox.tab.fill(...names.composer, 'Look');
    check((await tab.evaluate(give('paste', 'shot.png', 'image/png', png))) === false, 'the paste was not taken');
    await tab.wait(...own.file('shot.png'));
    await tab.evaluate(give('drop', 'offer.pdf', 'application/pdf', pdf));
    await tab.wait(...own.file('offer.pdf'));
    await tab.fill(...own.caption('offer.pdf'), 'As agreed');
    await tab.click(...own.remove('shot.png'));
    await until('one file less', async () => (await tab.count(...own.file('shot.png'))) === 0);
    check((await tab.value(...own.caption('offer.pdf'))) === 'As agreed', 'the caption is gone');
    await tab.click(...own.remove('offer.pdf'));
    await until('no files', async () => (await tab.count(...own.file('offer.pdf'))) === 0);
    await tab.press(...names.composer, 'Enter');
    await inbox.sentOnce('Look', 'read');
}

async function compose(flow) {
    const { inbox, tab, note } = flow;
    await openThread(flow);
    for (const [written, chosen] of [['にほん', '日本'], ['नमस्ते', 'नमस्ते']]) {
        await tab.focus(...names.composer);
        await holds(tab, await tab.compose(written, chosen));
        // The Enter that ends a composition sends nothing.
        await tab.commit();
        await holds(tab, chosen);
        await tab.key('Enter');
        await inbox.sentOnce(chosen, 'read');
        await holds(tab, '');
    }
    if (tab.can.compose === 'words') {
        await tab.compose(':tada', '');
        await holds(tab, ':tada');
        check((await tab.count(...own.suggestions)) === 0, 'suggestions came while composing');
        await tab.commit();
        await holds(tab, '');
    } else {
        note('composes characters by their number only: no short code that is not finished');
    }
    await tab.type(':tada');
    await tab.wait(...own.suggestions);
    await tab.key('Tab');
    await holds(tab, '🎉');
    await tab.undo();
    await holds(tab, ':tada');
}

export const tests = [
    { title: 'emoji by search, by keyboard and by short code', run: findEmoji },
    { title: 'files pasted and dropped wait with captions, and can be removed', run: attach },
    { title: 'input methods compose in place', run: compose },
];
