// A door in front of the server that keeps, spoils or refuses what passes, alike for every engine.
import { createServer, request as ask } from 'node:http';

export class Gate {
    static async open(product) {
        const gate = new Gate();
        gate.rules = [];
        gate.server = createServer((request, response) => gate.pass(product.port, request, response));
        await new Promise((resolve) => gate.server.listen(0, '127.0.0.1', resolve));
        gate.url = `http://127.0.0.1:${gate.server.address().port}`;
        return gate;
    }

    // For paths like this, instead of passing: (response, pass, url) => …; null to let them pass again.
    when(pattern, act) {
        this.rules = this.rules.filter((rule) => rule.pattern.source !== pattern.source);
        if (act) this.rules.push({ pattern, act });
    }
    // Keeps them until the function is called that this returns.
    hold(pattern) {
        const kept = [];
        // Kept by the browser it would not be asked for again.
        this.when(pattern, (response, pass) => kept.push(() => pass({ 'cache-control': 'no-store' })));
        return () => {
            this.when(pattern, null);
            for (const pass of kept) pass();
        };
    }

    pass(port, request, response) {
        const { url: path, method, headers } = request;
        const pass = (changed = {}) => {
            const onward = ask({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
                response.writeHead(answer.statusCode, { ...answer.headers, ...changed });
                answer.pipe(response);
            });
            onward.on('error', () => response.destroy());
            response.on('close', () => onward.destroy());
            request.pipe(onward);
        };
        const rule = this.rules.find(({ pattern }) => pattern.test(path));
        if (rule) rule.act(response, pass, `http://127.0.0.1:${port}${path}`);
        else pass();
    }

    close() {
        this.server.close();
        this.server.closeAllConnections();
    }
}

export function spoil(response) {
    response.writeHead(200, { 'content-type': 'application/wasm', 'cache-control': 'no-store' });
    response.end('not a program');
}

export function emptyScript(response) {
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
    response.end();
}

// Passes with words before it; of scripts and styles, which come whole.
export const preceded = (words) => async (response, pass, url) => {
    const answer = await fetch(url);
    response.writeHead(200, { 'content-type': answer.headers.get('content-type'), 'cache-control': 'no-store' });
    response.end(words + (await answer.text()));
};

export const refuse = (response) => response.destroy();
