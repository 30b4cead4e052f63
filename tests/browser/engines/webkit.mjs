// Debian's WebKitGTK, the engine of Safari, through its own WebDriver: plain HTTP calls.
import { existsSync, writeFileSync } from 'node:fs';

import { Program, freePort } from '../programs.mjs';
import { patience, until } from '../wait.mjs';
import { findByRole, spell } from './find_by_role.mjs';
import { startScreen } from './virtual_screen.mjs';
import { W3cTab } from './w3c_tab.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

// The same file on every machine but for the folder of its architecture.
function miniBrowser() {
    const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'];
    const paths = folders.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
    return paths.find((path) => existsSync(path)) ?? paths[0];
}

export async function launch() {
    const screen = await startScreen();
    // The ratio is the same in all windows of a driver, from its start to its end.
    const drivers = new Map();
    const driverOf = (scale) => {
        if (!drivers.has(scale)) drivers.set(scale, startDriver(screen, scale));
        return drivers.get(scale);
    };
    await driverOf(1);
    const close = async () => {
        for (const driver of drivers.values()) await (await driver).program.stop();
        await screen.stop();
    };
    const open = async (options = {}) => openTab(await driverOf(options.scale ?? 1), options);
    return { name: 'webkit', openTab: open, close };
}

async function startDriver(screen, scale) {
    const port = await freePort();
    const env = { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' };
    // GTK's own input method, which composes a character from its number.
    Object.assign(env, { GDK_SCALE: String(scale), GTK_IM_MODULE: 'gtk-im-context-simple' });
    // Its sandbox refuses to start for root, as which tests run in containers.
    if (process.getuid() === 0) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
    const program = new Program('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env, withChildren: true });
    const base = `http://127.0.0.1:${port}`;
    await until('WebKitWebDriver', async () => (await call(base, 'GET', '/status')) !== undefined);
    return { program, base };
}

async function call(base, method, path, body) {
    // A driver that says nothing is a fault of its own, to be told with what it was asked.
    const signal = AbortSignal.timeout(patience);
    const sent = fetch(base + path, { method, body: body && JSON.stringify(body), signal });
    const answer = await sent.catch((error) => {
        throw new Error(`WebKitWebDriver on ${method} ${path.split('/').slice(3).join('/')}: ${error.message}`);
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
}

// One browser process. Its windows are spoken to one at a time.
class Session {
    static async open({ base, program }, { early = false }) {
        const args = ['--automation', '--enable-write-console-messages-to-stdout=true'];
        const browser = { binary: miniBrowser(), args };
        const pageLoadStrategy = early ? 'eager' : 'normal';
        const alwaysMatch = { 'webkitgtk:browserOptions': browser, pageLoadStrategy };
        const session = new Session();
        session.problems = [];
        session.listen(program.child.stdout);
        const { sessionId } = await call(base, 'POST', '/session', { capabilities: { alwaysMatch } });
        Object.assign(session, { base, path: `/session/${sessionId}`, last: Promise.resolve() });
        return session;
    }

    // What the console says; it goes where the browser was started. Requests that failed are what some tests are about.
    listen(stream) {
        const isProblem = /^CONSOLE (?!NETWORK).*\b(ERROR|EXCEPTION)\b/;
        const hear = (text) => this.problems.push(...text.split('\n').filter((line) => isProblem.test(line)));
        stream.on('data', hear);
        this.deafen = () => stream.off('data', hear);
    }

    ask(handle, method, path, body) {
        const answer = this.last.then(async () => {
            if (handle && this.current !== handle) await call(this.base, 'POST', `${this.path}/window`, { handle });
            if (handle) this.current = handle;
            return call(this.base, method, this.path + path, body);
        });
        this.last = answer.catch(() => {});
        return answer;
    }

    async end(handle) {
        await this.ask(handle, 'DELETE', '/window');
        this.current = undefined;
    }
}

async function openTab(driver, options) {
    const session = await Session.open(driver, options);
    const handle = await session.ask(null, 'GET', '/window');
    return sized(new WebKitTab(session, handle, options));
}

async function sized(tab) {
    const { width = 1280, height = 800 } = tab.options;
    await tab.resize({ width, height });
    return tab;
}

class WebKitTab extends W3cTab {
    // The driver knows no fingers, no network conditions, no zoom, and no drag that leaves the page.
    can = { touch: false, offline: false, compose: 'characters', ratio: false, carry: false, wrap: true, sound: true };

    constructor(session, handle, options) {
        super();
        Object.assign(this, { session, handle, options, verified: new Set() });
    }
    get problems() {
        return this.session.problems;
    }

    ask(method, path, body) {
        return this.session.ask(this.handle, method, path, body);
    }
    // A window of its own: there is no way to bring one of several tabs to the front.
    async sibling() {
        const { handle } = await this.ask('POST', '/window/new', { type: 'window' });
        return sized(new WebKitTab(this.session, handle, this.options));
    }
    async show() {}

    goto(url) {
        return this.ask('POST', '/url', { url });
    }
    reload() {
        return this.ask('POST', '/refresh', {});
    }
    address() {
        return this.ask('GET', '/url');
    }
    title() {
        return this.ask('GET', '/title');
    }
    async evaluate(source) {
        const script = `const tell = arguments[0];
            const now = async () => (${source});
            now().then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
        const { value, error } = await this.ask('POST', '/execute/async', { script, args: [] });
        if (error) throw new Error(error);
        return value;
    }
    perform(actions) {
        return this.ask('POST', '/actions', { actions });
    }
    // Its keys are the window's around the page, which the driver does not reach.
    undo() {
        return this.run(() => document.execCommand('undo'));
    }
    // Turning on as far as the last time would be the same state to the driver, and no event.
    async wheelAt(place, distance) {
        await super.wheelAt(place, distance);
        await this.ask('DELETE', '/actions');
    }

    // The engine itself, too, has to say that it has this role.
    async verify(role, name) {
        const key = `${role} ${name}`;
        if (this.verified.has(key) || role === 'password' || role === 'text') return;
        const script = `return (${findByRole})(...arguments)[0] ?? null`;
        const element = await until(key, () => this.ask('POST', '/execute/sync', { script, args: spell(role, name) }));
        const computed = await this.ask('GET', `/element/${element[elementKey]}/computedrole`);
        // ARIA 1.3 calls it image; both are the same role.
        if (computed.toLowerCase().replace(/^image$/, 'img') !== role) throw new Error(`WebKit computes the role ${computed} for ${key}`);
        this.verified.add(key);
    }

    // The window is larger than the page by what stands around it, and no narrower than its own buttons need.
    async resize({ width, height }) {
        const seen = [];
        await until(`a page of ${width} by ${height}`, async () => {
            const now = await this.run(() => ({ width: window.innerWidth, height: window.innerHeight }));
            seen.push(now.width);
            const isNarrowest = width < 600 && now.width < 600 && seen.slice(-5).every((one) => one === now.width);
            const isWide = now.width === width || (seen.length > 5 && isNarrowest);
            if (isWide && now.height === height) return true;
            const outer = await this.ask('GET', '/window/rect');
            const rect = { width: outer.width + width - now.width, height: outer.height + height - now.height };
            await this.ask('POST', '/window/rect', rect);
            return false;
        });
    }
    async screenshot(path) {
        const picture = Buffer.from(await this.ask('GET', '/screenshot'), 'base64');
        if (path) writeFileSync(path, picture);
        return picture;
    }
    async opened(action) {
        const before = await this.ask('GET', '/window/handles');
        await action();
        const handle = await until('another tab', async () =>
            (await this.ask('GET', '/window/handles')).find((one) => !before.includes(one)),
        );
        await this.session.end(handle);
    }

    // GTK composes a character from its number: Ctrl+Shift+U and the digits, which stand in the field until Enter.
    async compose(written, chosen) {
        const characters = [...chosen];
        const last = characters.pop();
        for (const one of characters) {
            await this.writeNumber(one);
            await this.commit();
        }
        return characters.join('') + (await this.writeNumber(last));
    }
    async writeNumber(character) {
        const digits = character.codePointAt(0).toString(16);
        await this.key('Control+Shift+u');
        await this.type(digits);
        return `u${digits}`;
    }
    commit() {
        return this.key('Enter');
    }

    closeTab() {
        return this.session.end(this.handle);
    }
    close() {
        this.session.deafen();
        return this.session.ask(null, 'DELETE', '');
    }
}
