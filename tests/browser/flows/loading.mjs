// What stands on the screen before the program does, and instead of it when it does not come.
import { Gate, emptyScript, preceded, refuse, spoil } from '../gate.mjs';
import { names } from '../names.mjs';
import { readPng } from '../png.mjs';
import { agent } from '../product.mjs';
import { check, until } from '../wait.mjs';
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';

const isProgram = /dashboard\.[0-9a-f]+\.wasm$/;
const isLater = /dashboard\.later\.[0-9a-f]+\.wasm$/;
const isScript = /dashboard\.[0-9a-f]+\.js$/;

async function throughGate(product, run) {
    const gate = await Gate.open(product);
    try {
        await run(gate);
    } finally {
        gate.close();
    }
}

const picture = async (tab) => readPng(await tab.screenshot());

function checkSame(outline, drawn, points) {
    for (const [x, y] of points) {
        const [before, after] = [outline, drawn].map((one) => [...one.rgb(x, y)].join(' '));
        check(before === after, `at ${x}, ${y} stood ${before}, then ${after}`);
    }
}

// Begins to load; what stands there before the program, and the function that lets the program come.
async function loadOutline(tab, gate) {
    const release = gate.hold(isProgram);
    await tab.startLoading(gate.url);
    const isPainted = () => !window.roost && performance.getEntriesByName('first-contentful-paint').length > 0;
    await until('paint of the outline', () => tab.run(isPainted));
    await tab.wait(...names.loading);
    return [await picture(tab), release];
}

async function watchOutline({ tab, inbox }, gate) {
    gate.when(/^\/sw\.js$/, emptyScript); // or its store would be asked for the program
    const [outline, release] = await loadOutline(tab, gate);
    check((await tab.count(...names.email)) === 0, 'the program is there although it was held back');
    release();
    await tab.wait(...names.email);
    await tab.waitGone(...names.loading);
    // The ground, the card beside the logo, the logo's edge.
    checkSame(outline, await picture(tab), [[20, 20], [450, 260], [474, 230]]);
    await inbox.signInWith('correct horse battery');
    await inbox.waitLive();
    const [inboxOutline, go] = await loadOutline(tab, gate);
    go();
    await inbox.waitLive();
    // Rail and list, the search field, the line under the tabs.
    checkSame(inboxOutline, await picture(tab), [[20, 120], [380, 20], [250, 85], [250, 159]]);
}

async function mend({ tab }, gate) {
    // Both from the start, since what arrived once is kept.
    gate.when(isScript, refuse);
    gate.when(isProgram, spoil);
    await tab.goto(gate.url);
    await tab.wait(...names.refusal);
    check((await tab.count(...names.loading)) === 0, 'it still says that it is loading');
    gate.when(isScript, null);
    await tab.run(() => void (window.roostTestOld = true));
    await tab.click(...names.reload);
    const isNew = () => !window.roostTestOld;
    await until('word of the damaged program', async () => (await tab.run(isNew)) && tab.count(...names.refusal));
    gate.when(isProgram, null);
    await tab.click(...names.reload);
    await tab.wait(...names.email);
}

// How often somebody waited for what is loaded later.
const waits = (tab) => tab.run(() => window.roost.later.early());
const isLaterHere = (tab) => tab.run(() => window.roost.later.isHere());
const openHelp = async (tab) => {
    await tab.focus(...names.composer);
    await tab.key('Escape');
    await tab.key('?');
};

async function answerWithoutTheRest({ tab, inbox, simulator }, gate) {
    gate.when(/^\/sw\.js$/, emptyScript);
    const release = gate.hold(isLater);
    await simulator.say({ ...amina, text: 'Is *anybody* there?' });
    inbox.url = gate.url;
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await simulator.say({ ...amina, text: 'Hello?' });
    await inbox.seesOnce('Hello?');
    await inbox.send('Yes.');
    await inbox.sentOnce('Yes.', 'read');
    check((await waits(tab)) === 0, 'what is loaded later was needed at once');
    check(!(await isLaterHere(tab)), 'it is there although it was held back');
    release();
    await until('the rest of the program', () => isLaterHere(tab));
    await openHelp(tab);
    await tab.wait(...names.dialog);
    check((await waits(tab)) === 0, 'it was there, and somebody waited');
}

