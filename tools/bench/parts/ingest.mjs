// Signed webhooks per second, every one of them durable and counted in the database afterwards.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

import { Program } from '../../../tests/browser/programs.mjs';
import { Product, account } from '../../../tests/browser/product.mjs';
import { percentile } from '../table.mjs';

export async function ingest(options) {
    const product = await Product.start(options);
    try {
        const args = ['--port', product.port, '--secret', account.appSecret];
        args.push('--phone-number-id', account.phoneNumberId, '--database', product.database);
        const program = new Program(`${options.programs}/roost_bench_ingest`, args.map(String));
        const { code } = await program.ended;
        if (code !== 0) throw new Error(`roost_bench_ingest: ${program.output}`);
        return [...rowsOf(JSON.parse(program.output)), rowOfDisk(product.data)];
    } finally {
        await product.stop();
    }
}

// What a commit of thirty-two webhooks cannot be quicker than.
function rowOfDisk(folder) {
    const file = openSync(`${folder}/disk-floor`, 'w');
    const samples = [];
    for (let i = 0; i < 200; ++i) {
        writeSync(file, Buffer.alloc(40_000, i));
        const started = performance.now();
        fdatasyncSync(file);
        samples.push(performance.now() - started);
    }
    closeSync(file);
    const late = percentile(samples, 0.99).toFixed(1);
    return { figure: `  the disk alone: one sync of 40 KB (p99 ${late} ms)`, value: percentile(samples, 0.5), unit: 'ms' };
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
