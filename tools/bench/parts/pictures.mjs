// Ten seconds of scrolling up through a thread of 500 photos: the share of frames that were dropped, beside an empty
// page and beside a thread of texts, and the most that textures took meanwhile.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { check, until } from '../../../tests/browser/wait.mjs';
import { openProbedTab, readByAgent, seedThread } from '../browser_session.mjs';
import { median } from '../table.mjs';
import { openMinimal, openThread, scrollUp, seconds, shareDropped } from './scroll.mjs';

const photos = 500;
const person = { from: '254700500500', name: 'Five Hundred Photos' };
const texturesBar = 112; // MB: 48 of pictures, 64 of texts

export async function pictures(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        const texts = await seedThread(product, { from: '254700100000', name: 'Texts' }, 5000);
        const shown = await seedPhotos(product);
        const empty = await measure(engine, product, (tab) => openMinimal(tab, product));
        const beside = await measure(engine, product, (tab) => openThread(tab, product, texts, /4999: the parcel arrived/));
        const own = await measure(engine, product, (tab) => openThread(tab, product, shown, /Photo 499$/));
        check(own.moved > 0, 'the thread did not move');
        const period = median(empty.intervals);
        const dropped = (told) => shareDropped(told.intervals, period);
        return rowsOf(dropped(own), dropped(beside), dropped(empty), own);
    } finally {
        await engine.close();
        await product.stop();
    }
}

// Each is another picture, and all have come before the thread is opened. The conversation's id.
async function seedPhotos(product) {
    for (let i = 0; i < photos; ++i) {
        const image = { caption: `Photo ${i}` };
        await product.simulator.ask('POST', 'inbound', { ...person, type: 'image', image, seconds_ago: photos - i });
    }
    const id = await readByAgent(product, person);
    const headers = { authorization: `Bearer ${await product.signIn()}` };
    await until('every photo', async () => {
        const answer = await fetch(`${product.url}/api/v1/conversations/${id}/messages?limit=200`, { headers });
        const { messages } = await answer.json();
        return messages.every(({ content }) => content.image.file);
    }, 120_000);
    return id;
}

async function measure(engine, product, open) {
    const tab = await openProbedTab(engine, product);
    await tab.page.addInitScript(countTextures);
    await open(tab);
    const told = await scrollUp(tab);
    const most = await tab.page.evaluate(() => window.roostBenchTextures.most);
    await tab.close();
    return { ...told, most };
}

// Runs in the page before its own scripts: the bytes of every texture that lives.
function countTextures() {
    const sizes = new Map();
    const told = (window.roostBenchTextures = { now: 0, most: 0 });
    const own = WebGL2RenderingContext.prototype;
    const { bindTexture, texImage2D, deleteTexture } = own;
    let bound = null;
    const put = (texture, bytes) => {
        told.now += bytes - (sizes.get(texture) ?? 0);
        sizes.set(texture, bytes);
        told.most = Math.max(told.most, told.now);
    };
    own.bindTexture = function (target, texture) {
        bound = texture;
        return bindTexture.call(this, target, texture);
    };
    own.texImage2D = function (...values) {
        const source = values.find((value) => value !== null && typeof value === 'object' && 'width' in value);
        const [width, height] = source ? [source.width, source.height] : values.slice(3, 5);
        put(bound, 4 * width * height);
        return texImage2D.apply(this, values);
    };
    own.deleteTexture = function (texture) {
        put(texture, 0);
        sizes.delete(texture);
        return deleteTexture.call(this, texture);
    };
}

function rowsOf(value, texts, floor, { moved, most }) {
    const figure = `frames dropped in ${seconds} s through ${photos} photos (${Math.round(moved)} px)`;
    const megabytes = most / 2 ** 20;
    return [
        { figure, value, unit: '%', floor, bar: '≤ 1 % above the empty loop', isMet: value <= floor + 1 },
        { figure: '  through as many texts', value: texts, unit: '%', floor },
        { figure: '  most in textures', value: megabytes, unit: 'MB', bar: `≤ ${texturesBar} MB`, isMet: megabytes <= texturesBar },
    ];
}
