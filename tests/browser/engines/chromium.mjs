// Debian's Chromium through playwright-core.
import { chromium } from 'playwright-core';

import { patience, until } from '../wait.mjs';

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

class ChromiumTab {
    constructor(context, page, problems) {
        this.context = context;
        this.page = page;
        this.problems = problems;
    }

    find(role, name) {
        if (role === 'password') return this.page.getByLabel(name).and(this.page.locator('[type=password]'));
        if (role === 'text') return this.page.getByText(name);
        return this.page.getByRole(role, name === undefined ? {} : { name, exact: true });
    }

    // Another tab of the same browser session.
    sibling() {
        return newTab(this.context, this.problems);
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
    fragment() {
        return new URL(this.page.url()).hash;
    }
    count(role, name) {
        return this.find(role, name).count();
    }
    wait(role, name) {
        return this.find(role, name).first().waitFor({ state: 'attached' });
    }
    waitGone(role, name) {
        return until(`end of ${role} ${name}`, async () => (await this.count(role, name)) === 0);
    }
    click(role, name) {
        return this.find(role, name).first().click();
    }
    fill(role, name, text) {
        return this.find(role, name).first().fill(text);
    }
    press(role, name, key) {
        return this.find(role, name).first().press(key);
    }
    value(role, name) {
        return this.find(role, name).first().inputValue();
    }
    // Turns the wheel over it; negative is towards the top.
    async wheel(role, name, distance) {
        const box = await this.find(role, name).first().boundingBox();
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await this.page.mouse.wheel(0, distance);
    }
    isFocused(role, name) {
        return this.find(role, name).first().evaluate((element) => element === document.activeElement);
    }
    // The names of all elements with this role, in document order.
    listing(role) {
        return this.find(role).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    }
    screenshot(path) {
        return this.page.screenshot({ path });
    }
    close() {
        return this.context.close();
    }
}
