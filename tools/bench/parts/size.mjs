// What a first visit loads before it shows anything, and what comes after that: scripts, WebAssembly and the words of
// one language, brotli-compressed as they are served.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { check } from '../../../tests/browser/wait.mjs';

const bar = 400 * 1024;

export async function size({ web }) {
    const files = readdirSync(web, { recursive: true }).map(String);
    const sizes = { js: 0, wasm: 0, html: 0, later: 0 };
    for (const file of files) {
        const kind = file.includes('.later.') && file.endsWith('.wasm') ? 'later' : file.split('.').pop();
        if (sizes[kind] === undefined) continue;
        sizes[kind] += files.includes(`${file}.br`)
            ? statSync(join(web, `${file}.br`)).size
            : brotliCompressSync(readFileSync(join(web, file))).length;
    }
    const brotli = (file) => statSync(join(web, `${file}.br`)).size;
    const words = Math.max(...files.filter((file) => /^words\..*\.txt$/.test(file)).map(brotli));
    // The first script stands in the page.
    const js = sizes.js + sizes.html;
    const total = js + sizes.wasm + words;
    check(sizes.js > 0 && sizes.wasm > 0 && sizes.later > 0, `there is no client in ${web}`);
    const kilobytes = (bytes) => bytes / 1024;
    return [
        { figure: 'client, wasm + JS + words, brotli', value: kilobytes(total), unit: 'KB', bar: '≤ 400 KB', isMet: total <= bar },
        { figure: '  wasm', value: kilobytes(sizes.wasm), unit: 'KB' },
        { figure: '  wasm that is loaded after the first screen', value: kilobytes(sizes.later), unit: 'KB' },
        { figure: '  JS and the page', value: kilobytes(js), unit: 'KB' },
        { figure: '  words of the longest language', value: kilobytes(words), unit: 'KB' },
    ];
}
