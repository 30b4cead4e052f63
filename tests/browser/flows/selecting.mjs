// Selecting and copying as on any page: by mouse and keys, in every script, over what has no element.
import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { copied } from './clipboard.mjs';
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
    const words = element.firstElementChild;
    const texts = [];
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.length > 0) texts.push(walker.currentNode);
    const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const rectOf = (node, place) => {
        const { index, segment } = [...characters.segment(node.data)].at(place);
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        return range.getClientRects()[0];
    };
    const [first, last] = [rectOf(texts[0], 0), rectOf(texts.at(-1), -1)];
    const isRtl = getComputedStyle(words).direction === 'rtl';
    const middle = ({ top, bottom }) => (top + bottom) / 2;
    return {
        from: { x: isRtl ? first.right - 1 : first.left + 1, y: middle(first) },
        to: { x: isRtl ? last.left - 20 : last.right + 20, y: middle(last) },
    };
}

// Once they stand still: a field that grows and shrinks moves the thread. Names are read with single spaces.
export function edgesOf(tab, text) {
    let last;
    return until(`place of ${text}`, async () => {
        const now = await tab.on(names.theirs(text.replace(/\s+/g, ' ')), edges);
        const isStill = JSON.stringify(now) === last;
        last = JSON.stringify(now);
        return isStill && now;
    });
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
        // WebKit: in every_script.mjs. Its driver counts quick clicks on from one to the next.
        engines: ['chromium', 'firefox'],
        tab: { width: 1280, height: 1800 },
        async run({ inbox, tab, product }) {
            const texts = samples();
            check(texts.length >= 21, `only ${texts.length} scripts`);
            await openWith({ inbox, tab, product }, texts);
            for (const text of texts) {
                const { from, to } = await edgesOf(tab, text);
                await tab.drag(from, to);
                const found = await copied(tab);
                check(found === text, `${JSON.stringify(text)} was copied as ${JSON.stringify(found)}`);
            }
            const { from } = await edgesOf(tab, several);
            // Each in another place: clicks in one place are counted on.
            await tab.clickAt({ x: from.x + 4, y: from.y }, 2);
            const word = (await copied(tab)).trim();
            check(word === 'Two', `a double click takes the word, not ${JSON.stringify(word)}`);
            await tab.clickAt({ x: from.x + 34, y: from.y }, 3);
            const paragraph = (await copied(tab)).trim();
            check(paragraph === 'Two lines:', `a triple click takes the paragraph, not ${JSON.stringify(paragraph)}`);
            await tab.clickAt(from);
            await tab.key('Shift+ArrowRight');
            await tab.key('Shift+ArrowRight');
            check(several.startsWith(await copied(tab)), 'arrows with Shift extend the selection');
        },
    },
    {
        title: 'copying several messages loses none of them, with time and name, also those without an element',
        async run({ inbox, tab, product }) {
            const texts = Array.from({ length: 120 }, (_, index) => `Note number ${index}`);
            await openWith({ inbox, tab, product }, texts);
            await tab.wait(...names.anyNote);
            const line = (text) => new RegExp(`^\\[[^\\]]*\\d:\\d\\d[^\\]]*, [^\\]]+\\] ${amina.name}: ${text}$`);
            // From the middle of one message to the middle of the next but one.
            const [first, second, third] = await tab.on(names.log, wholeMessages);
            const from = await edgesOf(tab, first);
            const to = await edgesOf(tab, third);
            await tab.drag({ x: from.from.x + 40, y: from.from.y }, { x: to.from.x + 40, y: to.from.y });
            const some = (await copied(tab)).split('\n');
            check(some.length === 3, `three lines, not ${JSON.stringify(some)}`);
            check(line(second).test(some[1]), `the middle one whole: ${some[1]}`);
            check(first.endsWith(/: (.*)$/.exec(some[0])[1].slice(-3)), `the end of the first: ${some[0]}`);
            check(third.startsWith(/\]\s[^:]*: (.*)$/.exec(some[2])[1]), `the beginning of the last: ${some[2]}`);
            // The whole thread, of which most has no element.
            await tab.focus(...names.log);
            await tab.key('Control+a');
            await until('selection of all', () =>
                tab.run(() => getSelection().toString().includes('Note number 119')),
            );
            const loaded = await tab.all(['article'], (all) => Number(all.at(-1).getAttribute('aria-posinset')));
            const all = (await copied(tab)).split('\n');
            check(all.length === loaded, `${loaded} lines, not ${all.length}`);
            all.forEach((one, index) => check(line(texts[120 - loaded + index]).test(one), `line ${index}: ${one}`));
        },
    },
];
