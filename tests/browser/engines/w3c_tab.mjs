// What Firefox and WebKit share: finding by role inside the page, and WebDriver's actions for input. An engine
// gives evaluate(source) and perform(actions), and the rest of tab.mjs.
import { until } from '../wait.mjs';
import { findByRole, spell } from './find_by_role.mjs';
import { Tab, middleOf } from './tab.mjs';
import { keyActions, pointerActions, typeActions, wheelActions } from './w3c_keys.mjs';

const spread = (args) => args.map((one) => JSON.stringify(one) ?? 'undefined').join(', ');
const found = (role, name) => `(${findByRole})(${spread(spell(role, name))})`;

// Where to click on it; whether nothing else lies there.
function placeOn(element, at) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const place = at ? { x: left + at.x, y: top + at.y } : { x: left + width / 2, y: top + height / 2 };
    return { ...place, isFree: element.contains(document.elementFromPoint(place.x, place.y)) };
}

export class W3cTab extends Tab {
    run(what, ...args) {
        return this.evaluate(`(${what})(${spread(args)})`);
    }
    count(role, name) {
        return this.evaluate(`${found(role, name)}.length`);
    }
    all([role, name], what, ...args) {
        return this.evaluate(`(${what})(${found(role, name)}${args.map((one) => `, ${JSON.stringify(one)}`).join('')})`);
    }
    async on([role, name], what, ...args) {
        await this.verify(role, name);
        const source = `Promise.all(${found(role, name)}.slice(0, 1).map((one) => (${what})(...[one, ${spread(args)}])))`;
        const answers = await until(`${role} ${name}`, async () => {
            const all = await this.evaluate(source);
            return all.length > 0 && all;
        });
        return answers[0];
    }
    // The drivers wait for a page to load, also where going back only changes the address.
    back() {
        return this.run(() => history.back());
    }

    // For engines that can be asked what role an element has.
    async verify() {}

    key(keys) {
        return this.perform(keyActions(keys));
    }
    type(text) {
        return this.perform(typeActions(text));
    }
    point(steps) {
        return this.perform(pointerActions(steps));
    }
    wheelAt(place, distance) {
        return this.perform(wheelActions(place, distance));
    }

    // Its place once it stands still with nothing over it.
    placeToPress(role, name, at) {
        let last;
        return until(`${role} ${name} that can be pressed`, async () => {
            const now = await this.on([role, name], placeOn, at);
            const isStill = last !== undefined && last.x === now.x && last.y === now.y;
            last = now;
            return isStill && now.isFree && now;
        });
    }
    async click(role, name, { button, at } = {}) {
        const { x, y } = await this.placeToPress(role, name, at);
        const steps = button === 'right' ? ['right down', 'right up'] : ['down', 'up'];
        await this.point([{ move: { x, y } }, ...steps]);
    }
    async fill(role, name, text) {
        await this.on([role, name], (field) => {
            field.focus();
            field.select();
        });
        if (text !== '') await this.type(text);
        else await this.key('Backspace');
        await until(`"${text}" in ${role} ${name}`, async () => (await this.value(role, name)) === text);
    }

    async tap(role, name) {
        const { x, y } = await this.placeToPress(role, name);
        await this.perform(pointerActions([{ move: { x, y } }, 'down', 'up'], 'touch'));
    }
    async hold(role, name, state) {
        const place = middleOf(await this.box(role, name));
        await this.perform(pointerActions([{ move: place }, 'down'], 'touch'));
        await until(`effect of holding ${role} ${name}`, state);
        await this.perform(pointerActions(['up'], 'touch'));
    }
}
