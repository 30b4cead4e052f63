import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { within } from '../../tests/browser/wait.mjs';
import { describeMachine } from './machine.mjs';
import { day } from './parts/day.mjs';
import { fanout } from './parts/fanout.mjs';
import { forged } from './parts/forged.mjs';
import { frame } from './parts/frame.mjs';
import { idle } from './parts/idle.mjs';
import { ingest } from './parts/ingest.mjs';
import { media } from './parts/media.mjs';
import { pictures } from './parts/pictures.mjs';
import { pixel } from './parts/pixel.mjs';
import { scroll } from './parts/scroll.mjs';
import { size } from './parts/size.mjs';
import { start } from './parts/start.mjs';
import { text } from './parts/text.mjs';
import { widget } from './parts/widget.mjs';
import { formatRow, heading } from './table.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = { ingest, forged, fanout, pixel, size, start, idle, frame, scroll, pictures, day, text, media, widget };
const partDeadline = 400_000;
// A day of 2,000 messages, each waited for.
const deadlines = { day: 1_800_000 };

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        server: { type: 'string', default: `${root}build/release/server/roost` },
        web: { type: 'string', default: `${root}build/wasm/web` },
        programs: { type: 'string', default: `${root}build/release/tools/bench` },
    },
});
const options = Object.fromEntries(Object.entries(values).map(([name, path]) => [name, resolve(path)]));
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = wanted.find((name) => !parts[name]);
const absent = Object.values(options).find((path) => !existsSync(path));
if (unknown || absent) {
    console.error(unknown ? `there is no part ${unknown}` : `there is no ${absent}: build the presets release and wasm`);
    process.exit(2);
}

console.log(`${describeMachine()}\n`);
console.log(heading);
let missed = 0;
for (const name of wanted) {
    try {
        const rows = await within(deadlines[name] ?? partDeadline, `the part ${name}`, parts[name](options));
        for (const row of rows) {
            console.log(formatRow(row));
            missed += row.isMet === false ? 1 : 0;
        }
    } catch (error) {
        missed += 1;
        console.log(`${name}: not measured: ${error.message}`);
    }
}
console.log(missed === 0 ? '\nevery bar is met' : `\n${missed} not met`);
process.exit(missed === 0 ? 0 : 1);
