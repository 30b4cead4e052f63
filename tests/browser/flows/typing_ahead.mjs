// Keys that come before the next frame: they belong where the one before them led.
import { names } from '../names.mjs';
import { check } from '../wait.mjs';
import { amina } from './people.mjs';

// Everything in one turn of the page, so that no frame of its own can come between.
const typeAhead = (tab, name) =>
    tab.on(name, (field) => {
        const press = (key, more = {}) =>
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
        const roleOf = () => document.activeElement.getAttribute('role') ?? document.activeElement.tagName;
        const seen = {};
        field.focus();
        document.execCommand('insertText', false, 'First');
        press('Enter');
        seen.left = field.value;
        document.execCommand('insertText', false, 'Second');
        press('k', { ctrlKey: true });
        seen.palette = roleOf();
        press('Escape');
        seen.back = document.activeElement === field;
        seen.draft = field.value;
        return seen;
    });

export const tests = [
    {
        title: 'who types ahead of a slow frame writes where the key before led',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            const seen = await typeAhead(tab, names.composer);
            check(seen.left === '', `after Enter the field still held ${seen.left}`);
            check(seen.palette === 'combobox', `Ctrl+K led to ${seen.palette}`);
            check(seen.back && seen.draft === 'Second', `Escape led back to ${JSON.stringify(seen)}`);
            await inbox.sentOnce('First');
        },
    },
];
