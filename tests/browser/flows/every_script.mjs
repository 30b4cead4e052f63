// People write in their own script: typed, pasted, sent, received, selected, copied and found.
import { names } from '../names.mjs';
import { check, until } from '../wait.mjs';
import { copied } from './clipboard.mjs';
import { edgesOf } from './selecting.mjs';
import { amina } from './people.mjs';

// What the customer writes, and what the agent types.
const talks = [
    ['Is the blue one (size 38) still there?', 'Yes, it is: 1,299.50!'],
    ['नमस्ते, क्या यह उपलब्ध है?', 'जी हाँ, कल तक पहुँच जाएगा।'],
    ['Habari, mzigo wangu uko wapi?', 'Uko njiani, ng’ombe 2.'],
    ['¿Cuándo llegará mi pedido?', '¡Mañana por la mañana, señor!'],
    ['Vocês abrem aos sábados?', 'Não, só até às 18h de sexta.'],
    ['أين طلبي رقم 4512؟', 'في الطريق، يصل غدًا.'],
    ['מתי תגיע ההזמנה?', 'מחר בשעה 10:30.'],
    ['آرڈر کب آئے گا؟', 'کل دوپہر تک۔'],
    ['明日は開いていますか', 'はい、十時からです。'],
    ['有货吗？多少钱？', '有，一百二十元。'],
    ['Где мой заказ?', 'Уже в пути, ёлки ещё есть.'],
    ['ส่งของวันไหนครับ', 'พรุ่งนี้เช้าค่ะ'],
    ['விலை என்ன?', 'நூறு ரூபாய்.'],
    ['👩‍👩‍👧‍👦 🇰🇪?', '👍🏽 1️⃣'],
];

// With the browser's own search, in what can be seen of the thread.
function find(words) {
    document.activeElement.blur(); // as closing its dialog does
    getSelection().removeAllRanges();
    for (let place = 0; place < 20 && window.find(words); ++place) {
        if (getSelection().anchorNode.parentElement.closest('[role=log]')) return `${getSelection().getRangeAt(0)}`;
    }
    return '';
}

async function talk({ inbox, tab, simulator }, [theirs, ours]) {
    await simulator.say({ ...amina, text: theirs });
    await inbox.seesOnce(theirs);
    const { from, to } = await edgesOf(tab, theirs);
    await tab.drag(from, to);
    await tab.key('Control+c');
    await tab.press(...names.composer, 'Control+v');
    await until(`pasted ${theirs}`, async () => (await tab.value(...names.composer)) === theirs);
    await tab.key('Enter');
    await tab.wait(...names.ours(theirs));
    await tab.type(ours);
    await until(`typed ${ours}`, async () => (await tab.value(...names.composer)) === ours);
    await tab.key('Enter');
    await tab.wait(...names.ours(ours));
    await until(`${ours} by searching`, async () => (await tab.run(find, ours)) === ours);
    const again = await copied(tab);
    check(again === ours, `${ours} was found and copied as ${JSON.stringify(again)}`);
}

// Selected words are taken along by the mouse, as from any page.
async function carry({ inbox, tab, simulator }) {
    await simulator.say({ ...amina, text: 'Carry this' });
    await inbox.seesOnce('Carry this');
    const { from } = await edgesOf(tab, 'Carry this');
    const word = { x: from.x + 6, y: from.y };
    await tab.clickAt(word, 2);
    const { left, top, width, height } = await tab.box(...names.composer);
    await tab.drag(word, { x: left + width / 2, y: top + height / 2 });
    await until('carried word', async () => (await tab.value(...names.composer)).trim() === 'Carry');
}

export const tests = [
    {
        title: 'every script is typed, pasted, sent, received, selected, copied and found',
        async run(flow) {
            const { inbox, tab, simulator, note } = flow;
            await simulator.say({ ...amina, text: 'First' });
            await inbox.openAndSignIn();
            await inbox.open(amina.name);
            for (const one of talks) await talk(flow, one);
            const ours = talks.flat();
            await until('all of them at Meta', async () => (await simulator.sent()).length >= ours.length);
            const texts = (await simulator.sent()).map(({ text }) => text);
            check(JSON.stringify(texts) === JSON.stringify(ours), `Meta was sent ${JSON.stringify(texts)}`);
            if (tab.can.carry) await carry(flow);
            else note('its mouse drags nothing that another element could be given');
        },
    },
];
