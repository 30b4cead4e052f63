// One event at a time to many streams, from the webhook's first byte to each stream's arrival.
import { Program } from '../../../tests/browser/programs.mjs';
import { Product, account } from '../../../tests/browser/product.mjs';

export async function fanout(options) {
    const product = await Product.start(options);
    try {
        const token = await product.signIn();
        const rows = [];
        for (const streams of [100, 1000, 10_000]) {
            rows.push(...rowsOf(await measure(options, product, token, streams)));
        }
        return rows;
    } finally {
        await product.stop();
    }
}

async function measure(options, product, token, streams) {
    const args = ['--port', product.port, '--pid', product.pid, '--token', token, '--streams', streams];
    args.push('--secret', account.appSecret, '--phone-number-id', account.phoneNumberId);
    const program = new Program(`${options.programs}/roost_bench_fanout`, args.map(String));
    const { code } = await program.ended;
    if (code !== 0) throw new Error(`roost_bench_fanout: ${program.output}`);
    return JSON.parse(program.output);
}

function rowsOf({ streams, hub, bare, rss_bytes_per_stream_after_events: memory }) {
    const isJudged = streams === 10_000;
    const name = `${streams.toLocaleString('en')} streams`;
    const judge = (bar, isMet) => (isJudged ? { bar, isMet } : {});
    return [
        { figure: `webhook → ${name}, p50`, value: hub.p50_ms, unit: 'ms', floor: bare.p50_ms },
        {
            figure: '  p99',
            value: hub.p99_ms,
            unit: 'ms',
            floor: bare.p99_ms,
            ...judge('≤ 100 ms', hub.p99_ms <= 100),
        },
        { figure: '  memory per stream', value: memory, unit: 'B', ...judge('≤ 1,024 B', memory <= 1024) },
    ];
}
