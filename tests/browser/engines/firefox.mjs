// Debian's Firefox ESR through puppeteer-core and WebDriver BiDi. Headless Firefox has no WebGL, so it runs on a
// virtual screen with software GL.
import puppeteer from 'puppeteer-core';

import { makeFolder } from '../programs.mjs';
import { until } from '../wait.mjs';
import { findByRole, spell } from './find_by_role.mjs';
import { startScreen } from './virtual_screen.mjs';

export async function launch() {
    const screen = await startScreen();
    const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: '/usr/bin/firefox-esr',
        headless: false,
        userDataDir: makeFolder(),
        env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
    });
    const close = async () => {
        await browser.close();
        await screen.stop();
    };
    return { name: 'firefox', openTab: () => openTab(browser), close };
}

async function openTab(browser) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const problems = [];
    page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
    return new FirefoxTab(context, page, problems);
}

class FirefoxTab {
    constructor(context, page, problems) {
        this.context = context;
        this.page = page;
        this.problems = problems;
    }

    goto(url) {
        return this.page.goto(url);
    }
    reload() {
        return this.page.reload();
    }
    fragment() {
        return new URL(this.page.url()).hash;
    }
    async count(role, name) {
        const script = `(${findByRole})(...${JSON.stringify(spell(role, name))}).length`;
        return this.page.evaluate(script);
    }
    async find(role, name) {
        return until(`${role} ${name}`, async () => {
            const script = `(${findByRole})(...${JSON.stringify(spell(role, name))})[0] ?? null`;
            return (await this.page.evaluateHandle(script)).asElement();
        });
    }
    async wait(role, name) {
        await this.find(role, name);
    }
    async click(role, name) {
        await (await this.find(role, name)).click();
    }
    async fill(role, name, text) {
        const field = await this.find(role, name);
        await field.click();
        await field.type(text);
    }
    async press(role, name, key) {
        await (await this.find(role, name)).press(key);
    }
    async value(role, name) {
        return (await this.find(role, name)).evaluate((field) => field.value);
    }
    screenshot(path) {
        return this.page.screenshot({ path });
    }
    close() {
        return this.context.close();
    }
}
