// Somebody else who answers: invited by an administrator, and signed in on a page of their own.
import { names } from './names.mjs';

const button = (name) => ['button', new RegExp(`^${name}`, 'i')];
const box = (name) => ['textbox', new RegExp(`^${name}$`, 'i')];

export async function invite(tab, name, email) {
    await tab.click(...button('invite$'));
    await tab.fill(...box('name'), name);
    await tab.fill(...box('e-mail'), email);
    await tab.click(...button('make a link'));
    await tab.wait(...button('copy$'));
    const [link] = await tab.listing('text', /join/);
    await tab.click(...button('done'));
    await tab.waitGone(...names.dialog);
    return link;
}

// In a session of its own: to the browser the link's host is another one than ours.
export async function join(tab, link) {
    await tab.goto(link);
    await tab.wait(...button('continue'));
    await tab.fill(...names.password, 'four horses in the yard');
    await tab.click(...button('continue'));
    await tab.wait(...names.live);
}
