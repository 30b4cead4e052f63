// The page around the canvas: frames on demand, timers, storage, address, title, keyboard and pointer.
addToLibrary({
    $roostPage__deps: ['$stringToNewUTF8'],
    $roostPage: {
        isFrameAsked: false,
        isHidden: false,
        timer: 0,
        timerAt: Infinity,
        framesDrawn: 0,
        frameMs: 0,
        title: '',

        frame() {
            roostPage.isFrameAsked = false;
            const isVisible = !roostPage.isHidden;
            const started = performance.now();
            const wantsAnother = _roost_frame(isVisible ? 1 : 0);
            roostPage.frameMs = performance.now() - started;
            if (isVisible) roostPage.framesDrawn += 1;
            if (wantsAnother) roostPage.askFrame();
        },
        askFrame() {
            if (roostPage.isFrameAsked) return;
            roostPage.isFrameAsked = true;
            // A hidden page gets no animation frames, yet has to follow what happens.
            if (roostPage.isHidden) setTimeout(roostPage.frame, 0);
            else requestAnimationFrame(roostPage.frame);
        },
        // Queues input through an exported function and asks for the frame that takes it.
        send(queue, ...values) {
            queue(...values.map((value) => typeof value === 'string' ? stringToNewUTF8(value) : value));
            roostPage.askFrame();
        },
        resize() {
            const canvas = Module.canvas;
            const ratio = window.devicePixelRatio || 1;
            const width = window.innerWidth, height = window.innerHeight;
            canvas.width = Math.max(1, Math.round(width * ratio));
            canvas.height = Math.max(1, Math.round(height * ratio));
            roostPage.send(_roost_resized, width, height, ratio);
        },
        watchRatio() {
            // Zooming and another screen change the ratio; only a query for the present one notices each.
            const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
            query.addEventListener('change', () => { roostPage.resize(); roostPage.watchRatio(); }, {once: true});
        },
        keyPressed(event) {
            if (event.altKey || event.isComposing || event.key === 'Shift' || event.key === 'Control') return;
            const target = event.target;
            const isInField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
            const hasControl = event.ctrlKey || event.metaKey;
            if (isInField && !hasControl && event.key !== 'Escape') return;
            roostPage.send(_roost_key, event.key, hasControl, event.shiftKey, isInField);
        },
        visibilityChanged() {
            roostPage.isHidden = document.hidden;
            // What was asked of one clock may never come from it now.
            roostPage.isFrameAsked = false;
            roostPage.send(_roost_visible, !document.hidden);
        },
    },

    roost_page_init__deps: ['$roostPage'],
    roost_page_init() {
        const page = roostPage;
        const dark = matchMedia('(prefers-color-scheme: dark)');
        page.isHidden = document.hidden;
        addEventListener('resize', page.resize);
        page.watchRatio();
        document.addEventListener('visibilitychange', page.visibilityChanged);
        addEventListener('online', () => page.send(_roost_online, 1));
        addEventListener('offline', () => page.send(_roost_online, 0));
        addEventListener('hashchange', () => page.send(_roost_url_changed, location.hash));
        dark.addEventListener('change', () => page.send(_roost_dark, dark.matches));
        addEventListener('keydown', page.keyPressed);
        addEventListener('pointermove', (event) => page.send(_roost_pointer, event.clientX, event.clientY,
            event.pointerType !== 'touch'), {passive: true});
        document.documentElement.addEventListener('pointerleave', () => page.send(_roost_pointer, -1, -1, 0));
        document.fonts?.addEventListener('loadingdone', () => page.send(_roost_fonts_changed));
        Module.canvas.addEventListener('webglcontextlost', (event) => { event.preventDefault(); _roost_context(0); });
        Module.canvas.addEventListener('webglcontextrestored', () => { _roost_context(1); page.askFrame(); });
        page.send(_roost_dark, dark.matches);
        page.send(_roost_online, navigator.onLine);
        page.send(_roost_visible, !document.hidden);
        page.resize();
        window.roost = {frames: () => page.framesDrawn, frame_ms: () => page.frameMs};
    },

    roost_request_frame__deps: ['$roostPage'],
    roost_request_frame() { roostPage.askFrame(); },

    roost_wake_in__deps: ['$roostPage'],
    roost_wake_in(milliseconds) {
        const page = roostPage;
        const at = performance.now() + milliseconds;
        if (at >= page.timerAt) return;
        clearTimeout(page.timer);
        page.timerAt = at;
        // Longer waits overflow the timer; waking early only costs a frame.
        page.timer = setTimeout(() => {
            page.timerAt = Infinity;
            page.send(_roost_timer);
        }, Math.min(Math.max(0, milliseconds), 3600000));
    },

    roost_now() { return Date.now(); },
    roost_utc_offset(at) { return -new Date(at).getTimezoneOffset(); },
    roost_random(bytes, size) { crypto.getRandomValues(HEAPU8.subarray(bytes, bytes + size)); },

    // Storage may be refused altogether: then nothing is kept.
    roost_load__deps: ['$UTF8ToString', '$stringToNewUTF8'],
    roost_load(key) {
        try {
            const value = localStorage.getItem(UTF8ToString(key));
            return value === null ? 0 : stringToNewUTF8(value);
        } catch { return 0; }
    },
    roost_store__deps: ['$UTF8ToString'],
    roost_store(key, value) {
        const name = UTF8ToString(key), text = UTF8ToString(value);
        try {
            if (text) localStorage.setItem(name, text);
            else localStorage.removeItem(name);
        } catch { /* full or refused */ }
    },

    roost_set_url__deps: ['$UTF8ToString'],
    roost_set_url(fragment, replaces) {
        const wanted = UTF8ToString(fragment) || '#';
        if (location.hash === wanted) return;
        if (replaces) history.replaceState(null, '', wanted);
        else history.pushState(null, '', wanted);
    },
    roost_url__deps: ['$stringToNewUTF8'],
    roost_url() { return stringToNewUTF8(location.hash); },
    roost_set_title__deps: ['$UTF8ToString'],
    roost_set_title(title) { document.title = UTF8ToString(title); },

    roost_announce__deps: ['$UTF8ToString'],
    roost_announce(text, isUrgent) {
        const region = document.getElementById(isUrgent ? 'urgent' : 'polite');
        const said = document.createElement('div');
        said.textContent = UTF8ToString(text);
        // A new element each time: the same sentence twice is said twice.
        region.replaceChildren(said);
    },
    roost_copy__deps: ['$UTF8ToString'],
    roost_copy(text) { navigator.clipboard?.writeText(UTF8ToString(text)).catch(() => {}); },
    roost_open_link__deps: ['$UTF8ToString'],
    roost_open_link(url) { window.open(UTF8ToString(url), '_blank', 'noopener'); },
    roost_has_coarse_pointer() { return matchMedia('(pointer: coarse)').matches ? 1 : 0; },
});
