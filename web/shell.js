// The page before its program: the outline of the first screen in the reader's colours, how far loading has come,
// and a plain sentence if it fails. Stands in the head, so it has to be short.

const roostShell = (() => {
    const root = document.documentElement;
    const patience = 300; // less is not worth a bar that comes and goes
    let isOver = false;

    // Storage may be refused altogether.
    function recall(key) {
        try {
            return localStorage.getItem(key);
        } catch {
            return null;
        }
    }

    // Who was signed in last time most likely still is.
    function guessScreen() {
        if (!recall('agent')) return 'sign-in';
        return /^#\/inbox\/\d/.test(location.hash) ? 'thread' : 'inbox';
    }

    const bar = () => document.getElementById('loading');

    function showBar() {
        if (isOver) return;
        if (bar()) bar().hidden = false;
        else addEventListener('DOMContentLoaded', showBar);
    }

    function show(part) {
        if (!isOver && part > 0) bar().value = part;
    }

    function end() {
        if (isOver) return;
        isOver = true;
        document.getElementById('shell').remove();
        bar().remove();
    }

    // Not before the first screen stands, which nothing may slow down. Without a worker all is as well, but for
    // days without a network.
    function keepForOffline() {
        navigator.serviceWorker?.register('/sw.js').catch(() => {});
    }

    // A worker that serves a broken program would serve it again.
    async function reload() {
        try {
            const worker = navigator.onLine && (await navigator.serviceWorker?.getRegistration());
            if (worker) await worker.unregister();
        } finally {
            location.reload();
        }
    }

    function tellTrouble(sentence) {
        if (document.querySelector('.trouble')) return;
        end();
        const box = document.createElement('div');
        box.className = 'trouble';
        box.setAttribute('role', 'alert');
        box.setAttribute('aria-label', sentence);
        const words = document.createElement('p');
        words.textContent = sentence;
        const button = document.createElement('button');
        button.textContent = 'Reload';
        button.addEventListener('click', reload);
        box.append(words, button);
        document.body.append(box);
        button.focus();
    }

    // The program cannot draw here: a plain page in its place.
    function startPlain() {
        end();
        const script = document.createElement('script');
        script.src = document.body.dataset.plain;
        script.onerror = () => tellTrouble('Roost needs WebGL 2, which this browser does not offer.');
        document.getElementById('canvas').remove();
        document.body.append(script);
    }

    function fail() {
        if (isOver) return;
        const isOffline = navigator.onLine === false;
        const reason = isOffline ? 'This device is offline.' : 'A part of it did not arrive or is damaged.';
        const tell = () => tellTrouble(`Roost could not be loaded. ${reason}`);
        if (document.body) tell();
        else addEventListener('DOMContentLoaded', tell);
    }

    const theme = recall('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    root.dataset.screen = guessScreen();
    // Scripts and styles that do not arrive tell nobody but a listener that catches on the way down.
    addEventListener('error', fail, true);
    addEventListener('unhandledrejection', fail);
    setTimeout(showBar, Math.max(0, patience - performance.now()));

    return {
        show,
        fail,
        tellTrouble,
        startPlain,
        end() {
            end();
            keepForOffline();
        },
    };
})();
