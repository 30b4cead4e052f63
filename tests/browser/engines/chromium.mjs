// Debian's Chromium through playwright-core.
import { writeFileSync } from 'node:fs';

import { chromium } from 'playwright-core';

import { patience, until } from '../wait.mjs';
import { Tab, middleOf } from './tab.mjs';

// Software GL, and nothing that would look for hosts of its own.
export const flags = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    // A microphone that beeps, and that everybody may use.
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
];

export async function launch() {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: flags });
    return {
        name: 'chromium',
        browser,
        openTab: (options) => openTab(browser, options),
        close: () => browser.close(),
    };
}

async function openTab(browser, { width = 1280, height = 800, scale = 1, scheme = 'light' } = {}) {
    const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme: scheme,
        locale: 'en-GB',
        hasTouch: width < 600,
    });
    return newTab(context, []);
}

async function newTab(context, problems) {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await collectProblems(page, problems);
    return new ChromiumTab(context, page, problems);
}

// What a developer would see in red: exceptions, console errors, refused content, failed requests. Answers of
// 401 are how a session begins, and a lost connection is what some tests are about.
async function collectProblems(page, problems) {
    page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
    page.on('console', (message) => {
        const isNetwork = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !isNetwork) problems.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
        const status = response.status();
        if (status >= 400 && status !== 401 && status < 502) problems.push(`${status} ${response.url()}`);
    });
    await page.exposeFunction('roostTestRefused', (what) => problems.push(`refused by policy: ${what}`));
    await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
            window.roostTestRefused(`${event.violatedDirective} ${event.blockedURI}`);
        });
    });
}

const called = (what) => new Function('target', 'args', `return (${what})(target, ...args)`);

class ChromiumTab extends Tab {
    can = { touch: true, offline: true, compose: 'words', ratio: true, carry: true, wrap: true, record: true, sound: true };

    constructor(context, page, problems) {
        super();
        this.context = context;
        this.page = page;
        this.problems = problems;
    }

    find(role, name) {
        const place = this.frame ?? this.page;
        if (role === 'password') return place.getByLabel(name).and(place.locator('[type=password]'));
        if (role === 'text') return place.getByText(name);
        return place.getByRole(role, name === undefined ? {} : { name, exact: true });
    }

    // What stands in the frame of this title, found like the page's own; keys and the mouse are the page's.
    within(title) {
        const inner = Object.create(this);
        inner.frame = this.page.frameLocator(`iframe[title="${title}"]`);
        return inner;
    }

    sibling() {
        return newTab(this.context, this.problems);
    }
    show() {
        return this.page.bringToFront();
    }
    goto(url) {
        return this.page.goto(url);
    }
    reload() {
        return this.page.reload();
    }
    back() {
        return this.page.goBack();
    }
    address() {
        return this.page.url();
    }
    title() {
        return this.page.title();
    }
    run(what, ...args) {
        return this.evaluate(`(${what})(...${JSON.stringify(args)})`);
    }
    evaluate(source) {
        return this.page.evaluate(source);
    }
    count(role, name) {
        return this.find(role, name).count();
    }
    on([role, name], what, ...args) {
        return this.find(role, name).first().evaluate(called(what), args);
    }
    all([role, name], what, ...args) {
        return this.find(role, name).evaluateAll(called(what), args);
    }
    // As people hear it, that is when it is part of the page; painted or not.
    wait(role, name) {
        return this.find(role, name).first().waitFor({ state: 'attached' });
    }
    click(role, name, { button, at } = {}) {
        return this.find(role, name).first().click({ button, position: at });
    }
    fill(role, name, text) {
        return this.find(role, name).first().fill(text);
    }
    key(keys) {
        return this.page.keyboard.press(keys);
    }
    type(text) {
        return this.page.keyboard.type(text);
    }
    async point(steps) {
        const { mouse } = this.page;
        let clickCount = 0;
        for (const step of steps) {
            if (step.move) await mouse.move(step.move.x, step.move.y);
            clickCount = step.move ? 0 : clickCount + (step.endsWith('down') ? 1 : 0);
            const options = { clickCount, button: /^right/.test(step) ? 'right' : 'left' };
            if (/down$/.test(step)) await mouse.down(options);
            if (/up$/.test(step)) await mouse.up(options);
        }
    }
    async wheelAt({ x, y }, distance) {
        await this.page.mouse.move(x, y);
        await this.page.mouse.wheel(0, distance);
    }
    // The window that it opens, which closes itself.
    async opening(action) {
        const opened = this.context.waitForEvent('page');
        await action();
        return new ChromiumTab(this.context, await opened, this.problems);
    }
    async opened(action) {
        await (await this.opening(action)).closeTab();
    }

    // The debugging protocol, for what the driver has no word for.
    async ask(method, params) {
        this.protocol ??= await this.context.newCDPSession(this.page);
        return this.protocol.send(method, params);
    }
    setOffline(isOffline) {
        return this.context.setOffline(isOffline);
    }
    async resize({ width, height, ratio = 1 }) {
        this.isResized = true;
        const metrics = { width, height, deviceScaleFactor: ratio, mobile: false };
        await this.ask('Emulation.setDeviceMetricsOverride', metrics);
    }
    // The driver's own pictures are of the window it opened.
    async screenshot(path) {
        if (!this.isResized) return this.page.screenshot({ path });
        const picture = Buffer.from((await this.ask('Page.captureScreenshot')).data, 'base64');
        if (path) writeFileSync(path, picture);
        return picture;
    }
    tap(role, name) {
        return this.find(role, name).first().tap();
    }
    async hold(role, name, state) {
        const place = middleOf(await this.box(role, name));
        await this.ask('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] });
        await until(`effect of holding ${role} ${name}`, state);
        await this.ask('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    async compose(written, chosen) {
        this.chosen = chosen;
        const caret = { selectionStart: written.length, selectionEnd: written.length };
        await this.ask('Input.imeSetComposition', { text: written, ...caret });
        return written;
    }
    // The Enter that ends a composition goes to the input method first.
    async commit() {
        await this.ask('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
        await this.ask('Input.insertText', { text: this.chosen });
    }

    closeTab() {
        return this.page.close();
    }
    close() {
        return this.context.close();
    }
}