async function openBeforeTheRest({ tab, inbox, simulator }, gate) {
    gate.when(/^\/sw\.js$/, emptyScript);
    gate.when(isLater, refuse);
    await simulator.say({ ...amina, text: 'Is anybody there?' });
    inbox.url = gate.url;
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    gate.when(isLater, null);
    await openHelp(tab);
    await tab.wait(...names.dialog);
    check(await isLaterHere(tab), 'the help was drawn by nobody');
    await tab.key('Escape');
    await tab.waitGone(...names.dialog);
    await inbox.send('Yes.');
    await inbox.sentOnce('Yes.', 'read');
}

async function tellOfTheRest({ tab, inbox, simulator }, gate) {
    gate.when(/^\/sw\.js$/, emptyScript);
    gate.when(isLater, spoil);
    await simulator.say({ ...amina, text: 'Is anybody there?' });
    inbox.url = gate.url;
    await inbox.openAndSignIn();
    await inbox.open(amina.name);
    await openHelp(tab);
    await tab.wait(...names.refusal);
    gate.when(isLater, null);
    await tab.click(...names.reload);
    await inbox.waitLive();
    tab.problems.splice(0); // the exceptions that ended its frames
    await until('the rest of the program', () => isLaterHere(tab));
}

async function readPlainly({ tab, product, simulator }, gate) {
    gate.when(isScript, preceded('HTMLCanvasElement.prototype.getContext = () => null;\n'));
    const viewer = { email: 'vera@example.com', name: 'Vera' };
    await product.addAgent(viewer, 'viewer');
    await simulator.say({ ...amina, text: 'Is anybody there?' });
    await tab.goto(gate.url);
    await tab.fill(...names.email, viewer.email);
    await tab.fill(...names.password, agent.password);
    await tab.press(...names.password, 'Enter');
    await tab.wait(...names.plainRow(amina.name));
    await tab.press(...names.plainRow(amina.name), 'Enter');
    await tab.wait('text', 'Is anybody there?');
    await tab.wait('text', /^you can read everything here/i);
    check((await tab.count(...names.plainReply)) === 0, 'who may not answer is given a field');
}

async function usePlainly({ tab, simulator }, gate) {
    gate.when(isScript, preceded('HTMLCanvasElement.prototype.getContext = () => null;\n'));
    await simulator.say({ ...amina, text: 'Is <b>this</b> bold?' });
    await tab.goto(gate.url);
    await tab.wait(...names.plainNote);
    await tab.fill(...names.email, agent.email);
    await tab.fill(...names.password, agent.password);
    await tab.press(...names.password, 'Enter');
    await tab.wait(...names.plainRow(amina.name));
    await tab.press(...names.plainRow(amina.name), 'Enter');
    await tab.wait('text', 'Is <b>this</b> bold?');
    await simulator.say({ ...amina, text: 'Hello?' });
    await tab.wait('text', 'Hello?');
    await tab.fill(...names.plainReply, 'No, plain.');
    await tab.press(...names.plainReply, 'Tab');
    await tab.press(...names.send, 'Enter');
    await tab.wait('text', 'No, plain.');
    await until('empty field', async () => (await tab.value(...names.plainReply)) === '');
    const sent = await until('message at Meta', async () => {
        const all = await simulator.sent();
        return all.length > 0 && all;
    });
    check(sent.length === 1 && sent[0].text === 'No, plain.', `${sent.length} messages were sent`);
    await checkScreen(tab, 'plain page');
}

export const tests = [
    {
        title: 'the outline stands before the program, which changes no colour when it comes',
        tab: { scheme: 'dark', early: true },
        run: (flow) => throughGate(flow.product, (gate) => watchOutline(flow, gate)),
    },
    {
        title: 'a program that does not arrive or is damaged is told in a sentence, and Reload mends it',
        run: (flow) => throughGate(flow.product, (gate) => mend(flow, gate)),
    },
    {
        title: 'signing in, reading and answering need nothing that is loaded after them',
        run: (flow) => throughGate(flow.product, (gate) => answerWithoutTheRest(flow, gate)),
    },
    {
        title: 'what is loaded after the first screens comes at once to whoever cannot wait',
        run: (flow) => throughGate(flow.product, (gate) => openBeforeTheRest(flow, gate)),
    },
    {
        title: 'what is loaded after the first screens and is damaged is told when it is needed',
        run: (flow) => throughGate(flow.product, (gate) => tellOfTheRest(flow, gate)),
    },
    {
        title: 'without WebGL 2 a plain page lists, shows and answers, by keyboard alone',
        run: (flow) => throughGate(flow.product, (gate) => usePlainly(flow, gate)),
    },
    {
        title: 'on the plain page, who may only read is told so and given no field',
        run: (flow) => throughGate(flow.product, (gate) => readPlainly(flow, gate)),
    },
];
