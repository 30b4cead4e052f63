// Strings in every script as the program paints them, beside the same strings in visible elements of the page: the
// same font, the same width. Where lines break, how the pixels differ, what is highlighted and what is copied.
import { names } from '../names.mjs';
import { readPng } from '../png.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { strings } from './text_strings.mjs';

// Of the ink of the reference: a line that is off by half a pixel differs by a third and more.
const mostDifference = 0.12;
// Of the pixels along the edges of selected lines.
export const leastHighlight = 0.9;

export const passes = ({ isBrokenAlike, difference }) => isBrokenAlike && difference <= mostDifference;
export const shareOf = (found) => found.filter(passes).length / strings.length;

const person = { from: '254700000020', name: 'Twenty Scripts' };

// The paragraphs that can be seen whole: their texts, and the rectangles of their text and lines in CSS pixels.
function readParagraphs() {
    const scroller = document.querySelector('[role=log]');
    const log = scroller.getBoundingClientRect();
    const isAtEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 2;
    const all = [...document.querySelectorAll('[role=log] .paragraph')];
    // Below the day that stays at the top, above the way down to the latest message.
    const isSeen = ({ top, bottom }) => top > log.top + 60 && bottom < log.bottom - (isAtEnd ? 4 : 72);
    const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
    const rectsOf = (element) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const rects = [];
        while (walker.nextNode()) {
            range.selectNodeContents(walker.currentNode);
            rects.push(...range.getClientRects());
        }
        return rects.filter(({ width }) => width > 0).map(boxOf);
    };
    const linesOf = (rects) => {
        const lines = [];
        for (const rect of rects) {
            const middle = (rect.top + rect.bottom) / 2;
            const line = lines.find(({ top, bottom }) => middle > top && middle < bottom);
            if (!line) lines.push({ ...rect });
            else Object.assign(line, { left: Math.min(line.left, rect.left), right: Math.max(line.right, rect.right) });
        }
        return lines;
    };
    return all
        .filter((element) => isSeen(element.getBoundingClientRect()))
        .map((element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const rects = rectsOf(element);
            return { text: range.toString(), rects, lines: linesOf(rects) };
        });
}

// Lays visible copies over the canvas, as wide as a bubble may be; tells where each breaks and whether that is where
// the painted one does.
function showReference(texts) {
    const log = document.querySelector('[role=log]');
    const widest = Math.floor(log.clientWidth * 0.65) - 18;
    const layer = document.createElement('div');
    layer.id = 'reference';
    layer.style.cssText = 'position:fixed;inset:0;z-index:9;will-change:transform;pointer-events:none';
    // The page's policy refuses style elements, but not sheets made by script.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        #reference .paragraph { background: #fff; -webkit-text-fill-color: #111b21; color: #111b21; }
        #reference .paragraph a {
            -webkit-text-fill-color: #0b6ba8; color: #0b6ba8;
            text-decoration: underline;
        }
        #reference .paragraph s { text-decoration: line-through; }
        #reference .paragraph code:not(.whole) { background: rgb(17 27 33 / 8%); border-radius: 3px; }
        #reference .paragraph [role=blockquote] { background: #f5f6f6; }`);
    document.adoptedStyleSheets = [sheet];
    document.body.append(layer);
    const breaksOf = (element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const tops = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (let at = 0; at < node.length; ++at) {
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const [rect] = range.getClientRects();
                tops.push(rect ? Math.round((rect.top + rect.bottom) / 2 - element.getBoundingClientRect().top) : null);
            }
        }
        return tops;
    };
    const isSame = (a, b) => a.length === b.length && a.every((top, index) => Math.abs(top - b[index]) <= 3);
    const broken = {};
    for (const element of document.querySelectorAll('[role=log] .paragraph')) {
        const text = element.textContent;
        if (!texts.includes(text)) continue;
        const copy = element.cloneNode(true);
        const { left, top } = element.getBoundingClientRect();
        Object.assign(copy.style, { position: 'fixed', left: `${left}px`, top: `${top}px` });
        Object.assign(copy.style, { width: 'max-content', maxWidth: `${widest}px` });
        layer.append(copy);
        broken[text] = isSame(breaksOf(copy), breaksOf(element));
        copy.style.width = element.style.width;
    }
    document.getElementById('canvas').style.visibility = 'hidden';
    return broken;
}

function hideReference() {
    document.getElementById('reference').remove();
    document.getElementById('canvas').style.visibility = '';
}

// What is copied when all of it is selected.
function copyOf(text) {
    const paragraphs = [...document.querySelectorAll('[role=log] .paragraph')];
    const element = paragraphs.find((one) => one.textContent === text);
    const selection = getSelection();
    selection.selectAllChildren(element);
    let copied;
    const listen = (event) => {
        if (event.defaultPrevented) copied = event.clipboardData.getData('text/plain');
    };
    document.addEventListener('copy', listen);
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    document.removeEventListener('copy', listen);
    return copied ?? selection.toString();
}

function selectTexts(texts) {
    const paragraphs = [...document.querySelectorAll('[role=log] .paragraph')].filter((one) =>
        texts.includes(one.textContent),
    );
    const selection = getSelection();
    selection.setBaseAndExtent(paragraphs[0], 0, paragraphs.at(-1), paragraphs.at(-1).childNodes.length);
}

const brightness = ([red, green, blue]) => 0.3 * red + 0.59 * green + 0.11 * blue;

