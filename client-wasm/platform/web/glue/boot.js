// Starts the program. All of glue/*.js stands before the program's own script, in one scope with it; functions
// that C++ exports are called _roost_….

Module.canvas = document.getElementById('canvas');

// What no first screen shows is a second program, loaded when the first one has drawn. Its functions have their places
// in a table of the first one from the start; whatever calls one of them before that has it loaded at once, and waits.
const roostLater = (() => {
    const address = document.querySelector('meta[name=later]').content;
    const patience = 5000;
    let first;
    let isHere = false;
    let early = 0; // how often somebody could not wait

    async function load() {
        try {
            const answer = await fetch(address, { credentials: 'same-origin', priority: 'low' });
            if (!answer.ok) throw new Error(`the program was answered ${answer.status}`);
            const module = await WebAssembly.compileStreaming(answer);
            if (!isHere) await WebAssembly.instantiate(module, { first });
            isHere = true;
        } catch (error) {
            console.warn(error);
            setTimeout(load, patience);
        }
    }

    function loadNow() {
        early += 1;
        const request = new XMLHttpRequest();
        request.open('GET', address, false);
        request.overrideMimeType('text/plain; charset=x-user-defined'); // one byte for each letter
        request.send();
        if (request.status !== 200) throw new Error(`the program was answered ${request.status}`);
        const bytes = Uint8Array.from(request.response, (letter) => letter.charCodeAt(0));
        new WebAssembly.Instance(new WebAssembly.Module(bytes), { first });
        isHere = true;
    }

    // Stands in for the function at one place of the only table.
    function call(place, values) {
        try {
            if (!isHere) loadNow();
        } catch (error) {
            roostShell.tellFailure();
            throw error;
        }
        const table = Object.values(first).find((one) => one instanceof WebAssembly.Table);
        return table.get(place)(...values);
    }

    return {
        places: new Proxy({}, { get: (_, place) => (...values) => call(Number(place), values) }),
        startBehind(instance) {
            first = instance.exports;
        },
        load,
        early: () => early,
        isHere: () => isHere,
    };
})();

Module.instantiateWasm = (imports, done) => {
    const { href, dataset } = document.getElementById('program');
    // Counted on a copy: the browser compiles, and keeps what it compiled, only of the answer itself. What is
    // counted is unpacked, so the page says how much that will be.
    async function count(copy) {
        const reader = copy.body.getReader();
        let size = 0;
        for (;;) {
            const { done: isEnd, value } = await reader.read();
            if (isEnd) return;
            size += value.length;
            roostShell.show(size / Number(dataset.bytes));
        }
    }
    async function start() {
        // The same mode and credentials as the preload in index.html, or the browser loads the program twice.
        const program = await fetch(href, { credentials: 'same-origin' });
        if (!program.ok) throw new Error(`the program was answered ${program.status}`);
        count(program.clone()).catch(() => {});
        const [result] = await Promise.all([WebAssembly.instantiateStreaming(program, { ...imports, later: roostLater.places }), roostShell.painted]);
        roostLater.startBehind(result.instance);
        done(result.instance, result.module);
    }
    start().catch((error) => {
        console.warn(error);
        roostShell.fail();
    });
    return {};
};

// A text for C++, which frees it; 0 for null.
const roostNewText = (text) => (text === null || text === undefined ? 0 : stringToNewUTF8(text));

// Calls C++ with a text that lives as long as the call.
function roostWithText(text, call) {
    const pointer = stringToNewUTF8(text);
    call(pointer);
    _free(pointer);
}

// The same for bytes.
function roostWithBytes(bytes, call) {
    const pointer = _malloc(bytes.length || 1);
    HEAPU8.set(bytes, pointer);
    call(pointer, bytes.length);
    _free(pointer);
}
