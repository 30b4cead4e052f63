// The dashboard as an agent uses it, in any engine.
import { names } from './names.mjs';
import { agent } from './product.mjs';
import { until } from './wait.mjs';

export class Inbox {
    constructor(tab, url) {
        this.tab = tab;
        this.url = url;
    }

    async openAndSignIn(fragment = '') {
        await this.tab.goto(`${this.url}/${fragment}`);
        await this.signInWith(agent.password);
        await this.waitLive();
    }

    async signInWith(password) {
        await this.tab.wait(...names.email);
        await this.tab.fill(...names.email, agent.email);
        await this.tab.fill(...names.password, password);
        await this.tab.click(...names.signIn);
    }

    waitLive() {
        return this.tab.wait(...names.live);
    }

    async open(person) {
        await this.tab.wait(...names.row(person));
        await this.tab.click(...names.row(person));
        await this.tab.wait(...names.threadOf(person));
        await this.tab.wait(...names.composer);
    }

    async send(text) {
        await this.tab.fill(...names.composer, text);
        await this.tab.press(...names.composer, 'Enter');
    }

    // The customer's message stands in the open thread exactly once.
    async seesOnce(text) {
        await this.seesExactlyOnce(names.theirs(text), text);
    }

    async sentOnce(text, status) {
        await this.seesExactlyOnce(names.ours(text, status), text);
    }

    async seesExactlyOnce(name, text) {
        await until(`message "${text}"`, async () => {
            const count = await this.tab.count(...name);
            if (count > 1) throw new Error(`it is there ${count} times`);
            return count === 1;
        });
    }
}
