// The client's frame function while a reader scrolls: in a thread of 100 messages and in one of 100,000. In the
// browser as a reader meets it, page by page; and without one, with all 100,000 loaded at once.
import { launch } from '../../../tests/browser/engines/chromium.mjs';
import { Program } from '../../../tests/browser/programs.mjs';
import { Product } from '../../../tests/browser/product.mjs';
import { check } from '../../../tests/browser/wait.mjs';
import { addressOf, openProbedTab, seedThread } from '../browser_session.mjs';
import { median, percentile } from '../table.mjs';

const rounds = 5;
const steps = 60;

export async function frame(options) {
    const product = await Product.start(options);
    const engine = await launch();
    try {
        const short = await seedThread(product, { from: '254700000100', name: 'A Hundred' }, 100);
        const long = await seedThread(product, { from: '254700100000', name: 'Hundred Thousand' }, 100_000);
        const samples = { short: [], long: [] };
        for (let round = 0; round < rounds; ++round) {
            samples.short.push(...(await measure(engine, product, short)));
            samples.long.push(...(await measure(engine, product, long)));
        }
        return [...rowsOf(samples), rowOf(await measureLoaded(options))];
    } finally {
        await engine.close();
        await product.stop();
    }
}

// Milliseconds of every frame drawn while the wheel goes up and down.
async function measure(engine, product, id) {
    const tab = await openProbedTab(engine, product);
    await tab.page.goto(addressOf(product, false, `#/inbox/${id}`));
    await tab.wait('status', /^live/i);
    await tab.wait('article', /99: the parcel arrived/);
    const scroll = async (distance) => {
        await tab.wheel('log', undefined, distance);
        await tab.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    };
    // What is scrolled through has been loaded and measured before.
    for (let step = 0; step < 24; ++step) await scroll(step < 12 ? -400 : 400);
    await tab.page.evaluate(() => (window.roostBench.frames.length = 0));
    for (let step = 0; step < steps; ++step) await scroll(step % 20 < 10 ? -200 : 200);
    const frames = await tab.page.evaluate(() => window.roostBench.frames);
    await tab.close();
    // The probe's own waiting for frames is in the list, too; it takes next to nothing.
    const drawn = frames.filter((millis) => millis > 0.2);
    check(drawn.length >= steps / 2, `only ${drawn.length} frames were drawn for ${steps} turns of the wheel`);
    return drawn;
}

async function measureLoaded({ programs }) {
    const program = new Program(`${programs}/roost_bench_frame`, []);
    const { code } = await program.ended;
    if (code !== 0) throw new Error(`roost_bench_frame: ${program.output}`);
    return JSON.parse(program.output);
}

function rowOf({ few_ms: few, many_ms: many }) {
    const figure = 'frame with 100,000 loaded, native (floor: 100)';
    return { figure, value: many, unit: 'ms', floor: few, bar: '≤ 1.2 × that at 100', isMet: many <= 1.2 * few };
}

function rowsOf({ short, long }) {
    return [
        {
            figure: 'frame at 100,000 messages (floor: at 100), p50',
            value: median(long),
            unit: 'ms',
            floor: median(short),
            bar: '≤ 1.2 × that at 100',
            isMet: median(long) <= 1.2 * median(short),
        },
        { figure: '  p95', value: percentile(long, 0.95), unit: 'ms', floor: percentile(short, 0.95) },
    ];
}
