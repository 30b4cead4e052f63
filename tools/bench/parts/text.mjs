// Strings in 22 scripts as the program paints them, beside visible elements of the same page: how many look alike,
// and how far they differ.
import * as chromium from '../../../tests/browser/engines/chromium.mjs';
import { lookAtStrings, shareOf } from '../../../tests/browser/flows/text_pictures.mjs';
import { Inbox } from '../../../tests/browser/inbox.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { percentile } from '../table.mjs';

const least = 0.99;

export async function text(options) {
    const product = await Product.start(options);
    const engine = await chromium.launch();
    try {
        const tab = await engine.openTab();
        const found = await lookAtStrings({ product, tab, inbox: new Inbox(tab, product.url) });
        return rowsOf(found);
    } finally {
        await engine.close();
        await product.stop();
    }
}

function rowsOf(found) {
    const share = shareOf(found);
    const differences = found.map(({ difference }) => 100 * difference);
    const copied = found.filter(({ isCopied }) => isCopied).length;
    return [
        { figure: 'strings painted as the DOM paints them', value: 100 * share, unit: '%', bar: '≥ 99 %', isMet: share >= least },
        { figure: '  difference, share of the ink, p50', value: percentile(differences, 0.5), unit: '%' },
        { figure: '  p95', value: percentile(differences, 0.95), unit: '%' },
        { figure: 'strings copied exactly', value: copied, unit: `of ${found.length}`, bar: 'all', isMet: copied === found.length },
    ];
}
