// The page before its program: the outline of the first screen in the reader's colours, how far loading has come,
// and a plain sentence if it fails. Stands in the head, so it has to be short.

const roostShell = (() => {
    const root = document.documentElement;
    const patience = 300; // less is not worth a bar that comes and goes
    let isOver = false;

    // The program's own words are not there yet: what is being loaded, that it failed, why, and what helps.
    const sentences = {
        en: {
            loading: 'Loading Roost',
            failed: 'Roost could not be loaded.',
            offline: 'This device is offline.',
            damaged: 'A part of it did not arrive or is damaged.',
            reload: 'Reload',
        },
        hi: {
            loading: 'Roost लोड हो रहा है',
            failed: 'Roost लोड नहीं हो सका।',
            offline: 'यह डिवाइस ऑफ़लाइन है।',
            damaged: 'इसका एक हिस्सा नहीं पहुँचा या खराब है।',
            reload: 'फिर से लोड करें',
        },
        sw: {
            loading: 'Inapakia Roost',
            failed: 'Roost haikuweza kupakiwa.',
            offline: 'Kifaa hiki hakiko mtandaoni.',
            damaged: 'Sehemu yake haikufika au imeharibika.',
            reload: 'Pakia upya',
        },
        es: {
            loading: 'Cargando Roost',
            failed: 'No se pudo cargar Roost.',
            offline: 'Este dispositivo no tiene conexión.',
            damaged: 'Una parte no llegó o está dañada.',
            reload: 'Recargar',
        },
        pt: {
            loading: 'Carregando Roost',
            failed: 'Não foi possível carregar o Roost.',
            offline: 'Este dispositivo está sem conexão.',
            damaged: 'Uma parte não chegou ou está danificada.',
            reload: 'Recarregar',
        },
        ar: {
            loading: 'جارٍ تحميل Roost',
            failed: 'تعذّر تحميل Roost.',
            offline: 'هذا الجهاز غير متصل بالإنترنت.',
            damaged: 'لم يصل جزء منه أو أنه تالف.',
            reload: 'إعادة التحميل',
        },
    };

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
        if (parent === window && !recall('agent')) return 'sign-in';
        return /^#\/inbox\/\d/.test(location.hash) ? 'thread' : 'inbox';
    }

    // As language_for() chooses.
    function guessLanguage() {
        const tags = [recall('language'), ...(navigator.languages ?? []), navigator.language];
        return tags.map((tag) => tag?.split('-')[0]).find((tag) => sentences[tag]) ?? 'en';
    }

    const language = guessLanguage();
    const words = sentences[language];

    const bar = () => document.getElementById('loading');

    function showBar() {
        if (isOver) return;
        if (!bar()) {
            addEventListener('DOMContentLoaded', showBar);
            return;
        }
        bar().setAttribute('aria-label', words.loading);
        bar().hidden = false;
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
        if (parent === window) navigator.serviceWorker?.register('/sw.js').catch(() => {});
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
        box.dir = 'auto';
        const text = document.createElement('p');
        text.textContent = sentence;
        const button = document.createElement('button');
        button.textContent = words.reload;
        button.addEventListener('click', reload);
        box.append(text, button);
        document.body.append(box);
        button.focus();
    }

    // The program cannot draw here: a plain page in its place.
    function startPlain() {
        end();
        document.getElementById('canvas').remove();
        const { plainWords, plain } = document.body.dataset;
        for (const source of [plainWords, plain]) {
            const script = document.createElement('script');
            script.src = source;
            script.async = false; // in this order
            script.onerror = () => tellTrouble(`${words.failed} ${words.damaged}`);
            document.body.append(script);
        }
    }

    function tellFailure() {
        const isOffline = navigator.onLine === false;
        const tell = () => tellTrouble(`${words.failed} ${isOffline ? words.offline : words.damaged}`);
        if (document.body) tell();
        else addEventListener('DOMContentLoaded', tell);
    }

    // What fails once the program stands is its own matter.
    function fail() {
        if (!isOver) tellFailure();
    }

    // When the outline is on the screen: the program's first steps would hold it up. Where that is not told, and in
    // tabs that are not painted, nobody waits for it.
    const painted = new Promise((resolve) => {
        if (document.hidden) resolve();
        setTimeout(resolve, patience);
        try {
            new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
        } catch {
            resolve();
        }
    });

    // So that they are there when the program asks for them. English is part of it.
    const wordsFile = document.querySelector(`meta[name="words.${language}"]`)?.content;
    if (wordsFile) {
        const link = document.createElement('link');
        Object.assign(link, { rel: 'preload', as: 'fetch', href: wordsFile, crossOrigin: 'anonymous' });
        document.head.append(link);
    }

    const theme = recall('theme') ?? new URLSearchParams(location.search).get('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    root.dataset.screen = guessScreen();
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
    // As the reader drew it; views/shell.cpp has the same bounds.
    const listWidth = Number(recall('list-width'));
    if (listWidth > 0) root.style.setProperty('--list', `${listWidth}px`);
    // Scripts and styles that do not arrive tell nobody but a listener that catches on the way down.
    addEventListener('error', fail, true);
    addEventListener('unhandledrejection', fail);
    setTimeout(showBar, Math.max(0, patience - performance.now()));

    return {
        show,
        fail,
        tellFailure,
        startPlain,
        painted,
        language,
        end() {
            end();
            keepForOffline();
        },
    };
})();
