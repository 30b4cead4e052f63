// Files and voice notes on their way to the customer.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

import { give, gif, pdf, png } from '../files.mjs';
import { names } from '../names.mjs';
import { dropFolder, makeFolder } from '../programs.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';

const own = {
    file: (name) => ['listitem', new RegExp(`^${name}`)],
    caption: (name) => ['textbox', new RegExp(`^caption for ${name}`, 'i')],
    convert: ['button', /^convert to jpeg/i],
    record: ['button', /^record a voice message/i],
    stop: ['button', /^stop and listen/i],
    play: ['button', /^play the recording/i],
    pause: ['button', /^pause the recording/i],
    sendVoice: ['button', /^send the voice message/i],
};

async function openThread({ inbox, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
}

async function sendFiles(flow) {
    const { inbox, tab, simulator } = flow;
    await openThread(flow);
    await tab.evaluate(give('drop', 'roof.gif', 'image/gif', gif));
    await tab.evaluate(give('drop', 'offer.pdf', 'application/pdf', pdf));
    await tab.evaluate(give('paste', 'shot.png', 'image/png', png));
    // WhatsApp takes no GIF: it goes as a JPEG, made here.
    await tab.click(...own.convert);
    await tab.wait(...own.file('roof.jpg'));
    await tab.fill(...own.caption('roof.jpg'), 'North side');
    await tab.fill(...own.caption('shot.png'), 'South side');
    await tab.fill(...names.composer, 'All three');
    await tab.press(...names.composer, 'Enter');
    for (const words of ['North side', 'offer.pdf', 'South side', 'All three']) await inbox.sentOnce(words, 'read');
    const sent = await simulator.sent();
    check(sent.map(({ type }) => type).join() === 'image,document,image,text', 'they came in another order');
    check(sent[1].file.filename === 'offer.pdf', 'the document has another name');
    const bytes = await Promise.all(sent.slice(0, 3).map((one) => simulator.fileOf(one)));
    check(bytes[0].subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])), 'what was converted is no JPEG');
    check(bytes[1].equals(Buffer.from(pdf, 'base64')), 'the document has other bytes');
    check(bytes[2].equals(Buffer.from(png, 'base64')), 'the picture has other bytes');
}

// The files that a customer has sent, as Roost keeps them: [[kind, MIME type, bytes]].
async function filesOfCustomer({ product, simulator }) {
    for (const [type, body] of [['video', {}], ['audio', { voice: false }], ['sticker', {}]])
        await simulator.ask('POST', 'inbound', { ...amina, type, [type]: body });
    const headers = { authorization: `Bearer ${await product.signIn()}` };
    const ask = (path) => fetch(`${product.url}/api/v1/${path}`, { headers });
    const { conversations } = await (await ask('conversations')).json();
    const stored = await until('files of the customer', async () => {
        const { messages } = await (await ask(`conversations/${conversations[0].id}/messages`)).json();
        const files = messages.map(({ content }) => [content.type, content[content.type].file]).filter(([, file]) => file);
        return files.length === 3 && files.every(([, file]) => file.state === 'stored') && files;
    });
    const bytesOf = async ({ id }) => Buffer.from(await (await ask(`media/${id}`)).arrayBuffer());
    return Promise.all(stored.map(async ([kind, file]) => [kind, file.mime_type, await bytesOf(file)]));
}

// What a customer sent goes back as what it is: a film, a sound, a sticker.
async function sendOtherKinds(flow) {
    const { inbox, tab, simulator } = flow;
    await openThread(flow);
    const files = await filesOfCustomer(flow);
    for (const [kind, mime, bytes] of files) {
        await tab.evaluate(give('drop', `${kind}.bin`, mime, bytes.toString('base64')));
        await tab.wait(...own.file(`${kind}.bin`));
    }
    check((await tab.count(...own.caption('sticker.bin'))) === 0, 'a sticker takes a caption');
    await tab.press(...names.composer, 'Enter');
    for (const label of ['Video', 'Audio', 'Sticker']) await inbox.sentOnce(label, 'read');
    const sent = await simulator.sent();
    check(sent.map(({ type }) => type).join() === 'video,audio,sticker', `they went as ${sent.map(({ type }) => type)}`);
    for (const [place, [kind, , bytes]] of files.entries())
        check((await simulator.fileOf(sent[place])).equals(bytes), `the ${kind} has other bytes`);
}

async function sendOverBreak(flow) {
    const { inbox, tab, simulator, product } = flow;
    await openThread(flow);
    await product.killServer();
    await tab.wait(...names.notLive);
    await tab.evaluate(give('drop', 'shot.png', 'image/png', png));
    await tab.fill(...own.caption('shot.png'), 'Meanwhile');
    await tab.press(...names.composer, 'Enter');
    await tab.wait(...names.ours('Meanwhile', 'waiting'));
    await product.startServer();
    await inbox.waitLive();
    await inbox.sentOnce('Meanwhile', 'read');
    const sent = await simulator.sent();
    check(sent.length === 1, `it was sent ${sent.length} times`);
}

// What opusinfo says about the bytes.
function opusFacts(bytes) {
    const folder = makeFolder();
    writeFileSync(`${folder}/voice.ogg`, bytes);
    try {
        return execFileSync('opusinfo', [`${folder}/voice.ogg`], { encoding: 'utf8', stdio: 'pipe' });
    } finally {
        dropFolder(folder);
    }
}

async function sendVoice(flow) {
    const { inbox, tab, simulator, note } = flow;
    await openThread(flow);
    if (!tab.can.record) return note('has no microphone to try with: nothing is recorded');
    await tab.click(...own.record);
    await tab.wait(...own.stop);
    await tab.wait('text', /^0:02$/);
    await tab.click(...own.stop);
    await tab.click(...own.play);
    await tab.wait(...own.pause);
    await tab.click(...own.sendVoice);
    await inbox.sentOnce('Voice message', 'read');
    const [voice] = await simulator.sent();
    check(voice.type === 'audio' && voice.file.voice === true, 'it was not sent as a voice note');
    const facts = opusFacts(await simulator.fileOf(voice));
    check(!/warning|error/i.test(facts), `opusinfo complains: ${facts}`);
    check(/Channels: 1\b/i.test(facts), `it has more than one channel: ${facts}`);
    check(/Playback length: 0m:0[1-9]/.test(facts), `it is as short as nothing: ${facts}`);
}

export const tests = [
    { title: 'files go out in order with captions, one of them converted', run: sendFiles },
    { title: 'a film, a sound and a sticker go out as what they are', run: sendOtherKinds },
    { title: 'a file goes out once when the server was killed meanwhile', engines: ['chromium'], run: sendOverBreak },
    { title: 'a voice note is recorded, listened to and sent', run: sendVoice },
];
