// A Chromium tab with the probe in it and a session of the product, for either page.
import { account, agent } from '../../tests/browser/product.mjs';
import { customerTexts } from '../../tests/browser/webhooks.mjs';
import { check } from '../../tests/browser/wait.mjs';
import { minimalPath, serveMinimal } from './minimal_page.mjs';
import { installProbe } from './probe.mjs';

export const customer = { from: '254712345678', name: 'Amina Yusuf' };

// A new browser session each time: nothing cached, signed in by cookie alone.
export async function openProbedTab(engine, product, size = {}) {
    const tab = await engine.openTab({ width: 1280, height: 800, ...size });
    const answer = await tab.context.request.post(`${product.url}/api/v1/auth/login`, {
        data: { email: agent.email, password: agent.password },
    });
    check(answer.ok(), `sign-in was answered ${answer.status()}`);
    await tab.page.addInitScript(installProbe);
    await serveMinimal(tab.page);
    return tab;
}

export const addressOf = (product, isMinimal, fragment = '') =>
    product.url + (isMinimal ? minimalPath : `/${fragment}`);

// `count` messages of one customer, a thousand to a webhook, the last one a minute ago; all of them read, so that
// the thread opens at its end. The conversation's id.
export async function seedThread(product, person, count) {
    const end = Date.now() - 60_000;
    for (let first = 0; first < count; first += 1000) {
        const texts = Array.from({ length: Math.min(1000, count - first) }, (_, index) => ({
            wamid: `wamid.SEED${person.from}x${first + index}`,
            text: `Note ${first + index}: the parcel arrived, thank you`,
            at: end - (count - first - index) * 1000,
        }));
        const status = await product.post(customerTexts({ ...account, ...person, texts }));
        check(status === 200, `a webhook with ${texts.length} messages was answered ${status}`);
    }
    return readByAgent(product, person);
}

// Of each product once: the server lets one address sign in sixty times a minute.
const tokens = new WeakMap();
function tokenOf(product) {
    if (!tokens.has(product)) tokens.set(product, product.signIn());
    return tokens.get(product);
}

// Marks the thread as read up to its last message; the conversation's id.
export async function readByAgent(product, person) {
    const headers = { authorization: `Bearer ${await tokenOf(product)}`, 'content-type': 'application/json' };
    const snapshot = await (await fetch(`${product.url}/api/v1/snapshot`, { headers })).json();
    const row = snapshot.conversations.find(({ wa_id }) => wa_id === person.from);
    check(row, `the snapshot has no conversation of ${person.from}`);
    const body = JSON.stringify({ up_to: row.last.id });
    const path = `${product.url}/api/v1/conversations/${row.id}/read`;
    const answer = await fetch(path, { method: 'POST', headers, body });
    check(answer.ok, `marking as read was answered ${answer.status}`);
    return row.id;
}
