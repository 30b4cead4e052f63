// Roost as a panel on somebody else's page: from another address, under a strict policy, on the record the page is about.
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

import { Inbox } from '../inbox.mjs';
import { names } from '../names.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina, kenji } from './people.mjs';

const record = { type: 'project', id: '118', title: 'Roof of the school' };
const bubble = ['button', /^(open|close) messages/i];
const closed = ['button', /^open messages/i];

// What its owner would run beside it: pages, and the tokens that say who is looking at them.
class HostSite {
    static async open(roost) {
        const site = new HostSite();
        site.roost = roost;
        site.server = createServer((request, response) => site.answer(request, response));
        await new Promise((resolve) => site.server.listen(0, '127.0.0.1', resolve));
        site.url = `http://127.0.0.1:${site.server.address().port}`;
        return site;
    }

    answer({ url }, response) {
        const { pathname } = new URL(url, this.url);
        const answers = {
            '/': ['text/html', this.page()],
            '/page.js': ['text/javascript', script],
            '/token': ['text/plain', this.token()],
        };
        const [type, body] = answers[pathname] ?? ['text/plain', ''];
        // As strict as docs/widget.md says that it may be.
        const policy = `default-src 'none'; connect-src 'self'; script-src 'self' ${this.roost}; frame-src ${this.roost}`;
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy });
        response.end(body);
    }

    page() {
        return `<!doctype html><html lang="en"><head><title>Project 118</title><script src="/page.js"></script>
<script async src="${this.roost}/widget.js" data-site="${this.site?.id}" data-entity-type="${record.type}"
data-entity-id="${record.id}"></script></head><body><main><h1>Project 118</h1><button type="button">Save</button></main></body></html>`;
    }

    token(claims = {}) {
        const now = Math.floor(Date.now() / 1000);
        const told = { iss: this.site?.id, sub: agent.email, iat: now, exp: now + 300, jti: randomUUID(), entity: record, ...claims };
        const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(told)}`;
        return `${signed}.${createHmac('sha256', this.site?.secret ?? '').update(signed).digest('base64url')}`;
    }

    close() {
        this.server.close();
        this.server.closeAllConnections();
    }
}

// Of the page itself, which is there before the widget.
const script = `
window.heard = [];
window.RoostSettings = { getToken: async () => (await fetch('/token')).text() };
window.Roost = (...call) => (window.Roost.q = window.Roost.q || []).push(call);
for (const name of ['ready', 'open', 'close', 'message', 'sent', 'unread', 'error'])
    window.Roost('on', name, (detail) => window.heard.push([name, detail]));
`;

async function askRoost(product, path, body) {
    const headers = { 'content-type': 'application/json' };
    const ask = async (to, sent) => {
        const answer = await fetch(`${product.url}/api/v1${to}`, { method: 'POST', headers, body: JSON.stringify(sent) });
        check(answer.ok, `${to} was answered ${answer.status}`);
        return answer.json();
    };
    const { access_token: token } = await ask('/auth/login', { email: agent.email, password: agent.password });
    headers.authorization = `Bearer ${token}`;
    return ask(path, body);
}

const heard = (tab, name) => tab.run((wanted) => window.heard.filter(([one]) => one === wanted), name);

async function openOnRecord({ tab, product, simulator }, run) {
    await simulator.say({ ...amina, text: 'Habari' });
    await simulator.say({ ...kenji, text: 'Of another project' });
    const host = await HostSite.open(product.url);
    try {
        const { site, secret } = await askRoost(product, '/sites', { name: 'Projects', origins: [host.url] });
        host.site = { ...site, secret };
        await askRoost(product, '/links', { conversation: '1', ...record });
        await tab.goto(host.url);
        await tab.wait(...closed);
        await run(host);
    } finally {
        host.close();
    }
}

async function usePanel(context) {
    const { tab, simulator } = context;
    await openOnRecord(context, async () => {
        const asked = await tab.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
        check(asked.join() === '/page.js,/widget.js', `a closed widget asked for ${asked.join()}`);
        await tab.click(...closed);
        const panel = tab.within('Messages');
        const inbox = new Inbox(panel, '');
        await inbox.waitLive();
        await inbox.open(amina.name);
        check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows what is of another record');
        await inbox.seesOnce('Habari');
        await inbox.send('Karibu');
        await inbox.sentOnce('Karibu', 'read');
        await simulator.say({ ...amina, text: 'Asante' });
        await inbox.seesOnce('Asante');
        await simulator.say({ ...kenji, text: 'Still of another one' });
        await checkScreen(tab, 'host page with an open panel');
        for (const name of ['ready', 'open', 'message', 'sent'])
            await until(`event ${name}`, async () => (await heard(tab, name)).length > 0);
        check((await heard(tab, 'message')).length === 1, 'the page heard of another record');
        await panel.press(...names.composer, 'Escape');
        await panel.wait(...names.row(amina.name));
        check((await panel.count(...names.row(kenji.name))) === 0, 'the panel shows what is of another record');
        await panel.press(...names.row(amina.name), 'Escape');
        await tab.hasFocus(...closed);
        check((await heard(tab, 'close')).length === 1, 'the page did not hear that it was closed');
    });
}

// Whoever does not know what stands in the frame's address gets no answer.
async function refuseStrangers(context) {
    const { tab } = context;
    await openOnRecord(context, async () => {
        await tab.run(() => {
            window.answers = [];
            new MutationObserver(() => {
                const frame = document.querySelector('roost-widget').shadowRoot.querySelector('iframe');
                if (!frame || window.stranger) return;
                window.stranger = new MessageChannel();
                window.stranger.port1.onmessage = ({ data }) => window.answers.push(data);
                frame.addEventListener('load', () => {
                    const words = { type: 'roost', nonce: '0'.repeat(32) };
                    frame.contentWindow.postMessage(words, '*', [window.stranger.port2]);
                });
            }).observe(document.querySelector('roost-widget').shadowRoot, { childList: true, subtree: true });
        });
        await tab.click(...closed);
        await new Inbox(tab.within('Messages'), '').waitLive();
        check(await tab.run(() => window.stranger !== undefined), 'nobody tried');
        check((await tab.run(() => window.answers.length)) === 0, 'a stranger was answered');
    });
}

// A page that is not of the site cannot show it at all.
async function refuseOtherPages(context) {
    const { tab, product } = context;
    await openOnRecord(context, async (host) => {
        const other = await HostSite.open(product.url);
        other.site = host.site;
        try {
            await tab.goto(other.url);
            await tab.click(...closed);
            await until('refusal', async () => tab.problems.some((one) => /frame-ancestors/.test(one)));
            check((await heard(tab, 'ready')).length === 0, 'another page was let in');
            tab.problems.splice(0);
        } finally {
            other.close();
        }
    });
}

const engines = ['chromium']; // the others' drivers do not look into frames of another origin by role and name

export const tests = [
    { title: 'a widget loads nothing until it is opened, shows its record alone, live, and tells its page', run: usePanel, engines },
    { title: 'a widget answers nobody who does not know the nonce of its frame', run: refuseStrangers, engines },
    { title: 'a widget is not shown by pages that its site does not name', run: refuseOtherPages, engines },
];