// Around a line: ascenders of one script reach into the line before, so that the same is compared in both.
function pixelsOf({ left, top, right, bottom }, scale, picture) {
    const from = [Math.max(1, Math.floor((left - 1) * scale)), Math.max(1, Math.floor(top * scale))];
    const to = [Math.ceil((right + 1) * scale), Math.ceil(bottom * scale)];
    return { from, to: [Math.min(to[0], picture.width - 1), Math.min(to[1], picture.height - 1)] };
}

// Between device pixels the page rounds a line's place once more than we do: there it may lie one pixel beside.
const shiftsAt = (scale) => (Number.isInteger(scale) ? [[0, 0]] : [[0, 0], [0, 1], [0, -1], [1, 0], [-1, 0]]);

function differenceOf(lines, painted, reference, scale) {
    let ink = 0;
    let difference = 0;
    for (const line of lines) {
        const told = shiftsAt(scale).map((shift) => lineDifference(line, painted, reference, scale, shift));
        ink += told[0].ink;
        difference += Math.min(...told.map((one) => one.difference));
    }
    return difference / Math.max(ink, 1);
}

function lineDifference(line, painted, reference, scale, [shiftX, shiftY]) {
    let ink = 0;
    let difference = 0;
    const { from, to } = pixelsOf(line, scale, painted);
    for (let y = from[1]; y < to[1]; ++y) {
        for (let x = from[0]; x < to[0]; ++x) {
            const expected = brightness(reference.rgb(x, y));
            ink += 255 - expected;
            difference += Math.abs(brightness(painted.rgb(x + shiftX, y + shiftY)) - expected);
        }
    }
    return { ink, difference };
}

// The share of pixels along each rectangle's upper and lower edge that are highlighted; what is not selected is white, and
// so are parts of some emoji further inside.
function highlightOf(rects, picture, scale) {
    let marked = 0;
    let all = 0;
    for (const { left, top, right, bottom } of rects) {
        for (const y of [Math.ceil(top * scale) + 1, Math.floor(bottom * scale) - 2]) {
            for (let x = Math.ceil(left * scale) + 1; x < Math.floor(right * scale) - 1; ++x) {
                const [red, green, blue] = picture.rgb(x, y);
                all += 1;
                if (Math.min(red, green, blue) < 247) marked += 1;
            }
        }
    }
    return marked / Math.max(all, 1);
}

class Camera {
    constructor(tab) {
        this.tab = tab;
    }

    async still() {
        let last = -1;
        await until('still page', async () => {
            const frames = await this.tab.run(() => window.roost.frames());
            const isStill = frames === last;
            last = frames;
            await new Promise((resume) => setTimeout(resume, 120));
            return isStill;
        });
    }

    async picture() {
        await this.still();
        return readPng(await this.tab.screenshot());
    }
}

// Everything in view that was not met before.
async function measureView(camera, tab, found, observe, wanted = strings) {
    await camera.still();
    const known = new Map(wanted.map((one) => [one.shown, one]));
    const seen = (await tab.run(readParagraphs)).filter(({ text }) => !found.has(text) && known.has(text));
    if (seen.length === 0) return;
    const texts = seen.map(({ text }) => text);
    const painted = await camera.picture();
    const scale = painted.width / (await tab.run(() => window.innerWidth));
    const isBrokenAlike = await tab.run(showReference, texts);
    const reference = await camera.picture();
    await tab.run(hideReference);
    for (const { text, lines } of seen) {
        const copied = await tab.run(copyOf, text);
        found.set(text, {
            script: known.get(text).script,
            text,
            isBrokenAlike: isBrokenAlike[text],
            difference: differenceOf(lines, painted, reference, scale),
            isCopied: copied === text,
            copied,
        });
    }
    for (const { text, lines } of seen) observe({ ...found.get(text), lines, scale, painted, reference });
    await tab.run(selectTexts, texts);
    const selected = await camera.picture();
    for (const { text, rects } of seen) found.get(text).highlight = highlightOf(rects, selected, scale);
    await tab.run(() => getSelection().removeAllRanges());
}

// What of the wanted strings can be seen whole right now, as lookAtStrings() tells it.
export async function lookAtView(tab, wanted) {
    const camera = new Camera(tab);
    const found = new Map();
    await measureView(camera, tab, found, () => {}, wanted);
    return [...found.values()];
}

// Sends the strings, opens their conversation and looks at all of them: [{script, text, isBrokenAlike, difference,
// isCopied, highlight}]. `observe` gets each with the pictures it was read from.
export async function lookAtStrings({ product, tab, inbox, observe = () => {} }) {
    const end = Date.now() - 60_000;
    const texts = strings.map(({ text }, index) => ({
        wamid: `wamid.TEXT${index}`,
        text,
        at: end - (strings.length - index) * 1000,
    }));
    const answer = await product.post(customerTexts({ ...account, ...person, texts }));
    check(answer === 200, `the strings were answered ${answer}`);
    await inbox.openAndSignIn();
    await inbox.open(person.name);
    const camera = new Camera(tab);
    const found = new Map();
    await tab.wait(...names.log);
    await camera.still();
    for (const direction of [1, -1]) {
        for (let step = 0; step < 120 && found.size < strings.length; ++step) {
            await measureView(camera, tab, found, observe);
            if (!(await tab.run(turn, direction))) break;
        }
    }
    return [...found.values()];
}

// Half a page on; false at the end.
function turn(direction) {
    const log = document.querySelector('[role=log]');
    const before = log.scrollTop;
    log.scrollTop += direction * Math.floor(log.clientHeight * 0.6);
    return log.scrollTop !== before;
}
