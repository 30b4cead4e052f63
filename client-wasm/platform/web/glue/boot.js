// Starts the program. All of glue/*.js stands before the program's own script, in one scope with it; functions
// that C++ exports are called _roost_….

function roostTellTrouble(sentence) {
    const alert = document.createElement('p');
    alert.className = 'trouble';
    alert.setAttribute('role', 'alert');
    alert.textContent = sentence;
    document.body.append(alert);
}

Module.canvas = document.getElementById('canvas');
Module.instantiateWasm = (imports, done) => {
    // The same mode and credentials as the preload in index.html, or the browser loads the program twice.
    const program = fetch(document.getElementById('program').href, { credentials: 'same-origin' });
    WebAssembly.instantiateStreaming(program, imports)
        .then((result) => done(result.instance, result.module))
        .catch((error) => roostTellTrouble(`Roost could not start: ${error.message}. Reload the page to try again.`));
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
