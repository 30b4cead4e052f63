// Administrators see how each number is, look after it, connect one and let it go.
import { names } from '../names.mjs';
import { account } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';

const place = '#/settings/numbers';
const button = (name) => ['button', new RegExp(`^${name}`, 'i')];
const box = (name) => ['textbox', new RegExp(`^${name}$`, 'i')];
const secret = (name) => ['password', new RegExp(`^${name}$`, 'i')];
const fact = (name) => ['listitem', new RegExp(`^${name}`, 'i')];
const text = (words) => ['text', new RegExp(words, 'i')];
const state = (name) => text(`^${name}$`);

// What the server refused on purpose.
function forgive(tab) {
    const told = tab.problems.splice(0);
    check(
        told.every((one) => /^4\d\d /.test(one)),
        `the page complained: ${told.join('; ')}`,
    );
}

async function lookAfter({ inbox, tab, simulator, product }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    await tab.goto(`${product.url}/${place}`);
    await tab.click(...button('check now'));
    await tab.wait(...button('check now'));
    await tab.wait(...fact('quality rating: high'));
    await tab.wait(...fact('access token: '));
    await tab.wait(...fact('last webhook: '));
    await tab.wait(...text('stands in the server’s settings'));
    check((await tab.count(...button('disconnect'))) === 0, 'a number of the settings can be disconnected here');
    await tab.wait(...text('/webhooks/whatsapp$'));
    check((await tab.count(...text(account.verifyToken))) === 0, 'the verify token is shown unasked');
    await tab.click(...button('show: verify token'));
    await tab.wait(...text(account.verifyToken));
    await tab.click(...button('copy: callback url'));
    await tab.click(...button('history'));
    await tab.waitGone(...text('^loading '));
    await checkScreen(tab, 'our numbers');
}

async function fillForm(tab, token) {
    await tab.fill(...box('phone-number id'), account.phoneNumberId);
    await tab.fill(...box('whatsapp business account id'), account.wabaId);
    await tab.fill(...secret('permanent access token'), token);
    await tab.fill(...secret('app secret'), account.appSecret);
}

// The number was the one of the server's settings, and stands there no more.
async function connect({ inbox, tab, simulator, product }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await product.program.stop();
    product.env = { ROOST_PHONE_NUMBER_ID: '', ROOST_WABA_ID: '', ROOST_ACCESS_TOKEN: '', ROOST_APP_SECRET: '' };
    await product.startServer();
    await inbox.openAndSignIn(place);
    await tab.wait(...state('disconnected'));
    await tab.click(...button('connect again'));
    await tab.hasFocus(...box('whatsapp business account id'));
    check((await tab.value(...box('phone-number id'))) === account.phoneNumberId, 'the number is to be typed again');
    await checkScreen(tab, 'the form of a number');

    await fillForm(tab, 'no-such-token');
    await tab.press(...secret('app secret'), 'Enter');
    await tab.wait(...text('^meta refuses the access token'));
    check((await tab.value(...box('phone-number id'))) === account.phoneNumberId, 'what was typed is gone');
    await tab.fill(...secret('permanent access token'), account.accessToken);
    await tab.click(...button('connect$'));
    await tab.hasFocus(...button('check now'));
    await tab.wait(...state('healthy'));

    await tab.click(...button('renew the token'));
    await tab.hasFocus(...secret('new access token'));
    await tab.fill(...secret('new access token'), 'no-such-token');
    await tab.press(...secret('new access token'), 'Enter');
    // The sentence may still be there from the time before.
    const isRefused = async () => (await tab.attribute(...secret('new access token'), 'aria-invalid')) === 'true';
    await until('refusal of the token', isRefused);
    await tab.fill(...secret('new access token'), account.accessToken);
    await tab.press(...secret('new access token'), 'Enter');
    await tab.waitGone(...names.dialog);
    await tab.hasFocus(...button('renew the token'));

    await simulator.say({ ...amina, text: 'Asante' });
    await tab.click(...button('disconnect'));
    await tab.wait('dialog', /^disconnect /i);
    await tab.click(...button('disconnect$'));
    await tab.wait(...state('disconnected'));
    await tab.hasFocus(...button('connect again'));
    forgive(tab);
    await tab.click(...button('inbox'));
    await inbox.open(amina.name);
    await inbox.seesOnce('Habari');
    await inbox.seesOnce('Asante');
}

// What customers see of the number.
async function changeProfile({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn(place);
    await tab.click(...button('business profile'));
    await tab.hasFocus(...box('about'));
    check((await tab.value(...box('website'))) === 'https://savanna.example/', 'the website is not as Meta has it');
    await tab.fill(...box('about'), 'Sun for everybody');
    await tab.fill(...box('e-mail'), 'nobody');
    await tab.click(...button('save$'));
    await tab.hasFocus(...box('e-mail'));
    await tab.wait(...text('^this is not an e-mail address'));
    await checkScreen(tab, 'a business profile');
    await tab.fill(...box('e-mail'), 'sun@savanna.example');
    await tab.click(...button('restaurant'));
    await tab.click(...button('save$'));
    await tab.waitGone(...names.dialog);
    await tab.hasFocus(...button('business profile'));
    await tab.click(...button('business profile'));
    await tab.hasFocus(...box('about'));
    check((await tab.value(...box('about'))) === 'Sun for everybody', 'the change did not reach Meta');
    check((await tab.value(...box('e-mail'))) === 'sun@savanna.example', 'the address did not reach Meta');
}

export const tests = [
    { title: 'an administrator sees how our number is and what Meta has to be told', run: lookAfter },
    {
        title: 'our numbers are looked after on a phone',
        engines: ['chromium'],
        tab: { width: 360, height: 740, scale: 2 },
        run: lookAfter,
    },
    { title: 'an administrator changes what customers see of a number', run: changeProfile },
    { title: 'a number is connected, its token renewed, and disconnected with its history kept', run: connect },
];
