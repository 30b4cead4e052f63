// Administrators let people in, change what they may and let them go; everybody looks after their own account; and the
// log tells of it all.
import { invite, join } from '../colleague.mjs';
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';

const settings = ['button', /^settings$/i];
const section = (name) => ['button', new RegExp(`^${name}$`, 'i')];
const title = (name) => ['heading', new RegExp(`^${name}`, 'i')];
const button = (name) => ['button', new RegExp(`^${name}`, 'i')];
const box = (name) => ['textbox', new RegExp(`^${name}$`, 'i')];
const secret = (name) => ['password', new RegExp(`^${name}$`, 'i')];
const row = (name) => ['listitem', new RegExp(`^${name}`)];
const readOnly = names.reason('You can read everything here.');

async function saysLog(tab, ...wanted) {
    await tab.click(...section('audit log'));
    await tab.wait('table', /^audit log/i);
    const said = await tab.listing('cell');
    for (const words of wanted) check(said.includes(words), `the log does not tell of "${words}": ${said.join(', ')}`);
}

// What the server refused on purpose.
function forgive(tab) {
    const told = tab.problems.splice(0);
    check(
        told.every((one) => /^4\d\d /.test(one)),
        `the page complained: ${told.join('; ')}`,
    );
}

async function lookAt({ inbox, tab, product, simulator }) {
    await simulator.say({ ...amina, text: 'Habari' });
    await inbox.openAndSignIn();
    for (const [place, heading] of [
        ['', 'settings|my account'],
        ['/account', 'my account'],
        ['/people', 'agents and roles'],
        ['/keys', 'api keys'],
        ['/log', 'audit log'],
        ['/webhooks', 'webhook log'],
    ]) {
        await tab.goto(`${product.url}/#/settings${place}`);
        await tab.wait('heading', new RegExp(`^(${heading})$`, 'i'));
        await tab.waitGone('text', /^loading /i);
        await checkScreen(tab, `settings${place}`);
    }
    for (const [place, name] of [
        ['people', 'invite'],
        ['keys', 'new key'],
    ]) {
        await tab.goto(`${product.url}/#/settings/${place}`);
        await tab.click(...button(`${name}$`));
        await tab.wait('dialog', new RegExp(`^${name}`, 'i'));
        await checkScreen(tab, `dialog ${name}`);
        await tab.key('Escape');
        await tab.waitGone(...names.dialog);
    }
}

const delivery = ['listitem', /^text$/];

async function replay({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Is the blue one still there?' });
    await inbox.openAndSignIn('#/settings/webhooks');
    await tab.wait(...delivery);
    await tab.click(...button('show: text'));
    await tab.wait('text', /"body": "Is the blue one still there\?"/);
    await tab.click(...button('hide: text'));
    await tab.waitGone('text', /"body":/);
    await tab.click(...button('replay: text'));
    await tab.wait('text', /Replayed: 0 new, 1 known, 0 failed$/);
    await tab.click(...button('with errors'));
    await tab.waitGone(...delivery);
    await tab.click(...button('inbox'));
    await inbox.open(amina.name);
    await inbox.seesOnce('Is the blue one still there?');
    await tab.click(...settings);
    await saysLog(tab, 'Replayed a webhook');
}

export const tests = [
    { title: 'what Meta delivered is looked at and replayed, and nothing is doubled', run: replay },
    {
        title: 'an administrator invites somebody, makes them a viewer and lets them go, and the log tells of it',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'Habari' });
            await inbox.openAndSignIn('#/settings/people');
            await tab.wait(...title('agents and roles'));
            const link = await invite(tab, 'Omar', 'omar@example.com');
            await tab.wait(...button('withdraw: omar'));

            const other = await tab.sibling();
            await other.show();
            await join(other, link);
            await other.click(...names.row(amina.name));
            await other.wait(...names.composer);
            await other.fill(...names.composer, 'On my way');

            await tab.show();
            await tab.reload();
            await tab.wait(...row('Omar'));
            await tab.click(...button('edit: omar'));
            await tab.click(...button('viewer$'));
            await tab.click(...button('save'));
            await tab.waitGone(...names.dialog);

            await other.show();
            await other.wait(...readOnly);
            check((await other.count(...names.composer)) === 0, 'a viewer is offered a field to write in');

            await tab.show();
            await tab.click(...button('edit: omar'));
            await tab.click(...button('deactivate'));
            await tab.wait('dialog', /^deactivate omar/i);
            await tab.click(...button('deactivate'));
            await tab.wait(...row('Omar, Deactivated'));

            await other.show();
            await other.wait(...names.signIn);
            forgive(other);
            await other.closeTab();

            await tab.show();
            await saysLog(tab, 'Invited', 'Accepted an invitation', 'Changed an agent');
            forgive(tab);
        },
    },
    {
        title: 'a password is changed, a device signed out, a key made and revoked, and the log tells of it',
        async run({ inbox, tab, product }) {
            await product.signIn(); // another device
            await inbox.openAndSignIn();
            await tab.click(...settings);
            await until('its address', async () => (await tab.fragment()) === '#/settings/account');
            await tab.click(...button('sign out: '));
            await tab.waitGone(...button('sign out: '));
            check((await tab.count(...row('.*This device'))) === 1, 'this device is not in the list');

            await tab.fill(...secret('current password'), 'not the password');
            await tab.fill(...secret('new password'), 'four horses in the yard');
            await tab.click(...button('change password'));
            await tab.wait('text', /the old password is wrong/i);
            await tab.fill(...secret('current password'), agent.password);
            await tab.click(...button('change password'));
            await tab.wait('text', /^the password is changed/i);

            await tab.click(...section('api keys'));
            await tab.click(...button('new key'));
            await tab.fill(...box('name'), 'Billing');
            await tab.click('checkbox', /^read conversations/i);
            await tab.click(...button('save'));
            await tab.wait(...button('copy$'));
            await tab.wait(...names.reason('Copy this key now'));
            await tab.click(...button('i have copied it'));
            await tab.click(...button('revoke: billing'));
            await tab.click(...button('revoke$'));
            await tab.waitGone(...row('Billing'));

            await saysLog(
                tab,
                'Changed the password',
                'Signed a device out',
                'Made an API key',
                'Revoked an API key',
                'Signed in',
            );
            await tab.reload();
            await tab.wait('table', /^audit log/i);
            await tab.key('Escape');
            await until('the inbox', async () => /^#\/inbox/.test(await tab.fragment()));
            forgive(tab);
        },
    },
    {
        title: 'screen readers find their way through the settings',
        engines: ['chromium'],
        tab: { width: 1280, height: 800, scale: 1 },
        run: lookAt,
    },
    {
        title: 'screen readers find their way through the settings on a phone',
        engines: ['chromium'],
        tab: { width: 360, height: 740, scale: 2 },
        run: lookAt,
    },
];
