// Requests and streams. C++ gets every answer through exported functions, which only queue it.

const roostNet = (() => {
    const controllers = new Map();

    function parseHeaders(lines) {
        const headers = new Headers();
        for (const line of lines.split('\n')) {
            const colon = line.indexOf(': ');
            if (colon > 0) headers.set(line.slice(0, colon), line.slice(colon + 2));
        }
        return headers;
    }

    async function readStream(id, response) {
        _roost_on_stream_open(id, response.status);
        const reader = response.body.getReader();
        for (;;) {
            const { done, value } = await reader.read();
            if (done || !controllers.has(id)) return;
            roostWithBytes(value, (pointer, size) => _roost_on_stream_bytes(id, pointer, size));
        }
    }

    async function start({ id, method, path, headers, body, timeout, isStream }) {
        const controller = new AbortController();
        controllers.set(id, controller);
        const timer = timeout > 0 && !isStream ? setTimeout(() => controller.abort(), timeout) : 0;
        let status = 0;
        let bytes = new Uint8Array(0);
        try {
            const response = await fetch(path, {
                method,
                body,
                headers: parseHeaders(headers),
                credentials: 'same-origin',
                // Packaged files never change under their names.
                cache: path.startsWith('/api/') ? 'no-store' : 'default',
                signal: controller.signal,
            });
            if (isStream) {
                await readStream(id, response);
            } else {
                bytes = new Uint8Array(await response.arrayBuffer());
                status = response.status;
            }
        } catch {
            status = 0; // offline, aborted or too slow: all the same to the caller
        }
        clearTimeout(timer);
        if (!controllers.delete(id)) return; // aborted: nothing follows
        if (isStream) _roost_on_stream_close(id);
        else roostWithBytes(bytes, (pointer, size) => _roost_on_response(id, status, pointer, size));
    }

    function abort(id) {
        const controller = controllers.get(id);
        controllers.delete(id);
        if (controller) controller.abort();
    }

    return { start, abort };
})();
