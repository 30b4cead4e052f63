// What has to stand before the program's glue runs: where the picture goes, and the program, compiled while it
// arrives under its packaged name.
'use strict';

function tellTrouble(error) {
    const sentence = document.createElement('p');
    sentence.className = 'trouble';
    sentence.setAttribute('role', 'alert');
    sentence.textContent = `Roost could not start in this browser. Reload the page to try again. (${error})`;
    document.body.append(sentence);
}

var Module = {
    canvas: document.getElementById('canvas'),
    instantiateWasm(imports, done) {
        const program = document.getElementById('program').href;
        // Same mode and credentials as the preload, or the browser loads the program twice.
        WebAssembly.instantiateStreaming(fetch(program, {credentials: 'same-origin'}), imports)
            .then((result) => done(result.instance, result.module))
            .catch(tellTrouble);
        return {};
    },
};
