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
        roostHost.tell('live', { isLive: response.ok });
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
        let retryAfter = 0;
        let bytes = new Uint8Array(0);
        const end = () => controller.abort();
        try {
            if (isStream) await roostRooms.enter(end);
            const response = await roostEntering.fetch(path, {
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
                retryAfter = Number.parseInt(response.headers.get('Retry-After'), 10) || 0;
            }
        } catch {
            status = 0; // offline, aborted or too slow: all the same to the caller
        }
        clearTimeout(timer);
        roostRooms.leave(end);
        if (!controllers.delete(id)) return; // aborted: nothing follows
        if (isStream) roostHost.tell('live', { isLive: false });
        if (isStream) _roost_on_stream_close(id);
        else roostWithBytes(bytes, (pointer, size) => _roost_on_response(id, status, retryAfter, pointer, size));
    }

    // By XMLHttpRequest: fetch() does not tell how far it is.
    function upload({ id, file, path, headers }) {
        const stalledAfter = 60_000;
        const request = new XMLHttpRequest();
        controllers.set(id, request);
        let shown = 0;
        let timer = 0;
        const watch = () => {
            clearTimeout(timer);
            timer = setTimeout(() => request.abort(), stalledAfter);
        };
        request.upload.onprogress = ({ loaded, total }) => {
            watch();
            const percent = Math.floor((loaded / total) * 100);
            if (percent !== shown) _roost_on_progress(id, percent);
            shown = percent;
        };
        request.onloadend = () => {
            clearTimeout(timer);
            if (!controllers.delete(id)) return; // aborted: nothing follows
            const answer = new TextEncoder().encode(request.responseText);
            roostWithBytes(answer, (pointer, size) => _roost_on_response(id, request.status, 0, pointer, size));
        };
        request.open('POST', path);
        parseHeaders(headers).forEach((value, name) => request.setRequestHeader(name, value));
        watch();
        request.send(file);
    }

    function abort(id) {
        const controller = controllers.get(id);
        controllers.delete(id);
        if (controller) controller.abort();
    }

    return { start, upload, abort };
})();
