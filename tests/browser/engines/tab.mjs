// A tab as the flows use it: the same words in every engine. Things are found by role and accessible name, as
// people hear them, and acted on with the engine's own input. Whatever waits does so for a state, at most `patience`.
//
// Each engine gives (chromium.mjs with playwright; w3c_tab.mjs for both others, over the actions of WebDriver):
//
//   goto(url)  reload()  back()  address()  title()      resolve when the page is there
//   run(what, ...args)               what() in the page, with arguments and answer as JSON; waits for promises
//   evaluate(source)                 the same for an expression
//   count(role, name)                how many there are now
//   on([role, name], what, ...args)  what(element, ...args) in the page, on the first one, once it is there
//   all([role, name], what)          what(elements) in the page, on all there are now, in document order
//   key(keys)  type(text)            to whatever has the focus: 'Control+Shift+a'; letter by letter
//   fill(role, name, text)           the field holds this and nothing else
//   click(role, name, {button, at})  in its middle or `at` {x, y} from its corner, if nothing lies over it
//   point(steps)                     [{move: {x, y}}, 'down', 'up', 'right down', 'right up'] without a pause
//   wheelAt({x, y}, distance)        negative is towards the top
//   screenshot(path)                 a PNG, also written to `path` if given
//   sibling()                        another tab of the same session
//   show()                           brings it before its siblings; only the tab in front is sure to be painted
//   closeTab()  close()              this one; all of its session
//   opened(action)                   does it, and closes the tab that it opens
//
// What only some engines can do. A flow asks `can`, says with `note` what it leaves out, and checks the rest:
//
//   can.touch      tap(role, name)  hold(role, name, state)    a finger: down and up; up once state() is true
//   can.offline    setOffline(isOffline)                       the browser itself knows that there is no network
//   can.compose    compose(written, chosen)  commit()          an input method: what stands in the field while
//                                                              `written` waits to become `chosen`; becomes it
//                                                              ('words', or 'characters' by their numbers alone)
//   can.ratio      resize({width, height, ratio})              elsewhere the ratio stays as it is
//   can.carry      drag(from, to)                              of selected text takes it along
//   can.record                                                a microphone that beeps
//   can.sound                                                 something to play sound through
//   can.wrap       key('Tab')                                  at the page's end leads back to its beginning
//
// and `problems`: what a developer would see in red, as sentences.
import { until } from '../wait.mjs';

export const middleOf = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });

export class Tab {
    async fragment() {
        return new URL(await this.address()).hash;
    }
    wait(role, name) {
        return until(`${role} ${name}`, async () => (await this.count(role, name)) > 0);
    }
    waitGone(role, name) {
        return until(`end of ${role} ${name}`, async () => (await this.count(role, name)) === 0);
    }
    // Begins to load without waiting for anything.
    startLoading(url) {
        return this.run((to) => void setTimeout(() => location.assign(to)), url);
    }

    // The names of all elements with this role, in document order.
    listing(role, name) {
        return this.all([role, name], (all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    }
    value(role, name) {
        return this.on([role, name], (field) => field.value);
    }
    attribute(role, name, attribute) {
        return this.on([role, name], (element, wanted) => element.getAttribute(wanted), attribute);
    }
    // In CSS pixels of the window.
    box(role, name) {
        return this.on([role, name], (element) => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return { left, top, width, height };
        });
    }
    isFocused(role, name) {
        return this.on([role, name], (element) => element === element.getRootNode().activeElement);
    }
    hasFocus(role, name) {
        return until(`focus on ${role} ${name}`, () => this.isFocused(role, name));
    }
    focus(role, name) {
        return this.on([role, name], (element) => element.focus());
    }
    async press(role, name, keys) {
        await this.focus(role, name);
        await this.key(keys);
    }

    // In the focused field, as its menu and the keys for it do.
    undo() {
        return this.key('Control+z');
    }

    async wheel(role, name, distance) {
        await this.wheelAt(middleOf(await this.box(role, name)), distance);
    }
    clickAt(place, count = 1) {
        return this.point([{ move: place }, ...Array.from({ length: count }, () => ['down', 'up']).flat()]);
    }
    // From one place to another with the button held, over some on the way.
    drag(from, to) {
        const at = (part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
        // Twice at the end: WebKit under load leaves out the last move before the button is let go.
        const way = [0.25, 0.5, 0.75, 1, 1].map((part) => ({ move: at(part) }));
        return this.point([{ move: from }, 'down', ...way, 'up']);
    }
}
