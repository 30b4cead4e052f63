// Another program of the house, as its owner would run it: pages from an address of their own that show Roost's bubble,
// and the tokens that say who looks at them.
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { agent } from './product.mjs';
import { check } from './wait.mjs';

const records = {
    118: { type: 'project', id: '118', title: 'Roof of the school' },
    119: { type: 'project', id: '119', title: 'Well of the village' },
};
export const record = records[118];
export const otherRecord = records[119];

const library = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), 'utf8');
const libraries = {
    '/react.js': 'react/umd/react.production.min.js',
    '/react-dom.js': 'react-dom/umd/react-dom.production.min.js',
    '/vue.js': 'vue/dist/vue.runtime.global.prod.js',
};

// Before the widget: what the page hears.
const recorder = `
window.heard = [];
window.Roost = (...call) => (window.Roost.q = window.Roost.q || []).push(call);
for (const name of ['ready', 'open', 'close', 'message', 'sent', 'unread', 'error'])
    window.Roost('on', name, (detail) => window.heard.push([name, detail]));
`;
// … and what it does itself with keys.
const page = `${recorder}
window.keys = 0;
window.errors = [];
addEventListener('error', ({ message }) => window.errors.push(message));
document.addEventListener('keydown', ({ key, target }) => (window.keys += key === 's' && target.tagName !== 'INPUT' ? 1 : 0));
window.RoostSettings = { getToken: async ({ entity }) => {
    const answer = await fetch('/token?id=' + (entity ? entity.id : ''));
    if (!answer.ok) throw new Error('no token today');
    return answer.text();
} };
`;
const ownWords = "window.RoostSettings = { words: { title: 'Talks', close: 'Fold up', leave: 'All talks' } };";

// A project, a button that counts, and the way to another project without loading a page.
const plain = `
let saved = 0;
const { body } = document;
const button = (name) => [...body.querySelectorAll('button')].find((one) => one.textContent.startsWith(name));
button('Save').addEventListener('click', () => (button('Save').textContent = 'Save (' + ++saved + ')'));
button('Next').addEventListener('click', () => {
    body.querySelector('h1').textContent = 'Project 119';
    Roost('setEntity', { type: 'project', id: '119' });
});
`;
const react = `
const { createElement: make, useEffect, useState } = React;
function Project() {
    const [id, setId] = useState('118');
    const [saved, setSaved] = useState(0);
    useEffect(() => window.Roost('setEntity', { type: 'project', id }), [id]);
    return make('main', null, make('h1', null, 'Project ' + id),
        make('button', { onClick: () => setSaved(saved + 1) }, saved ? 'Save (' + saved + ')' : 'Save'),
        make('button', { onClick: () => setId('119') }, 'Next'),
        make('label', null, 'Note ', make('input')), make('div', { className: 'tall' }));
}
ReactDOM.createRoot(document.getElementById('app')).render(make(Project));
`;
const vue = `
const { createApp, h, ref, watch } = Vue;
createApp({ setup() {
    const id = ref('118');
    const saved = ref(0);
    watch(id, (id) => window.Roost('setEntity', { type: 'project', id }), { immediate: true });
    return () => h('main', [h('h1', 'Project ' + id.value),
        h('button', { onClick: () => saved.value++ }, saved.value ? 'Save (' + saved.value + ')' : 'Save'),
        h('button', { onClick: () => (id.value = '119') }, 'Next'),
        h('label', ['Note ', h('input')]), h('div', { class: 'tall' })]);
} }).mount('#app');
`;

// A frame of somebody else on the page: tells the page and every frame in it all that the two of them ever tell each
// other, and counts what it is answered.
const stranger = `
const nonce = '0'.repeat(32);
const told = [
    ...['roost', 'ready', 'token', 'again', 'close', 'unread'].map((type) => ({ type, nonce, id: 1, token: 'x' })),
    ...['open', 'message', 'sent', 'error'].map((name) => ({ type: 'event', name, detail: { id: '1' }, nonce })),
    { nonce, code: 'x' },
];
let answers = 0;
let times = 0;
const hear = () => (document.querySelector('output').textContent = ++answers + ' answers');
addEventListener('message', hear);
setInterval(() => {
    for (const target of [parent, ...Array.from({ length: parent.length }, (_, place) => parent[place])])
        for (const data of target === window ? [] : told) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = hear;
            target.postMessage(data, '*', [port2]);
        }
    document.querySelector('h2').textContent = 'Tried ' + ++times + ' times at ' + parent.length;
}, 20);
`;

