// Roost as an operator runs it, on a data folder of its own, with a simulator in the place of Meta.
import { Program, dropFolder, freePort, makeFolder } from './programs.mjs';
import { Simulator } from './simulator.mjs';
import { until } from './wait.mjs';
import { postWebhook } from './webhooks.mjs';

export const account = {
    appSecret: 'app-secret-of-the-tests',
    verifyToken: 'verify-token-of-the-tests',
    accessToken: 'access-token-of-the-tests',
    phoneNumberId: '106540352242922',
    wabaId: '102290129340398',
};
export const agent = { email: 'ana@example.com', name: 'Ana', password: 'correct horse battery' };

export class Product {
    // Everything is up and the agent can sign in when this resolves.
    static async start({ server, web, env = {} }) {
        const product = new Product(server, web);
        product.env = env;
        product.port = await freePort();
        product.simulator = await Simulator.start(server, product.url, account);
        await product.addAgent();
        await product.startServer();
        return product;
    }

    constructor(server, web) {
        this.server = server;
        this.web = web;
        this.data = makeFolder();
    }

    get url() {
        return `http://127.0.0.1:${this.port}`;
    }

    get database() {
        return `${this.data}/roost.db`;
    }

    get pid() {
        return this.program.pid;
    }

    environment() {
        return {
            ...process.env,
            ROOST_APP_SECRET: account.appSecret,
            ROOST_VERIFY_TOKEN: account.verifyToken,
            ROOST_ACCESS_TOKEN: account.accessToken,
            ROOST_PHONE_NUMBER_ID: account.phoneNumberId,
            ROOST_WABA_ID: account.wabaId,
            ROOST_GRAPH_URL: this.simulator.url,
            // A flow does in seconds what people do in minutes.
            ROOST_REQUESTS_PER_MINUTE: '1000000',
            ROOST_STREAMS_PER_AGENT: '100000',
            ...this.env,
        };
    }

    async addAgent({ email, name } = agent, role = 'admin') {
        const args = ['agent', 'add', '--data', this.data, '--email', email];
        args.push('--name', name, '--role', role);
        const program = new Program(this.server, args, { env: this.environment() });
        program.child.stdin.end(`${agent.password}\n`);
        const { code } = await program.ended;
        if (code !== 0) throw new Error(`roost agent add failed: ${program.output}`);
    }

    async startServer() {
        const args = ['serve', '--port', String(this.port), '--data', this.data, '--web', this.web];
        this.program = new Program(this.server, args, { env: this.environment() });
        await until('answer of the server', async () => {
            if (this.program.hasEnded) throw new Error(this.program.output);
            return (await fetch(`${this.url}/health/live`)).ok;
        });
    }

    killServer() {
        return this.program.kill();
    }

    // Posts a webhook past the simulator; the status it was answered with.
    post(payload) {
        return postWebhook(this.url, account.appSecret, payload);
    }

    // An access token for calls to the API.
    async signIn() {
        const answer = await fetch(`${this.url}/api/v1/auth/login`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ email: agent.email, password: agent.password }),
        });
        if (!answer.ok) throw new Error(`sign-in was answered ${answer.status}`);
        return (await answer.json()).access_token;
    }

    async stop() {
        await this.program?.stop();
        await this.simulator?.stop();
        dropFolder(this.data);
    }
}
