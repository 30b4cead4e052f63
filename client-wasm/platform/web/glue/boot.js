// Starts the program. All of glue/*.js stands before the program's own script, in one scope with it; functions
// that C++ exports are called _roost_….

Module.canvas = document.getElementById('canvas');
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
        const [result] = await Promise.all([WebAssembly.instantiateStreaming(program, imports), roostShell.painted]);
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
