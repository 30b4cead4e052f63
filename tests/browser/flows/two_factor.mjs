// A second factor is set up, asked for, used up, and switched off again. The codes are computed here as an authenticator
// does.
import { createHmac } from 'node:crypto';

import { readCode } from '../code.mjs';
import { Gate, preceded } from '../gate.mjs';
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';

const button = (name) => ['button', new RegExp(`^${name}$`, 'i')];
const box = (name) => ['textbox', new RegExp(`^${name}$`, 'i')];
const password = ['password', /^password$/i];
const step = ['heading', /^two-step sign-in$/i];

function bytesOf(base32) {
    const bits = Array.from(base32, (letter) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    ).join('');
    return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

// RFC 6238. Each is of a later half minute than the one before, which the server would refuse: it takes one ahead.
class Authenticator {
    constructor(key) {
        this.key = bytesOf(key);
        this.last = 0;
    }

    next() {
        this.last = Math.max(this.last + 1, Math.floor(Date.now() / 30_000));
        return this.code();
    }

    code() {
        const counter = Buffer.alloc(8);
        counter.writeBigUInt64BE(BigInt(this.last));
        const hash = createHmac('sha1', this.key).update(counter).digest();
        const at = hash[hash.length - 1] & 15;
        return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
    }
}

async function setUp(tab) {
    await tab.click(...button('set up'));
    await tab.fill(...password, agent.password);
    await tab.click(...button('continue'));
    await tab.wait('img', /^qr code/i);
    await until('code that a telephone reads', async () => /^otpauth:\/\/totp\//.test(readCode(await tab.screenshot())));
    await checkScreen(tab, 'two-factor key');
    const [key] = await tab.listing('text', /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const authenticator = new Authenticator(key.replaceAll(' ', ''));
    await tab.fill(...box('code'), authenticator.next());
    await tab.click(...button('switch on'));
    await tab.wait(...button('i have kept them'));
    await checkScreen(tab, 'recovery codes');
    const lines = await tab.listing('text', /^[0-9a-z]{4}-/);
    await tab.click(...button('i have kept them'));
    await tab.wait('text', /^10 recovery codes left$/i);
    const codes = lines.join(' ').match(/[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/g);
    return { authenticator, codes: [...new Set(codes)] };
}

// Told at the field itself: what was said aloud before stands where it was said.
async function isRefused(tab, field) {
    await until(`refusal of ${field}`, async () => (await tab.attribute(...field, 'aria-invalid')) === 'true');
    const reason = await tab.attribute(...field, 'aria-description');
    check(/^the code is wrong/i.test(reason), `the reason told is "${reason}"`);
}

async function signOut(tab) {
    await tab.click(...names.account);
    await tab.click(...names.signOut);
    await tab.wait(...names.signIn);
}

async function useTwoFactor({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn('#/settings/account');
    const { authenticator, codes } = await setUp(tab);
    check(codes.length === 10, `${codes.length} recovery codes were shown`);

    await signOut(tab);
    await inbox.signInWith(agent.password);
    await tab.wait(...step);
    await tab.hasFocus(...box('code'));
    check((await tab.attribute(...box('code'), 'autocomplete')) === 'one-time-code', 'the field says not what it is for');
    check((await tab.attribute(...box('code'), 'inputmode')) === 'numeric', 'phones offer letters for the code');
    check((await tab.count(...names.list)) === 0, 'the list was shown without the code');
    await checkScreen(tab, 'code');
    await tab.fill(...box('code'), authenticator.next());
    await tab.click(...names.signIn);
    await inbox.waitLive();

    await signOut(tab);
    await inbox.signInWith(agent.password);
    await tab.wait(...step);
    await tab.fill(...box('code'), authenticator.code());
    await tab.click(...names.signIn);
    await isRefused(tab, box('code'));
    await tab.click(...button('use a recovery code'));
    await tab.hasFocus(...box('recovery code'));
    await tab.fill(...box('recovery code'), codes[0].toUpperCase());
    await tab.key('Enter');
    await inbox.waitLive();

    await tab.click('button', /^settings$/i);
    await tab.wait('text', /^9 recovery codes left$/i);
    await tab.click(...button('switch off'));
    await tab.fill(...password, agent.password);
    await tab.fill(...box('code'), codes[0]);
    await tab.click(...button('switch off'));
    await isRefused(tab, box('code'));
    await tab.fill(...box('code'), codes[1]);
    await tab.click(...button('switch off'));
    await tab.wait(...button('set up'));
    await signOut(tab);
    await inbox.signInWith(agent.password);
    await inbox.waitLive();
    // The code that was used already.
    const refused = tab.problems.splice(0);
    check(
        refused.every((one) => one.startsWith('400 ')),
        `the page complained: ${refused.join('; ')}`,
    );
}

// Set up over the API: the plain page has no settings.
async function switchOn(url) {
    const headers = { 'content-type': 'application/json' };
    const ask = async (path, body) => {
        const answer = await fetch(`${url}/api/v1/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
        return answer.json();
    };
    const { access_token: token } = await ask('login', { email: agent.email, password: agent.password });
    headers.authorization = `Bearer ${token}`;
    const { secret } = await ask('two-factor', { password: agent.password });
    const authenticator = new Authenticator(secret);
    await ask('two-factor/confirm', { code: authenticator.next() });
    return authenticator;
}

async function signInPlainly({ tab, product, simulator }) {
    const authenticator = await switchOn(product.url);
    await simulator.say({ ...amina, text: 'Is anybody there?' });
    const gate = await Gate.open(product);
    try {
        gate.when(/dashboard\.[0-9a-f]+\.js$/, preceded('HTMLCanvasElement.prototype.getContext = () => null;\n'));
        await tab.goto(gate.url);
        await tab.fill(...names.email, agent.email);
        await tab.fill(...names.password, agent.password);
        await tab.press(...names.password, 'Enter');
        await tab.hasFocus(...box('code'));
        await tab.wait('text', /^enter the code of your authenticator/i);
        await checkScreen(tab, 'code on the plain page');
        await tab.fill(...box('code'), '000000x');
        await tab.press(...box('code'), 'Enter');
        await tab.wait('text', /^the code is wrong/i);
        await tab.fill(...box('code'), authenticator.next());
        await tab.press(...box('code'), 'Enter');
        await tab.wait(...names.plainRow(amina.name));
    } finally {
        gate.close();
    }
}

export const tests = [
    {
        title: 'a second factor is set up, asked for at the next sign-in, good once, and switched off again',
        run: useTwoFactor,
    },
    { title: 'the plain page asks for the code of a second factor too', run: signInPlainly },
];
