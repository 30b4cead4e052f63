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

function checkTurned(box, turned, width, what) {
    const wanted = width - box.left - box.width;
    check(Math.abs(turned.left - wanted) < 1, `${what} stands at ${turned.left}, not at ${wanted}`);
}

async function speakArabic(tab) {
    const width = await tab.run(() => document.documentElement.clientWidth);
    const list = await tab.box(...names.list);
    const field = await tab.box(...names.composer);
    await tab.click(...names.account);
    await tab.click(...words.language);
    await tab.click(...words.arabic);
    await tab.wait(...words.arabicList);
    const page = await tab.run(() => `${document.documentElement.lang} ${document.documentElement.dir}`);
    check(page === 'ar rtl', `the page says it is ${page}`);
    checkTurned(list, await tab.box(...words.arabicList), width, 'the list');
    checkTurned(field, await tab.box(...words.arabicField), width, 'the composer');
}

export const tests = [
    {
        title: 'in Arabic the page is turned round, and in English again without a reload',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            await tab.run(() => void (window.isSamePage = true));
            const before = await tab.box(...names.list);
            await speakArabic(tab);

            await tab.fill(...words.arabicField, 'مرحبا');
            await tab.press(...words.arabicField, 'Enter');
            await tab.wait(...words.ours);
            const sent = await tab.box(...words.ours);
            const log = await tab.box(...names.log);
            check(sent.left - log.left < log.width / 3, 'what we send does not stand at the left');

            await tab.click(...words.arabicAccount);
            await tab.click(...words.arabicLanguage);
            await tab.click(...words.english);
            await tab.wait(...names.list);
            const after = await tab.box(...names.list);
            check(after.left === before.left && after.width === before.width, 'the list is not where it was');
            check(await tab.run(() => window.isSamePage === true), 'the page was loaded anew');
        },
    },
    {
        title: 'the line between list and thread is dragged, moved by keys and remembered',
        async run({ inbox, tab, simulator }) {
            await simulator.say({ ...amina, text: 'One' });
            await inbox.openAndSignIn();
            const width = async () => (await tab.box(...names.list)).width;
            const line = await tab.box(...words.divider);
            await tab.drag({ x: line.left + 3, y: 300 }, { x: line.left + 63, y: 300 });
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
