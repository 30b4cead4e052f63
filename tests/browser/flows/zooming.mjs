// The browser's zoom and screens of every density: crisp at each, and never a moment without a picture.
import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { lookAtView, passes } from './text_pictures.mjs';

const person = { from: '254700000021', name: 'Zoom Reader' };
const texts = ['Good morning, Zoë!', 'नमस्ते, कैसे हैं?', 'صباح الخير', '早上好', 'สวัสดีตอนเช้า', 'Доброе утро', '😀👍🏽 ok'];
const screen = { width: 1280, height: 800 };

// Zoom is a larger ratio on a page that is so much smaller.
const views = [
    { ratio: 1, zoom: 0.5 },
    { ratio: 1, zoom: 1.25 },
    { ratio: 1.5, zoom: 1 },
    { ratio: 1, zoom: 2 },
    { ratio: 3, zoom: 1 },
    { ratio: 1, zoom: 3 },
    { ratio: 1, zoom: 1 },
];

// From now on notes, before every frame, whether anything is drawn at all.
function watchCanvas() {
    const canvas = document.getElementById('canvas');
    const small = document.createElement('canvas');
    small.width = 64;
    small.height = 40;
    const context = small.getContext('2d', { willReadFrequently: true });
    window.roostTestBare = 0;
    const look = () => {
        context.drawImage(canvas, 0, 0, small.width, small.height);
        const { data } = context.getImageData(0, 0, small.width, small.height);
        const shades = new Set();
        for (let at = 0; at < data.length; at += 4) shades.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
        if (shades.size < 8) window.roostTestBare += 1;
        requestAnimationFrame(look);
    };
    look();
}

const canvasWidth = () => document.getElementById('canvas').width;

async function lookAt(tab, { ratio = 2, zoom = 1, width = Math.round(screen.width / zoom) }) {
    const deviceScaleFactor = ratio * zoom;
    const height = Math.round(screen.height / zoom);
    await tab.resize({ width, height, ratio: deviceScaleFactor });
    const wanted = Math.round(width * deviceScaleFactor);
    await until(`a canvas ${wanted} pixels wide`, async () => (await tab.run(canvasWidth)) === wanted);
    if (width < 600) await tab.wait(...names.back);
    else await tab.wait(...names.list);
    const seen = await lookAtView(tab, texts.map((text) => ({ script: '', text, shown: text })));
    const where = `at ratio ${ratio} and ${100 * zoom} %, ${width} wide`;
    check(seen.length > 0, `no text can be read ${where}`);
    // Letters of a few pixels differ by most of themselves when they stand half a pixel beside.
    const isAlike = deviceScaleFactor < 1 ? (one) => one.isBrokenAlike : passes;
    const other = seen.filter((one) => !isAlike(one));
    check(other.length === 0, `${where} differ ${other.map(({ text, difference }) => `${text} by ${difference.toFixed(2)}`)}`);
}

async function openTexts({ product, inbox, tab }) {
    const end = Date.now() - 60_000;
    const messages = texts.map((text, index) => ({ wamid: `wamid.ZOOM${index}`, text, at: end + index * 1000 }));
    const answer = await product.post(customerTexts({ ...account, ...person, texts: messages }));
    check(answer === 200, `the texts were answered ${answer}`);
    await inbox.openAndSignIn();
    await inbox.open(person.name);
    await inbox.seesOnce(texts[0]);
    await tab.run(watchCanvas);
}

async function lookAtAll({ tab }, views) {
    for (const view of views) await lookAt(tab, view);
    const bare = await tab.run(() => globalThis.roostTestBare);
    check(bare === 0, `the canvas was bare before ${bare} frames`);
}

export const tests = [
    {
        title: 'zoom from 50 to 300 % and every density of the screen are crisp, without a moment of nothing',
        // Firefox paints emoji between device pixels otherwise than its pages do: at 125 % by 0.18 of their ink.
        engines: ['chromium'],
        async run(flow) {
            await openTexts(flow);
            await lookAtAll(flow, views);
        },
    },
    {
        title: 'a dense screen is crisp at every width, without a moment of nothing',
        engines: ['webkit'],
        tab: { scale: 2 },
        async run(flow) {
            flow.note('knows neither zoom nor another ratio than the one it started with: twice, and three widths');
            await openTexts(flow);
            await lookAtAll(flow, [{ width: 1000 }, { width: 700 }, { width: 1280 }]);
        },
    },
];
