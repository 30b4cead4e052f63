// Selecting and copying as on any page: by mouse and keys, in every script, over what has no element.
import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { amina } from './people.mjs';
import { strings } from './text_strings.mjs';

const several = 'Two lines:\nthe second 👩‍👩‍👧‍👦🇰🇪👍🏽\n\nand a last one';

// One plain string of each script.
function samples() {
    const scripts = new Map();
    for (const { script, text } of strings) {
        const isPlain = !/[*_~`>\n\t]|https?:|^(- |\d+\. )/.test(text) && text.length > 5 && text.length < 60;
        if (isPlain && !scripts.has(script)) scripts.set(script, text);
    }
    return [...scripts.values(), several];
}

// Where a message's words begin and end: a little inside the first and behind the last character.
function edges(element) {
    const range = document.createRange();
    range.selectNodeContents(element.firstElementChild);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [first, last] = [rects[0], rects[rects.length - 1]];
    const isRtl = getComputedStyle(element.firstElementChild).direction === 'rtl';
    const middle = ({ top, bottom }) => (top + bottom) / 2;
    return {
        from: { x: isRtl ? first.right - 1 : first.left + 1, y: middle(first) },
        to: { x: isRtl ? last.left - 20 : last.right + 20, y: middle(last) },
    };
}

// Names are read with single spaces.
const edgesOf = (tab, text) => tab.find(...names.theirs(text.replace(/\s+/g, ' '))).evaluate(edges);

async function drag({ mouse }, from, to) {
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
}

// The words of messages that can be seen whole, below the day that stays at the top.
function wholeMessages(log) {
    const pane = log.getBoundingClientRect();
    return [...log.querySelectorAll('[role=article]')]
        .filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top > pane.top + 80 && bottom < pane.bottom - 80;
        })
        .map((one) => /: (.*)$/.exec(one.getAttribute('aria-label'))[1]);
}

// What is on the clipboard, as pasting shows it. The composer is empty afterwards.
async function pasted(tab) {
    const composer = tab.find(...names.composer);
    await composer.press('Control+v');
    const value = await composer.inputValue();
    await composer.fill('');
    return value;
}

async function copied(tab) {
    await tab.page.keyboard.press('Control+c');
    return pasted(tab);
}

async function openWith({ inbox, tab, product }, texts) {
    const now = Date.now();
    const at = (index) => now - (texts.length - index) * 60_000;
    const messages = texts.map((text, index) => ({ wamid: `wamid.COPY${index}`, text, at: at(index) }));
    await product.post(customerTexts({ ...account, ...amina, texts: messages }));
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await tab.wait(...names.log);
}

export const tests = [
    {
        title: 'what is dragged over and copied is exact in every script, words by double click, paragraphs by triple',
        engines: ['chromium'],
        tab: { width: 1280, height: 1800 },
        async run({ inbox, tab, product }) {
            const texts = samples();
            check(texts.length >= 21, `only ${texts.length} scripts`);
            await openWith({ inbox, tab, product }, texts);
            for (const text of texts) {
                const { from, to } = await edgesOf(tab, text);
                await drag(tab.page, from, to);
                const found = await copied(tab);
                check(found === text, `${JSON.stringify(text)} was copied as ${JSON.stringify(found)}`);
            }
            const { from } = await edgesOf(tab, several);
            await tab.page.mouse.dblclick(from.x + 4, from.y);
            check((await copied(tab)).trim() === 'Two', 'a double click takes the word');
            await tab.page.mouse.click(from.x + 4, from.y, { clickCount: 3 });
            check((await copied(tab)).trim() === 'Two lines:', 'a triple click takes the paragraph');
            await tab.page.mouse.click(from.x, from.y);
            await tab.page.keyboard.press('Shift+ArrowRight');
            await tab.page.keyboard.press('Shift+ArrowRight');
            check(several.startsWith(await copied(tab)), 'arrows with Shift extend the selection');
        },
    },
    {
        title: 'copying several messages loses none of them, with time and name, also those without an element',
        engines: ['chromium'],
        async run({ inbox, tab, product }) {
            const texts = Array.from({ length: 120 }, (_, index) => `Note number ${index}`);
            await openWith({ inbox, tab, product }, texts);
            await tab.wait(...names.anyNote);
            const line = (text) => new RegExp(`^\\[[^\\]]*\\d:\\d\\d[^\\]]*, [^\\]]+\\] ${amina.name}: ${text}$`);
            // From the middle of one message to the middle of the next but one.
            const [first, second, third] = await tab.find(...names.log).evaluate(wholeMessages);
            const from = await edgesOf(tab, first);
            const to = await edgesOf(tab, third);
            await drag(tab.page, { x: from.from.x + 40, y: from.from.y }, { x: to.from.x + 40, y: to.from.y });
            const some = (await copied(tab)).split('\n');
            check(some.length === 3, `three lines, not ${JSON.stringify(some)}`);
            check(line(second).test(some[1]), `the middle one whole: ${some[1]}`);
            check(first.endsWith(/: (.*)$/.exec(some[0])[1].slice(-3)), `the end of the first: ${some[0]}`);
            check(third.startsWith(/\]\s[^:]*: (.*)$/.exec(some[2])[1]), `the beginning of the last: ${some[2]}`);
            // The whole thread, of which most has no element.
            await tab.find(...names.log).focus();
            await tab.page.keyboard.press('Control+a');
            await until('selection of all', () =>
                tab.page.evaluate(() => getSelection().toString().includes('Note number 119')),
            );
            const loaded = (await tab.find('article').last().getAttribute('aria-posinset')) | 0;
            const all = (await copied(tab)).split('\n');
            check(all.length === loaded, `${loaded} lines, not ${all.length}`);
            all.forEach((one, index) => check(line(texts[120 - loaded + index]).test(one), `line ${index}: ${one}`));
        },
    },
];
