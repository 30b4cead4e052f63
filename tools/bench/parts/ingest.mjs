// Signed webhooks per second, every one of them durable and counted in the database afterwards.
import { Program } from '../../../tests/browser/programs.mjs';
import { Product, account } from '../../../tests/browser/product.mjs';

export async function ingest(options) {
    const product = await Product.start(options);
    try {
        const args = ['--port', product.port, '--secret', account.appSecret];
        args.push('--phone-number-id', account.phoneNumberId, '--database', product.database);
        const program = new Program(`${options.programs}/roost_bench_ingest`, args.map(String));
        const { code } = await program.ended;
        if (code !== 0) throw new Error(`roost_bench_ingest: ${program.output}`);
        return rowsOf(JSON.parse(program.output));
    } finally {
        await product.stop();
    }
}

function rowsOf({ ingest: own, bare, lost, doubled, body_bytes: bytes }) {
    const share = own.per_second / bare.per_second;
    return [
        {
            figure: `durable webhooks, ${bytes} B, 32 connections`,
            value: own.per_second,
            unit: '/s',
            floor: bare.per_second,
            bar: '≥ 15,000/s and ≥ 0.2',
            isMet: own.per_second >= 15_000 && share >= 0.2,
        },
        { figure: '  p99', value: own.p99_ms, unit: 'ms', floor: bare.p99_ms, bar: '≤ 10 ms', isMet: own.p99_ms <= 10 },
        {
            figure: `  lost or doubled of ${own.accepted.toLocaleString('en')} answered 200`,
            value: lost + doubled,
            bar: '0',
            isMet: lost + doubled === 0,
        },
    ];
}
