// The page around everything: frames on demand, size, address, storage, announcements.

const roostPage = (() => {
    const canvas = document.getElementById('canvas');
    const coarse = matchMedia('(pointer: coarse)');
    let isFrameAsked = false;
    let frame = 0;
    let isTurnAsked = false;
    let timer = 0;

    function draw() {
        isFrameAsked = false;
        _roost_tick(true);
    }

    // A hidden tab, and a frame that is not shown, get no animation frames and only rare timers, but messages to
    // themselves at once.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
        isTurnAsked = false;
        if (roostHost.isHidden()) _roost_tick(false);
        else requestFrame();
    };

    function requestFrame() {
        if (roostHost.isHidden()) {
            if (!isTurnAsked) channel.port2.postMessage(0);
            isTurnAsked = true;
        } else if (!isFrameAsked) {
            isFrameAsked = true;
            frame = requestAnimationFrame(draw);
        }
    }

    // What a key leads to has to stand before the next key comes, or that goes where the focus was: people type
    // ahead of a slow frame. Twice, since the focus may go to what the first one made.
    function drawNow() {
        for (let i = 0; i < 2 && isFrameAsked && !roostHost.isHidden(); ++i) {
            cancelAnimationFrame(frame);
            draw();
        }
    }

    // The older way, which pages cannot withhold: the browser asks what is to be copied. Not in every browser.
    function copyAsAsked(words) {
        let isAsked = false;
        const answer = (event) => {
            isAsked = true;
            event.clipboardData.setData('text/plain', words);
            event.preventDefault();
            event.stopImmediatePropagation();
        };
        window.addEventListener('copy', answer, true);
        const isDone = document.execCommand('copy');
        window.removeEventListener('copy', answer, true);
        return isDone && isAsked;
    }

    // The on-screen keyboard makes the visual viewport smaller, in Safari that alone; so does pinching, which
    // must not squeeze the layout.
    const isPinched = () => window.visualViewport && Math.abs(visualViewport.scale - 1) > 0.01;
    // What notches and the like cover is left out by the style of the mirror.
    const { root } = roostMirror;
    const width = () => root.clientWidth;
    const height = () =>
        window.visualViewport && !isPinched()
            ? Math.min(root.clientHeight, visualViewport.height - root.offsetTop)
            : root.clientHeight;

    function watchPixelRatio() {
        const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
        const changed = () => {
            _roost_on_resized();
            watchPixelRatio();
        };
        query.addEventListener('change', changed, { once: true });
    }

    function watchContext() {
        canvas.addEventListener('webglcontextlost', (event) => {
            event.preventDefault(); // or it is never given back
            _roost_on_context(false);
        });
        canvas.addEventListener('webglcontextrestored', () => _roost_on_context(true));
    }

    function start() {
        addEventListener('resize', () => _roost_on_resized());
        if (window.visualViewport) visualViewport.addEventListener('resize', () => _roost_on_resized());
        watchPixelRatio();
        watchContext();
        roostLooks.watch();
        addEventListener('online', () => _roost_on_online(true));
        addEventListener('offline', () => _roost_on_online(false));
        addEventListener('popstate', () => roostWithText(location.hash, _roost_on_url));
        roostHost.onTurn(() => _roost_on_visibility(!roostHost.isHidden()));
        document.fonts.addEventListener('loadingdone', () => _roost_on_fonts());
        roostInput.start();
        window.roost = { frames: () => _roost_frames(), heapBytes: () => HEAPU8.length, later: roostLater };
    }

    // Storage may be refused altogether, or be full: what it keeps is a convenience.
    function load(key) {
        try {
            return localStorage.getItem(roostHost.part + key);
        } catch {
            return null;
        }
    }
    function store(key, value) {
        try {
            if (value === '') localStorage.removeItem(roostHost.part + key);
            else localStorage.setItem(roostHost.part + key, value);
        } catch {
            // Nothing is lost that the server has.
        }
    }

    function stored(prefix) {
        try {
            const ours = Object.keys(localStorage).filter((key) => key.startsWith(roostHost.part + prefix));
            const keys = ours.map((key) => key.slice(roostHost.part.length));
            return keys.sort().map((key) => `${key}\n`).join('');
        } catch {
            return '';
        }
    }

    // The icon of the tab: the page's own, with the count on it.
    function iconWith(unread) {
        if (unread === 0) return '/icon.svg';
        const words = unread > 9 ? '9+' : unread;
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="19" fill="#00766c"/>
<path d="M14 20a6 6 0 0 1 6-6h24a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H30L18 51v-9a6 6 0 0 1-4-6z" fill="#fff"/>
<circle cx="43" cy="43" r="21" fill="#b3261e"/>
<text x="43" y="54" text-anchor="middle" font-family="sans-serif" font-size="30" font-weight="700" fill="#fff">${words}</text>
</svg>`;
        return `data:image/svg+xml,${encodeURIComponent(svg)}`;
    }

    // The same words twice are said twice only if the region was empty in between.
    function announce(words, isUrgent) {
        const region = document.getElementById(isUrgent ? 'said-now' : 'said');
        region.textContent = '';
        setTimeout(() => (region.textContent = words), 50);
    }

    return {
        start,
        width,
        height,
        requestFrame,
        drawNow,
        load,
        store,
        stored,
        announce,
        isTouch: () => coarse.matches,
        // Whoever asks for a context first decides what it is like.
        prepareCanvas() {
            // With alpha, though all that is drawn is opaque: without it, each write has to leave it alone, which
            // takes a GPU's stand-in a third more.
            const plain = { antialias: false, depth: false, stencil: false };
            canvas.getContext('webgl2', { ...plain, preserveDrawingBuffer: true });
        },
        sizeCanvas(pixelWidth, pixelHeight, cssWidth, cssHeight) {
            canvas.width = pixelWidth;
            canvas.height = pixelHeight;
            canvas.style.width = `${cssWidth}px`;
            canvas.style.height = `${cssHeight}px`;
        },
        wakeIn(millis) {
            clearTimeout(timer);
            timer = setTimeout(() => _roost_on_timer(), Math.min(millis, 2 ** 31 - 1));
        },
        setUrl(fragment, replaces) {
            const url = fragment || location.pathname + location.search;
            if (replaces) history.replaceState(null, '', url);
            else history.pushState(null, '', url);
        },
        setTitle(title, unread) {
            roostHost.tell('unread', { count: unread });
            document.title = unread > 0 ? `(${unread}) ${title}` : title;
            document.querySelector('link[rel=icon]').href = iconWith(unread);
        },
        // A page may withhold it from its frames, and without HTTPS there is none.
        async copy(words) {
            try {
                await navigator.clipboard.writeText(words);
                _roost_on_copied(true);
            } catch {
                _roost_on_copied(copyAsAsked(words));
            }
        },
        asset: (name) => document.querySelector(`meta[name="${name}"]`)?.content,
        openLink: (url) => window.open(url, '_blank', 'noopener'),
        save(name, words) {
            const link = document.createElement('a');
            // Phones choose by it what opens the file.
            const type = name.endsWith('.vcf') ? 'text/vcard' : 'text/csv';
            link.href = URL.createObjectURL(new Blob([words], { type }));
            link.download = name;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
        },
        // The server's answer says the name.
        download(url) {
            const link = document.createElement('a');
            link.href = url;
            link.download = '';
            link.click();
        },
    };
})();
