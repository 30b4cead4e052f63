// Messages that carry files: what is on its way, what has come, what was given up, and what a click does.
import { readPng } from '../png.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';

const message = (words) => ['article', new RegExp(`: ${words}$`)];
const photo = ['button', /^open photo$/i];
const sticker = ['img', /^sticker$/i];
const tryAgain = ['button', /^try again$/i];
const download = ['button', /^(open|download) /i];

// How many different colours stand in its box: a place that waits has a few, a picture has many.
async function coloursOf(tab, name) {
    const { left, top, width, height } = await tab.box(...name);
    const ratio = await tab.run(() => devicePixelRatio);
    const { rgb } = readPng(await tab.screenshot());
    const seen = new Set();
    for (let y = top + 8; y < top + height - 8; y += 3) {
        for (let x = left + 8; x < left + width - 8; x += 3) seen.add(rgb(Math.round(x * ratio), Math.round(y * ratio)).join());
    }
    return seen.size;
}
const isDrawn = (tab, name) => until(`picture ${name[1]}`, async () => (await coloursOf(tab, name)) > 12);

const send = (simulator, type, body) => simulator.ask('POST', 'inbound', { ...amina, type, [type]: body });

async function showPictures({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await send(simulator, 'image', { caption: 'South side' });
    await tab.wait(...message('South side'));
    await isDrawn(tab, photo);
    await send(simulator, 'sticker', {});
    await isDrawn(tab, sticker);
    await send(simulator, 'document', { filename: 'Lease.pdf' });
    await tab.wait(...download);
    // One that moves is shown by the browser, but not where the reader opens something over it.
    await send(simulator, 'sticker', { animated: true });
    const moves = () => tab.all(sticker, (all) => all.some((one) => one.style.backgroundImage.includes('/media/')));
    await until('a sticker that moves', moves);
    await tab.click('button', /^attach/i);
    await until('a sticker that holds still', async () => !(await moves()));
    await tab.key('Escape');
    await until('a sticker that moves again', moves);
    // Every picture has to be read again when the GPU has lost them.
    await tab.run(() => {
        const extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        extension.loseContext();
        setTimeout(() => extension.restoreContext(), 50);
    });
    await isDrawn(tab, sticker);
}

async function tryAgainLater({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    // After four tries, fourteen seconds later, nobody tries any more.
    await simulator.ask('POST', 'media', { mode: 'gone', count: 4 });
    await send(simulator, 'image', { caption: 'Lost on the way' });
    await tab.wait(...tryAgain);
    check((await tab.attribute(...message('Lost on the way'), 'aria-description')).includes('file'), 'the reason is said');
    check((await tab.count(...photo)) === 0, 'nothing stands where there is no picture');
    await tab.click(...tryAgain);
    await isDrawn(tab, photo);
    check((await tab.count(...tryAgain)) === 0, 'there is nothing to try any more');
}

const viewer = ['dialog', /^photos and videos$/i];
const shown = (words) => ['img', new RegExp(`^${words}$`)];
const button = (words) => ['button', new RegExp(`^${words}$`, 'i')];
const isLoaded = (tab, name) =>
    until(`picture ${name[1]}`, () => tab.on(name, (holder) => holder.querySelector('img').naturalWidth > 0));
const scaleOf = (tab, name) =>
    tab.on(name, (holder) => {
        const image = holder.querySelector('img');
        return image.getBoundingClientRect().width / holder.getBoundingClientRect().width;
    });

async function lookAtPictures({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await send(simulator, 'image', { caption: 'North side' });
    await send(simulator, 'image', { caption: 'South side' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await tab.wait(...message('South side'));
    await until('both pictures', async () => (await tab.count(...photo)) === 2);
    await tab.click(...photo);
    await tab.hasFocus(...button('close'));
    await isLoaded(tab, shown('North side'));
    await tab.key('ArrowRight');
    await isLoaded(tab, shown('South side'));
    await tab.click(...button('zoom in'));
    await until('a larger picture', async () => (await scaleOf(tab, shown('South side'))) > 1.4);
    await tab.key('0');
    await until('all of the picture', async () => (await scaleOf(tab, shown('South side'))) === 1);
    await tab.click(...button('previous'));
    await isLoaded(tab, shown('North side'));
    await tab.key('Escape');
    await tab.waitGone(...viewer);
    await tab.hasFocus(...photo);
}

const film = ['button', /^play video$/i];

// The film is the browser's own element, with its own controls: it has no role.
async function watchFilm({ inbox, tab, simulator, note }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await send(simulator, 'video', {});
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await tab.wait(...film);
    const canPlay = await tab.run(() => document.createElement('video').canPlayType('video/mp4; codecs="avc1.42C01E"') !== '');
    if (!canPlay) return note('plays no H.264');
    await until('a picture of it', async () => (await coloursOf(tab, film)) > 4);
    await tab.click(...film);
    await tab.hasFocus(...button('close'));
    const state = () => tab.on(viewer, (dialog) => {
        const { duration, currentTime, videoWidth, error } = dialog.querySelector('video');
        return { duration, currentTime, videoWidth, error: error?.message };
    });
    await until('the film to play', async () => {
        const { duration, currentTime, videoWidth, error } = await state();
        if (error) throw new Error(error);
        return duration === 4 && videoWidth === 192 && currentTime > 0;
    });
    await tab.key('Escape');
    await tab.waitGone(...viewer);
    await tab.hasFocus(...film);
}

const position = ['slider', /^position$/i];
const voice = (verb) => ['button', new RegExp(`^${verb} voice message$`, 'i')];

async function listen({ inbox, tab, simulator, note }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await send(simulator, 'audio', { voice: true });
    await tab.wait(...voice('play'));
    const canDecode = await tab.run(() => new Audio().canPlayType('audio/ogg; codecs=opus') !== '');
    if (!canDecode) return note('plays no Ogg');
    const length = async () => Number(await tab.attribute(...position, 'aria-valuemax'));
    await until('its length', async () => (await length()) > 0);
    if (!tab.can.sound) return note('has nothing to play sound through');
    await tab.click(...voice('play'));
    await tab.wait(...voice('pause'));
    await tab.click('button', /^speed 1×$/i);
    await tab.wait('button', /^speed 1.5×$/i);
    await tab.click(...voice('pause'));
    await tab.wait(...voice('play'));
    await tab.press(...position, 'ArrowRight');
    await until('a later place', async () => Number(await tab.attribute(...position, 'aria-valuenow')) > 0);
}

export const tests = [
    { title: 'pictures, stickers and documents stand in their bubbles, also after the GPU was lost', run: showPictures },
    {
        title: 'a file that was not fetched says why and comes when it is asked for again',
        engines: ['chromium'],
        run: tryAgainLater,
    },
    { title: 'a picture opens over everything, with the others beside it, and gives the focus back', run: lookAtPictures },
    { title: 'a film shows a picture of itself, plays over everything, and gives the focus back', run: watchFilm },
    { title: 'a voice message is played, at another speed, and moved in by keys', run: listen },
];