// Pages that load what others wrote when all else stands.
const late = `
const { roost, ...about } = document.currentScript.dataset;
addEventListener('load', () => {
    const script = document.createElement('script');
    Object.assign(script, { async: true, src: roost + '/widget.js' });
    Object.assign(script.dataset, about);
    document.head.append(script);
});
`;

const calm = '.tall { height: 3000px; }';
// What pages do to each other's elements, and to everything that is fixed in them.
const rude = `
html > *, body > * { position: relative; opacity: 0.99; }
html { transform: translateZ(0); }
body { overflow: hidden; transform: scale(1); filter: none; margin: 0; height: 100vh; }
main { position: fixed; inset: 0; overflow: auto; will-change: transform; z-index: 2147483647; }
* { font-style: italic; letter-spacing: 2px; }
:not(:defined) { display: none; visibility: hidden; }
button { text-transform: uppercase; pointer-events: auto; }
iframe, svg { display: none !important; width: 10px !important; }
${calm}
`;

const dressed = `data-position="left" data-offset-x="40" data-offset-y="60" data-width="360" data-height="500" data-z-index="77"
data-colour="rgb(90, 20, 120)" data-theme="dark" data-hide-on-phones`;

const project = `<main><h1>Project 118</h1><button type="button">Save</button><button type="button">Next</button>
<label>Note <input></label><div class="tall"></div></main>`;
const scripts = (...names) => names.map((name) => `<script defer src="/${name}.js"></script>`).join('');

