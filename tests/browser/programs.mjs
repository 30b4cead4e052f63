// Programs that a test starts. All of them end with this one, however it ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set();
const folders = new Set();

export class Program {
    // withChildren: what it starts itself ends with it, too.
    constructor(command, args, { withChildren = false, ...options } = {}) {
        this.output = '';
        this.withChildren = withChildren;
        this.child = spawn(command, args, { stdio: 'pipe', detached: withChildren, ...options });
        this.ended = new Promise((resolve) => {
            this.child.once('close', (code, signal) => resolve({ code, signal }));
            this.child.once('error', (error) => {
                this.output += error.message;
                resolve({ code: 127, signal: null });
            });
        });
        this.ended.then(() => {
            this.hasEnded = true;
            running.delete(this);
        });
        for (const pipe of [this.child.stdout, this.child.stderr]) {
            pipe?.setEncoding('utf8').on('data', (text) => {
                this.output = (this.output + text).slice(-20_000);
            });
        }
        this.child.stdin?.on('error', () => {});
        running.add(this);
    }

    get pid() {
        return this.child.pid;
    }

    // Ends it as a person would, or, after five seconds, for good.
    async stop() {
        if (this.hasEnded) return;
        this.signal('SIGTERM');
        const last = setTimeout(() => this.signal('SIGKILL'), 5000);
        await this.ended;
        clearTimeout(last);
    }

    async kill() {
        this.signal('SIGKILL');
        await this.ended;
    }

    signal(name) {
        if (this.hasEnded || !this.pid) return;
        try {
            process.kill(this.withChildren ? -this.pid : this.pid, name);
        } catch {
            // It ended in this moment.
        }
    }
}

export function makeFolder() {
    const folder = mkdtempSync(join(tmpdir(), 'roost-test-'));
    folders.add(folder);
    return folder;
}

export function dropFolder(folder) {
    folders.delete(folder);
    rmSync(folder, { recursive: true, force: true });
}

export function freePort() {
    return new Promise((resolve, reject) => {
        const server = createServer().once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

function endEverything() {
    for (const program of running) program.signal('SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

process.on('exit', endEverything);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.exit(130));
}
