// A file of 100 MB in every direction: the memory that it costs the server, at the highest moment.
import { readFileSync, writeFileSync } from 'node:fs';

import { Product, account } from '../../../tests/browser/product.mjs';
import { until } from '../../../tests/browser/wait.mjs';

const bytes = 100 * 2 ** 20;
const bar = 16 * 2 ** 20;
const customer = '254712345678';

export async function media(options) {
    const product = await Product.start(options);
    try {
        const bench = new MediaBench(product, await product.signIn());
        await product.simulator.say({ from: customer, name: 'Amina Yusuf', text: 'Habari' });
        const rows = [];
        rows.push(await bench.measure('up from the browser', () => bench.upload()));
        rows.push(await bench.measure('down to the browser', () => bench.download()));
        rows.push(await bench.measure('to Meta', () => bench.send()));
        rows.push(await bench.measure('from Meta', () => bench.receive()));
        return rows;
    } finally {
        await product.stop();
    }
}

class MediaBench {
    constructor(product, token) {
        this.product = product;
        this.headers = { authorization: `Bearer ${token}` };
    }

    async measure(way, action) {
        const before = this.memory('VmRSS');
        writeFileSync(`/proc/${this.product.pid}/clear_refs`, '5'); // the highest moment counts from here
        const started = performance.now();
        await action();
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const growth = Math.max(0, this.memory('VmHWM') - before) / 2 ** 20;
        const figure = `memory for 100 MB ${way} (${seconds} s)`;
        return { figure, value: growth, unit: 'MB', bar: '≤ 16 MB', isMet: growth * 2 ** 20 <= bar };
    }

    memory(name) {
        const status = readFileSync(`/proc/${this.product.pid}/status`, 'utf8');
        return 1024 * Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]);
    }

    async call(method, path, body) {
        const answer = await fetch(`${this.product.url}/api/v1${path}`, { method, headers: this.headers, body });
        if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
        return answer;
    }

    async upload() {
        const answer = await this.call('POST', '/media', page());
        this.file = (await answer.json()).id;
    }

    async download() {
        const answer = await this.call('GET', `/media/${this.file}`);
        let left = bytes;
        for await (const piece of answer.body) left -= piece.length;
        if (left !== 0) throw new Error(`${left} bytes did not come`);
    }

    async send() {
        const body = { type: 'document', document: { file: this.file, filename: 'Plan.pdf' } };
        const answer = await this.call('POST', '/conversations/1/messages', JSON.stringify(body));
        const { message } = await answer.json();
        await until('message at Meta', async () => {
            const sent = await this.product.simulator.sent();
            return sent.some(({ callback_data: id }) => id === String(message.id));
        }, 60_000);
    }

    // Other bytes, so that they are not known yet.
    async receive() {
        const form = new FormData();
        form.append('messaging_product', 'whatsapp');
        form.append('type', 'application/pdf');
        form.append('file', new Blob([page(1)], { type: 'application/pdf' }), 'Plan.pdf');
        const answer = await fetch(`${this.product.simulator.url}/v23.0/${account.phoneNumberId}/media`, {
            method: 'POST',
            headers: { authorization: `Bearer ${account.accessToken}` },
            body: form,
        });
        const { id } = await answer.json();
        await this.product.simulator.ask('POST', 'inbound', { from: customer, type: 'document', document: { id } });
        await until('file in the thread', async () => {
            const page = await (await this.call('GET', '/conversations/1/messages?limit=1')).json();
            return page.messages.some(({ content }) => content.document?.id === id && content.document.file.state === 'stored');
        }, 60_000);
    }
}

function page(seed = 0) {
    const file = Buffer.alloc(bytes, 'x');
    file.write(`%PDF-1.4\n% ${seed}\n`);
    return file;
}
