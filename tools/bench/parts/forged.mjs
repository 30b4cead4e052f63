// What ten thousand webhooks a second with a wrong signature cost those with a right one.
import { Program } from '../../../tests/browser/programs.mjs';
import { Product, account } from '../../../tests/browser/product.mjs';

export async function forged(options) {
    const product = await Product.start(options);
    try {
        const args = ['--port', product.port, '--secret', account.appSecret, '--phone-number-id', account.phoneNumberId];
        const program = new Program(`${options.programs}/roost_bench_forged`, args.map(String));
        const { code } = await program.ended;
        if (code !== 0) throw new Error(`roost_bench_forged: ${program.output}`);
        return rowsOf(JSON.parse(program.output));
    } finally {
        await product.stop();
    }
}

function rowsOf({ alone, among, forged_per_second: rate }) {
    const row = (name, at) => ({
        figure: `signed webhook among ${Math.round(rate).toLocaleString('en')} forged a second, ${name} (floor: alone)`,
        value: among[at],
        unit: 'ms',
        floor: alone[at],
    });
    const middle = row('p50', 'p50_ms');
    return [
        { ...middle, bar: '≤ 2 × at 10,000/s', isMet: rate >= 9_500 && middle.value <= 2 * middle.floor },
        row('p99', 'p99_ms'),
    ];
}
