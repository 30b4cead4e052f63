// Debian's Firefox ESR through puppeteer-core and WebDriver BiDi. Headless Firefox has no WebGL, so it runs on a
// virtual screen with software GL.
import { writeFileSync } from 'node:fs';

import puppeteer from 'puppeteer-core';

import { makeFolder } from '../programs.mjs';
import { until } from '../wait.mjs';
import { startScreen } from './virtual_screen.mjs';
import { W3cTab } from './w3c_tab.mjs';

// A finger is the only pointer.
const phonePreferences = {
    'dom.w3c_touch_events.enabled': 1,
    'ui.primaryPointerCapabilities': 1,
    'ui.allPointerCapabilities': 1,
};

// One that beeps, and that everybody may use.
const microphonePreferences = { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true };

export async function launch() {
    const screen = await startScreen();
    const browser = await start(screen, {});
    const close = async () => {
        await browser.close();
        await screen.stop();
    };
    const open = (options = {}) => (options.width < 600 ? openPhone(screen, options) : openTab(browser, options));
    return { name: 'firefox', openTab: open, close };
}

// A phone is a browser of its own: what it is pointed at with is the same in all its tabs. It ends with its tab, for
// its window lies over the other one, which would draw little meanwhile.
async function openPhone(screen, options) {
    const browser = await start(screen, phonePreferences);
    const tab = await openTab(browser, options);
    tab.close = () => browser.close();
    return tab;
}

function start(screen, preferences) {
    return puppeteer.launch({
        browser: 'firefox',
        executablePath: '/usr/bin/firefox-esr',
        headless: false,
        userDataDir: makeFolder(),
        args: ['--remote-allow-system-access'], // for the input method
        extraPrefsFirefox: { ...microphonePreferences, ...preferences },
        env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
    });
}

async function openTab(browser, options) {
    return newTab(await browser.createBrowserContext(), options, []);
}

async function newTab(context, options, problems) {
    const { width = 1280, height = 800, scale = 1 } = options;
    const page = await context.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
    page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await page.evaluateOnNewDocument(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
            console.error(`refused by policy: ${violatedDirective} ${blockedURI}`);
        });
    });
    return new FirefoxTab(context, page, options, problems);
}

class FirefoxTab extends W3cTab {
    // It ends every sound at once where the machine has no device for it.
    can = { touch: true, offline: true, compose: 'words', ratio: true, carry: false, wrap: false, record: true };

    constructor(context, page, options, problems) {
        super();
        this.context = context;
        this.page = page;
        this.options = options;
        this.problems = problems;
    }

    sibling() {
        return newTab(this.context, this.options, this.problems);
    }
    goto(url) {
        return this.page.goto(url);
    }
    reload() {
        return this.page.reload();
    }
    address() {
        return this.run(() => location.href);
    }
    title() {
        return this.page.title();
    }
    evaluate(source) {
        return this.page.evaluate(source);
    }
    perform(actions) {
        return this.page.mainFrame().browsingContext.performActions(actions);
    }
    show() {
        return this.page.bringToFront();
    }
    setOffline(isOffline) {
        return this.page.setOfflineMode(isOffline);
    }
    resize({ width, height, ratio = 1 }) {
        return this.page.setViewport({ width, height, deviceScaleFactor: ratio });
    }
    async screenshot(path) {
        const picture = Buffer.from(await this.page.screenshot());
        if (path) writeFileSync(path, picture);
        return picture;
    }
    async opened(action) {
        const before = new Set(await this.context.pages());
        await action();
        const page = await until('another tab', async () => (await this.context.pages()).find((one) => !before.has(one)));
        await page.close();
    }

    // The protocol has no input methods, but Firefox has a stand-in for one in the window around its pages.
    async window(source) {
        const { connection } = this.context.browser();
        const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
        const context = tree.result.contexts.find(({ url }) => /browser\.xhtml/.test(url)).context;
        const what = { expression: source, target: { context }, awaitPromise: true };
        const { result } = await connection.send('script.evaluate', what);
        if (result.type !== 'success') throw new Error(result.exceptionDetails.text);
    }
    async compose(written, chosen) {
        this.chosen = chosen;
        await this.window(`(() => {
            const processor = Cc['@mozilla.org/text-input-processor;1'];
            window.roostTestMethod ??= processor.createInstance(Ci.nsITextInputProcessor);
            const method = window.roostTestMethod;
            if (!method.beginInputTransactionForTests(window, () => true)) throw new Error('no input method');
            const words = ${JSON.stringify(written)};
            method.setPendingCompositionString(words);
            method.appendClauseToPendingComposition(words.length, method.ATTR_RAW_CLAUSE);
            method.setCaretInPendingComposition(words.length);
            method.flushPendingComposition();
        })()`);
        return written;
    }
    commit() {
        return this.window(`window.roostTestMethod.commitCompositionWith(${JSON.stringify(this.chosen)})`);
    }

    closeTab() {
        return this.page.close();
    }
    close() {
        return this.context.close();
    }
}
