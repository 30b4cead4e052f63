// Emoji, files and input methods, as people use them while they write.
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

const everyEngine = ['chromium', 'firefox', 'webkit'];
const holds = (tab, text) => until(`"${text}" in the field`, async () => (await tab.value(...names.composer)) === text);

async function openThread({ inbox, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
}

// Letter by letter, at the caret.
async function type(tab, text) {
    if (!tab.page) return tab.fill(...names.composer, text);
    await (await tab.find(...names.composer)).focus();
    return tab.page.keyboard.type(text);
}

// What the browser would hand over with the reader's own files.
const give = (kind, name, mime, base64) => `
    (() => {
        const bytes = Uint8Array.from(atob('${base64}'), (sign) => sign.charCodeAt(0));
        const file = new File([bytes], '${name}', { type: '${mime}' });
        // No engine lets a script put files into a real transfer in every way that people can.
        const files = { files: [file], types: ['Files'], items: [{ kind: 'file', getAsFile: () => file }] };
        const event = new Event('${kind}', { bubbles: true, cancelable: true });
        Object.defineProperty(event, '${kind}' === 'paste' ? 'clipboardData' : 'dataTransfer', { value: files });
        return document.body.dispatchEvent(event);
    })()`;
const evaluate = (tab, script) => (tab.page ? tab.page.evaluate(script) : tab.run(`return ${script.trim()}`));
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

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
    check((await evaluate(tab, give('paste', 'shot.png', 'image/png', dot))) === false, 'the paste was not taken');
    await tab.wait(...own.file('shot.png'));
    await evaluate(tab, give('drop', 'offer.pdf', 'application/pdf', 'JVBERi0='));
    await tab.wait(...own.file('offer.pdf'));
    await tab.fill(...own.caption('offer.pdf'), 'As agreed');
    await tab.press(...names.composer, 'Enter');
    await tab.click(...own.remove('shot.png'));
    await until('one file less', async () => (await tab.count(...own.file('shot.png'))) === 0);
    check((await tab.value(...own.caption('offer.pdf'))) === 'As agreed', 'the caption is gone');
    await tab.click(...own.remove('offer.pdf'));
    await until('no files', async () => (await tab.count(...own.file('offer.pdf'))) === 0);
    // Nothing was sent while they waited.
    await tab.press(...names.composer, 'Enter');
    await inbox.sentOnce('Look', 'read');
}

async function compose(flow) {
    const { inbox, tab } = flow;
    await openThread(flow);
    const { page } = tab;
    const protocol = await page.context().newCDPSession(page);
    await tab.find(...names.composer).focus();
    for (const [written, chosen] of [['にほん', '日本'], ['नमस्ते', 'नमस्ते']]) {
        const caret = { selectionStart: written.length, selectionEnd: written.length };
        await protocol.send('Input.imeSetComposition', { text: written, ...caret });
        await holds(tab, written);
        // The Enter that ends a composition sends nothing.
        await protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
        await protocol.send('Input.insertText', { text: chosen });
        await holds(tab, chosen);
        await page.keyboard.press('Enter');
        await inbox.sentOnce(chosen, 'read');
        await holds(tab, '');
    }
    await protocol.send('Input.imeSetComposition', { text: ':tada', selectionStart: 5, selectionEnd: 5 });
    await holds(tab, ':tada');
    check((await tab.count(...own.suggestions)) === 0, 'suggestions came while composing');
    await protocol.send('Input.insertText', { text: '' });
    await page.keyboard.type(':tada');
    await tab.wait(...own.suggestions);
    await page.keyboard.press('Tab');
    await holds(tab, '🎉');
    await page.keyboard.press('Control+z');
    await holds(tab, ':tada');
}

export const tests = [
    { title: 'emoji by search, by keyboard and by short code', engines: everyEngine, run: findEmoji },
    { title: 'files pasted and dropped wait with captions, and can be removed', engines: ['chromium', 'firefox'], run: attach },
    { title: 'input methods compose in place', engines: ['chromium'], run: compose },
];
