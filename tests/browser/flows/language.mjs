// The whole page in another language, turned round, and back.
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { amina } from './people.mjs';

const words = {
    language: ['button', /^language$/i],
    arabic: ['button', /^العربية$/],
    english: ['button', /^English$/],
    arabicAccount: ['button', /^حساب/],
    arabicLanguage: ['button', /^اللغة$/],
    arabicField: ['textbox', /^الرسالة$/],
    arabicList: ['list', /^المحادثات$/],
    ours: ['article', /أنت.*مرحبا/],
    divider: ['separator', /^width of the list/i],
};

const boxOf = (tab, [role, name]) => tab.find(role, name).first().boundingBox();

function checkTurned(box, turned, width, what) {
    const wanted = width - box.x - box.width;
    check(Math.abs(turned.x - wanted) < 1, `${what} stands at ${turned.x}, not at ${wanted}`);
}

async function speakArabic(tab) {
    const width = await tab.page.evaluate(() => document.documentElement.clientWidth);
    const list = await boxOf(tab, names.list);
    const field = await boxOf(tab, names.composer);
    await tab.click(...names.account);
    await tab.click(...words.language);
    await tab.click(...words.arabic);
    await tab.wait(...words.arabicList);
    const page = await tab.page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);
    check(page === 'ar rtl', `the page says it is ${page}`);
    checkTurned(list, await boxOf(tab, words.arabicList), width, 'the list');
    checkTurned(field, await boxOf(tab, words.arabicField), width, 'the composer');
}

export const tests = [
    {
        title: 'in Arabic the page is turned round, and in English again without a reload',
        engines: ['chromium'],
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await tab.page.evaluate(() => (window.isSamePage = true));
            const before = await boxOf(tab, names.list);
            await speakArabic(tab);

            await tab.fill(...words.arabicField, 'مرحبا');
            await tab.press(...words.arabicField, 'Enter');
            await tab.wait(...words.ours);
            const sent = await boxOf(tab, words.ours);
            const log = await boxOf(tab, names.log);
            check(sent.x - log.x < log.width / 3, 'what we send does not stand at the left');

            await tab.click(...words.arabicAccount);
            await tab.click(...words.arabicLanguage);
            await tab.click(...words.english);
            await tab.wait(...names.list);
            const after = await boxOf(tab, names.list);
            check(after.x === before.x && after.width === before.width, 'the list is not where it was');
            check(await tab.page.evaluate(() => window.isSamePage === true), 'the page was loaded anew');
        },
    },
    {
        title: 'the line between list and thread is dragged, moved by keys and remembered',
        engines: ['chromium'],
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await inbox.openAndSignIn();
            const width = async () => (await boxOf(tab, names.list)).width;
            const line = await boxOf(tab, words.divider);
            await tab.page.mouse.move(line.x + 3, 300);
            await tab.page.mouse.down();
            await tab.page.mouse.move(line.x + 63, 300, { steps: 4 });
            await tab.page.mouse.up();
            const isAbout = (wanted) => async () => Math.abs((await width()) - wanted) < 4;
            await until('a wider list', isAbout(400));
            const dragged = await width();
            await tab.press(...words.divider, 'ArrowLeft');
            await until('a narrower list', isAbout(dragged - 16));
            await tab.reload();
            await tab.wait(...names.row(amina.name));
            check(await isAbout(dragged - 16)(), 'the width was forgotten');
        },
    },
];
