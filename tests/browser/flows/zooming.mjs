// The browser's zoom and screens of every density: crisp at each, and never a moment without a picture.
import { writeFileSync } from 'node:fs';

import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { customerTexts } from '../webhooks.mjs';
import { evaluate, lookAtView, passes } from './text_pictures.mjs';

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

// The driver's own pictures are of the window it opened.
function seenAsItIs({ page }, developer) {
    const screenshot = async (path) => {
        const { data } = await developer.send('Page.captureScreenshot');
        writeFileSync(path, Buffer.from(data, 'base64'));
    };
    return { page, screenshot };
}

async function lookAt(tab, developer, { ratio, zoom }) {
    const deviceScaleFactor = ratio * zoom;
    const width = Math.round(screen.width / zoom);
    const height = Math.round(screen.height / zoom);
    await developer.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
    const wanted = Math.round(width * deviceScaleFactor);
    await until(`a canvas ${wanted} pixels wide`, async () => (await evaluate(tab, canvasWidth)) === wanted);
    if (width < 600) await tab.wait(...names.back);
    else await tab.wait(...names.list);
    const seen = await lookAtView(seenAsItIs(tab, developer), texts.map((text) => ({ script: '', text, shown: text })));
    const where = `at ratio ${ratio} and ${100 * zoom} %`;
    check(seen.length > 0, `no text can be read ${where}`);
    // Letters of a few pixels differ by most of themselves when they stand half a pixel beside.
    const isAlike = deviceScaleFactor < 1 ? (one) => one.isBrokenAlike : passes;
    const other = seen.filter((one) => !isAlike(one));
    check(other.length === 0, `${where} differ ${other.map(({ text, difference }) => `${text} by ${difference.toFixed(2)}`)}`);
}

export const tests = [
    {
        title: 'zoom from 50 to 300 % and every density of the screen are crisp, without a moment of nothing',
        engines: ['chromium'],
        async run({ product, inbox, tab }) {
            const end = Date.now() - 60_000;
            const messages = texts.map((text, index) => ({ wamid: `wamid.ZOOM${index}`, text, at: end + index * 1000 }));
            const answer = await product.post(customerTexts({ ...account, ...person, texts: messages }));
            check(answer === 200, `the texts were answered ${answer}`);
            await inbox.openAndSignIn();
            await inbox.open(person.name);
            await inbox.seesOnce(texts[0]);
            const developer = await tab.context.newCDPSession(tab.page);
            await evaluate(tab, watchCanvas);
            for (const view of views) await lookAt(tab, developer, view);
            const bare = await evaluate(tab, () => globalThis.roostTestBare);
            check(bare === 0, `the canvas was bare before ${bare} frames`);
        },
    },
];
