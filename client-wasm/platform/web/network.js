// Requests and streams by fetch(). What arrives is queued; C++ takes it at the start of the next frame.
addToLibrary({
    $roostNetwork__deps: ['$roostPage'],
    $roostNetwork: {
        streams: new Map(),

        options(method, headers, body, signal) {
            return {
                method, signal, headers: JSON.parse(headers),
                body: body === '' ? undefined : body,
                credentials: 'same-origin', cache: 'no-store', redirect: 'error',
            };
        },
        passBytes(id, bytes) {
            const copy = _malloc(bytes.length);
            HEAPU8.set(bytes, copy);
            roostPage.send(_roost_stream_bytes, id, copy, bytes.length);
        },
        pump(id, reader) {
            return reader.read().then(({done, value}) => {
                if (done || !roostNetwork.streams.has(id)) return undefined;
                roostNetwork.passBytes(id, value);
                return roostNetwork.pump(id, reader);
            });
        },
    },

    roost_fetch__deps: ['$roostNetwork', '$UTF8ToString', 'malloc'],
    roost_fetch(id, method, path, headers, body, timeout) {
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), timeout);
        const options = roostNetwork.options(UTF8ToString(method), UTF8ToString(headers), UTF8ToString(body), abort.signal);
        fetch(UTF8ToString(path), options)
            .then((response) => response.text().then((text) => [response.status, text]))
            .catch(() => [0, ''])
            .then(([status, text]) => {
                clearTimeout(timer);
                roostPage.send(_roost_fetched, id, status, text);
            });
    },

    roost_open_stream__deps: ['$roostNetwork', '$UTF8ToString', 'malloc'],
    roost_open_stream(id, method, path, headers, body) {
        const abort = new AbortController();
        roostNetwork.streams.set(id, abort);
        const options = roostNetwork.options(UTF8ToString(method), UTF8ToString(headers), UTF8ToString(body), abort.signal);
        fetch(UTF8ToString(path), options)
            .then((response) => {
                if (!roostNetwork.streams.has(id)) return undefined;
                roostPage.send(_roost_stream_opened, id, response.status);
                return response.body ? roostNetwork.pump(id, response.body.getReader()) : undefined;
            })
            .catch(() => {})
            .then(() => {
                if (roostNetwork.streams.delete(id)) roostPage.send(_roost_stream_closed, id);
            });
    },

    roost_close_stream__deps: ['$roostNetwork'],
    roost_close_stream(id) {
        const abort = roostNetwork.streams.get(id);
        roostNetwork.streams.delete(id);
        abort?.abort();
    },
});
