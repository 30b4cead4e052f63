// The clipboard, as copying and pasting show it: no engine lets a test look into it in another way.
import { names } from '../names.mjs';
import { until } from '../wait.mjs';

// The composer is empty afterwards, and as high as before, so that the thread lies where it did.
export async function pasted(tab) {
    const height = async () => (await tab.box(...names.composer)).height;
    const before = await height();
    await tab.press(...names.composer, 'Control+v');
    const value = await until('pasted text', () => tab.value(...names.composer));
    await tab.fill(...names.composer, '');
    await until('composer of one line again', async () => (await height()) === before);
    return value;
}

export async function copied(tab) {
    await tab.key('Control+c');
    return pasted(tab);
}
