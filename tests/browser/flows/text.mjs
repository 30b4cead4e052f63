// What people read: painted, broken, highlighted and copied as the browser itself would.
import { check } from '../wait.mjs';
import { leastHighlight, lookAtStrings, passes, shareOf } from './text_pictures.mjs';
import { strings } from './text_strings.mjs';

export const leastShares = { chromium: 0.99, firefox: 0.97, webkit: 0.97 };

const shown = ({ script, text }) => `${script} ${JSON.stringify(text.slice(0, 40))}`;

export const tests = Object.entries(leastShares).map(([engine, least]) => ({
    title: 'strings in every script look, break, select and copy as elements of the page do',
    engines: [engine],
    async run({ inbox, tab, product }) {
        const found = await lookAtStrings({ product, tab, inbox });
        check(found.length === strings.length, `only ${found.length} of ${strings.length} strings were seen`);
        const other = found.filter((one) => !passes(one));
        for (const one of other) {
            const why = one.isBrokenAlike ? `differs by ${one.difference.toFixed(2)} of its ink` : 'breaks elsewhere';
            console.log(`        ${shown(one)} ${why}`);
        }
        const share = shareOf(found);
        check(share >= least, `${(100 * share).toFixed(1)} % look alike, ${100 * least} % are wanted`);
        const altered = found.filter(({ isCopied }) => !isCopied);
        check(altered.length === 0, `copied otherwise than shown: ${altered.map(shown).join(', ')}`);
        const bare = found.filter(({ highlight }) => highlight < leastHighlight);
        check(bare.length === 0, `not highlighted as selected: ${bare.map(shown).join(', ')}`);
    },
}));