const pages = {
    '/': { body: project + scripts('plain'), named: true },
    '/twice': { body: project + scripts('plain'), named: true, times: 2 },
    '/react': { body: `<div id="app"></div>${scripts('react', 'react-dom', 'react-page')}` },
    '/vue': { body: `<div id="app"></div>${scripts('vue', 'vue-page')}` },
    '/awkward': { body: project + scripts('plain'), named: true, direction: 'rtl', style: 'rude', more: 'data-z-index="2147483647"' },
    '/dressed': { body: project, named: true, more: dressed },
    '/opened': { body: project, named: true, more: 'data-open' },
    '/untold': { body: project, named: true, before: '' },
    '/end': { body: project + scripts('plain'), named: true, at: 'end' },
    '/late': { body: project + scripts('plain'), named: true, at: 'late' },
    '/preloaded': { body: project, named: true, more: 'data-preload' },
    '/spare': { body: project, named: true, more: 'data-badge="false" data-language="es"' },
    '/quiet': { body: project + scripts('plain'), before: '' },
    '/bare': { body: project + scripts('plain'), before: '', times: 0 },
    '/crowded': { body: project + scripts('plain'), named: true, isWithStranger: true },
    '/stranger': { body: `<h2>Not tried</h2><output>0 answers</output>${scripts('stranger')}`, before: '', times: 0 },
    '/whole': { body: project },
    '/told': { body: project, named: true, token: {}, more: 'data-entity-title="Roof" data-entity-url="https://crm.example/118"', before: '<script src="/words.js"></script>' },
    '/person': { body: project, token: { entity: undefined, contact: '819012345678' }, more: 'data-contact="819012345678"', before: '<script src="/recorder.js"></script>' },
    '/stale': { body: project, named: true, token: { entity: otherRecord }, before: '<script src="/recorder.js"></script>' },
    '/signed-out': { body: project, named: true, more: 'data-entity-title="Roof" data-entity-url="https://crm.example/118"', before: '<script src="/recorder.js"></script>' },
    '/isolated': { body: project, named: true, headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' } },
    '/withheld': { body: project, named: true, policy: 'microphone=(), clipboard-write=()' },
};

export class HostSite {
    // With two customers, each on a record of their own, and the site that may show them.
    static async open(product, wish = {}) {
        const site = new HostSite();
        site.roost = product.url;
        site.asked = []; // for which records tokens were asked
        site.server = createServer((request, response) => site.answer(request, response));
        await new Promise((resolve) => site.server.listen(0, '127.0.0.1', resolve));
        site.url = `http://127.0.0.1:${site.server.address().port}`;
        site.call = await callsOf(product);
        const { site: made, secret } = await site.call('/sites', { name: 'Projects', origins: [site.url], ...wish });
        Object.assign(site, { id: made.id, secret });
        return site;
    }

    answer({ url }, response) {
        const { pathname, searchParams } = new URL(url, this.url);
        const [type, body] = this.content(pathname, searchParams);
        // As strict as docs/widget.md says that it may be.
        const policy = `default-src 'none'; connect-src 'self' ${this.roost}; script-src 'self' ${this.roost}; style-src 'self'; frame-src ${this.roost} ${this.stranger ?? ''}`;
        const status = body === undefined ? 503 : 200;
        const withheld = pages[pathname]?.policy;
        response.writeHead(status, {
            'content-type': `${type}; charset=utf-8`,
            'content-security-policy': policy,
            ...(withheld && { 'permissions-policy': withheld }),
            ...pages[pathname]?.headers,
        });
        response.end(body);
    }

    content(path, query) {
        if (pages[path]) return ['text/html', this.page(pages[path])];
        if (path === '/token') return ['text/plain', query.has('contact') ? this.tokenOf(query.get('contact')) : this.tokenFor(query.get('id'))];
        const styles = { '/calm.css': calm, '/rude.css': rude };
        if (styles[path]) return ['text/css', styles[path]];
        const own = { '/page.js': page, '/recorder.js': recorder, '/words.js': recorder + ownWords, '/plain.js': plain, '/react-page.js': react, '/vue-page.js': vue, '/stranger.js': stranger, '/late.js': late };
        return ['text/javascript', own[path] ?? (libraries[path] ? library(libraries[path]) : '')];
    }

    page({ body, named, token, times = 1, direction = 'ltr', style = 'calm', more = '', before = '<script src="/page.js"></script>', isWithStranger, at = 'head' }) {
        const about = named ? `data-entity-type="${record.type}" data-entity-id="${record.id}"` : '';
        const frame = isWithStranger ? `<iframe title="Stranger" src="${this.stranger}/stranger"></iframe>` : '';
        const given = token ? `data-token="${this.token(token)}"` : '';
        const facts = `data-site="${this.id}" ${about} ${given} ${more}`;
        const line = at === 'late' ? `<script src="/late.js" data-roost="${this.roost}" ${facts}></script>` : `<script async src="${this.roost}/widget.js" ${facts}></script>`;
        const [first, last] = at === 'end' ? ['', line] : [line.repeat(times), ''];
        return `<!doctype html><html lang="en" dir="${direction}"><head><title>Project 118</title>${before}
<link rel="stylesheet" href="/${style}.css">${first}</head><body>${body}${frame}${last}</body></html>`;
    }

    // `mood`: 'good', 'refused' (signed by nobody that Roost knows) or 'failing'.
    tokenFor(id) {
        this.asked.push(id);
        if (this.mood === 'failing') return undefined;
        return this.token({ entity: records[id] }, this.mood === 'refused' ? 'of another' : this.secret);
    }

    tokenOf(contact) {
        this.asked.push(contact);
        return this.token({ entity: undefined, contact });
    }

    token(claims = {}, secret = this.secret) {
        const now = Math.floor(Date.now() / 1000);
        const told = { iss: this.id, sub: agent.email, iat: now, exp: now + 300, jti: randomUUID(), entity: record, ...claims };
        const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(told)}`;
        return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    }

    close() {
        this.server.close();
        this.server.closeAllConnections();
    }
}

// To the API, as the agent, who is an administrator.
async function callsOf(product) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await product.signIn()}` };
    return async (path, body, method = body ? 'POST' : 'GET') => {
        const answer = await fetch(`${product.url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
        check(answer.ok, `${method} ${path} was answered ${answer.status}`);
        return answer.status === 204 ? {} : answer.json();
    };
}
