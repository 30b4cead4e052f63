// The simulator as a program of its own, and its control API: speaking as the customers and scripting Meta.
import { Program, freePort } from './programs.mjs';
import { until } from './wait.mjs';

export class Simulator {
    static async start(server, webhookUrl, account) {
        const simulator = new Simulator();
        simulator.port = await freePort();
        simulator.token = account.accessToken;
        const args = ['simulate', '--port', String(simulator.port), '--webhook-url', `${webhookUrl}/webhooks/whatsapp`];
        args.push('--app-secret', account.appSecret, '--access-token', account.accessToken);
        args.push('--phone-number-id', account.phoneNumberId);
        simulator.program = new Program(server, args);
        await until('answer of the simulator', async () => {
            if (simulator.program.hasEnded) throw new Error(simulator.program.output);
            return (await fetch(`${simulator.url}/_control/health`)).ok;
        });
        return simulator;
    }

    get url() {
        return `http://127.0.0.1:${this.port}`;
    }

    async ask(method, path, body) {
        const answer = await fetch(`${this.url}/_control/${path}`, { method, body: body && JSON.stringify(body) });
        if (!answer.ok) throw new Error(`the simulator answered ${answer.status} to ${path}`);
        return answer.json();
    }

    // A customer writes; resolves when the server has answered the webhook with 200.
    say({ from, name, text }) {
        return this.ask('POST', 'say', { from, name, text });
    }
    // Settings that stay: {enforce_window, retry_delay_ms, …}.
    script(settings) {
        return this.ask('POST', 'script', settings);
    }
    // The next message sent fails with Meta's code, as Meta would tell it: at once or by a status.
    failNext(code) {
        return this.ask('POST', 'fail', { code });
    }
    // No statuses come by themselves from now on.
    holdStatuses() {
        return this.ask('POST', 'hold', {});
    }
    // What was accepted so far: [{wamid, to, type, text, file: {id, …} or null, callback_data}].
    sent() {
        return this.ask('GET', 'sent');
    }
    // The bytes of a file that the business uploaded, as the customer gets them.
    async fileOf({ file }) {
        const headers = { authorization: `Bearer ${this.token}` };
        const { url } = await (await fetch(`${this.url}/v23.0/${file.id}`, { headers })).json();
        return Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
    }
    stop() {
        return this.program.stop();
    }
}
