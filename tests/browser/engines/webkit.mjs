// Debian's WebKitGTK, the engine of Safari, through its own WebDriver: plain HTTP calls.
import { existsSync, writeFileSync } from 'node:fs';

import { Program, freePort } from '../programs.mjs';
import { until } from '../wait.mjs';
import { findByRole, spell } from './find_by_role.mjs';
import { startScreen } from './virtual_screen.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const keys = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' };

// The same file on every machine but for the folder of its architecture.
function miniBrowser() {
    const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'];
    const paths = folders.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
    return paths.find((path) => existsSync(path)) ?? paths[0];
}

export async function launch() {
    const screen = await startScreen();
    const port = await freePort();
    const env = { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' };
    // Its sandbox refuses to start for root, as which tests run in containers.
    if (process.getuid() === 0) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
    const driver = new Program('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env, withChildren: true });
    const base = `http://127.0.0.1:${port}`;
    await until('WebKitWebDriver', async () => (await call(base, 'GET', '/status')) !== undefined);
    const close = async () => {
        await driver.stop();
        await screen.stop();
    };
    return { name: 'webkit', openTab: () => openTab(base), close };
}

async function call(base, method, path, body) {
    const answer = await fetch(base + path, { method, body: body ? JSON.stringify(body) : undefined });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
}

async function openTab(base) {
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = await call(base, 'POST', '/session', { capabilities });
    const tab = new WebKitTab(base, `/session/${sessionId}`);
    await tab.ask('POST', '/window/rect', { width: 1280, height: 900 });
    return tab;
}

class WebKitTab {
    constructor(base, session) {
        this.base = base;
        this.session = session;
        this.problems = [];
    }

    ask(method, path, body) {
        return call(this.base, method, this.session + path, body);
    }
    run(script, ...args) {
        return this.ask('POST', '/execute/sync', { script, args });
    }
    goto(url) {
        return this.ask('POST', '/url', { url });
    }
    reload() {
        return this.ask('POST', '/refresh', {});
    }
    async fragment() {
        return new URL(await this.ask('GET', '/url')).hash;
    }
    count(role, name) {
        return this.run(`return (${findByRole})(...arguments).length`, ...spell(role, name));
    }
    // The path of an element that the engine itself, too, says has this role.
    async find(role, name) {
        const element = await until(`${role} ${name}`, () =>
            this.run(`return (${findByRole})(...arguments)[0] ?? null`, ...spell(role, name)),
        );
        const path = `/element/${element[elementKey]}`;
        const computed = await this.ask('GET', `${path}/computedrole`);
        if (role !== 'password' && computed.toLowerCase() !== role) {
            throw new Error(`WebKit computes the role ${computed} for ${role} ${name}`);
        }
        return path;
    }
    async wait(role, name) {
        await until(`${role} ${name}`, async () => (await this.count(role, name)) > 0);
    }
    async click(role, name) {
        await this.ask('POST', `${await this.find(role, name)}/click`, {});
    }
    async fill(role, name, text) {
        const field = await this.find(role, name);
        await this.ask('POST', `${field}/click`, {});
        await this.ask('POST', `${field}/value`, { text });
    }
    async press(role, name, key) {
        await this.ask('POST', `${await this.find(role, name)}/value`, { text: keys[key] ?? key });
    }
    async value(role, name) {
        return this.ask('GET', `${await this.find(role, name)}/property/value`);
    }
    async screenshot(path) {
        writeFileSync(path, Buffer.from(await this.ask('GET', '/screenshot'), 'base64'));
    }
    close() {
        return this.ask('DELETE', '');
    }
}
