// Roost on somebody else's page: one element and no request until it is wanted. What it shows comes in a frame from
// Roost's own address, so that neither page can reach into the other.

(() => {
    const waiting = window.Roost;
    if (waiting && waiting.isLoaded) return; // twice on a page: the first one stays
    const script = document.currentScript;
    const settings = { ...script.dataset, ...window.RoostSettings };
    const origin = new URL(settings.origin ?? script.src).origin;
    const handlers = new Map();
    const minute = 60_000;
    const number = (value, usual) => {
        const read = parseFloat(value);
        return isFinite(read) ? read : usual;
    };
    const isOn = (value) => value === true || value === '' || value === 'true';

    const styles = '/widget.css'; // that file itself, once it is packaged

    const bird = 'M4 18h16M7 18v-4M17 18v-4M6 11c0-4 3-7 7-7 3 0 5 2 5 4.5l2.5 1-2.5 1c-.5 2.5-3 4-6 4-4 0-6-1.5-6-3.5z';
    const drawings = { open: `${bird}M14.5 8h.1`, close: 'M6 9l6 6 6-6', leave: 'M14 5h5v5M19 5l-9 9M17 14v5H5V7h5' };

    // Title, close, leave.
    const languages = {
        en: ['Messages', 'Close', 'Open the whole inbox'],
        hi: ['मैसेज', 'बंद करें', 'पूरा इनबॉक्स खोलें'],
        sw: ['Ujumbe', 'Funga', 'Fungua kikasha chote'],
        es: ['Mensajes', 'Cerrar', 'Abrir toda la bandeja'],
        pt: ['Mensagens', 'Fechar', 'Abrir toda a caixa de entrada'],
        ar: ['الرسائل', 'إغلاق', 'فتح صندوق الوارد كله'],
    };
    const tags = [settings.language, document.documentElement.lang, ...navigator.languages];
    const language = tags.map((tag) => tag?.split('-')[0]).find((tag) => Object.hasOwn(languages, tag)) ?? 'en';
    const [title, minimiseWord, leaveWord] = languages[language];
    const words = { title, close: minimiseWord, leave: leaveWord, ...settings.words };

    function element(name, attributes = {}, ...children) {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
        made.append(...children);
        return made;
    }

    function drawing(path) {
        const space = 'http://www.w3.org/2000/svg';
        const svg = document.createElementNS(space, 'svg');
        svg.setAttribute('viewBox', '0 0 24 24');
        svg.setAttribute('aria-hidden', 'true');
        svg.append(document.createElementNS(space, 'path'));
        svg.firstChild.setAttribute('d', path);
        return svg;
    }

    // ---- the element

    const host = element('roost-widget', { hidden: '' });
    const root = host.attachShadow({ mode: 'open' });
    const badge = element('span', { class: 'badge', 'aria-hidden': 'true' });
    const dot = element('span', { class: 'dot', 'aria-hidden': 'true' });
    const bubble = element('button', { class: 'bubble', type: 'button', 'aria-expanded': 'false' }, badge, dot);
    const panel = element('dialog', { class: 'panel', 'aria-label': words.title });
    root.append(bubble);

    let isShown = false;
    let isDrawn = false; // by the mouse, whose click is still to come
    let frame;
    let port;
    let nonce;
    let session; // what the number on the bubble is asked with, until the frame takes it
    let due = 0; // when it is asked for again
    let wait = minute;

    // A page's mistake is the page's, and what comes next is no worse for it.
    function attempt(what) {
        try {
            what();
        } catch (error) {
            reportError(error);
        }
    }

    function emit(name, detail) {
        for (const handler of handlers.get(name) ?? []) attempt(() => handler(detail));
    }

    function put(own) {
        for (const [name, value] of Object.entries(own)) host.style.setProperty(name, value);
    }

    function dress() {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        root.adoptedStyleSheets = [sheet];
        put({
            '--x': `${number(settings.offsetX, 20)}px`,
            '--y': `${number(settings.offsetY, 20)}px`,
            '--w': `${number(settings.width, 400)}px`,
            '--h': `${number(settings.height, 640)}px`,
            '--z': `${Math.round(number(settings.zIndex, 2147483000))}`,
            '--colour': CSS.supports('color', settings.colour ?? '') ? settings.colour : '#00766c',
        });
        if (settings.position === 'left') host.dataset.side = 'left';
        if (isOn(settings.hideOnPhones)) host.dataset.phones = 'hidden';
        bubble.prepend(drawing(drawings.open));
        showUnread(0);
    }

    function showUnread(count) {
        badge.textContent = count === 0 ? '' : count > 99 ? '99+' : String(count);
        bubble.setAttribute('aria-label', count === 0 ? words.title : `${words.title} (${count})`);
    }

    function tellUnread(count) {
        showUnread(count);
        emit('unread', { count });
    }

    // ---- the number on the bubble, while there is no frame to tell it

    async function ask(path, init) {
        const answer = await fetch(`${origin}/api/v1/widget/${path}?site=${settings.site}`, { ...init, credentials: 'omit' });
        if (answer.status < 429) settings.token = null; // good once; not where nobody heard it
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
    }

    const openSession = async () => ({
        at: Date.now(), // it does not last any longer for being handed over
        ...(await ask('session', { method: 'POST', body: JSON.stringify({ token: await token() }) })),
    });

    // Once a minute at most, less often where it fails, and never where nobody would see it.
    async function look() {
        const wasKnown = session;
        const isNeeded = wasKnown || mayRenew() || settings.token;
        if (!isNeeded || frame || document.hidden || !bubble.offsetWidth || Date.now() < due) return;
        due = Date.now() + wait;
        const asked = (session ??= openSession());
        try {
            const { access_token } = await asked;
            const { unread } = await ask('unread', { headers: { Authorization: `Bearer ${access_token}` } });
            wait = minute;
            if (session === asked && !frame) tellUnread(unread);
        } catch (error) {
            if (session !== asked) return;
            session = null;
            if (wasKnown && mayRenew()) return void (due = 0); // it has ended: the next one is asked for
            wait = Math.min(2 * wait, 16 * minute);
            tellError('unread', error);
        }
    }

    // ---- the frame, and what is said between it and this page

    const mayRenew = () => typeof settings.getToken === 'function';

    async function token() {
        const { getToken, entity, contact } = settings;
        const given = mayRenew() ? await getToken({ entity, contact }) : settings.token;
        if (!given) throw new Error('no token');
        return String(given);
    }

    const tell = (said) => port?.postMessage(said);
    const tellError = (reason, error) => emit('error', { reason, message: String(error?.message ?? error) });

    async function answerToken(to, id) {
        const answer = { type: 'token', id, mayRenew: mayRenew() };
        try {
            answer.session = await session?.catch(() => null);
            session = null;
            if (!answer.session && (mayRenew() || settings.token)) answer.token = await token();
            settings.token = null;
        } catch (error) {
            tellError('token', error);
        }
        to.postMessage(answer);
    }

    function hear(from, { data }) {
        if (from !== port) return; // of a frame that was replaced
        if (data.type === 'token') answerToken(from, data.id);
        else if (data.type === 'close') close();
        else if (data.type === 'again') renew();
        else if (data.type === 'live') dot.classList.toggle('live', data.isLive);
        else if (data.type === 'unread') tellUnread(data.count);
        else emit(data.type, data.detail);
    }

    // The frame believes who knows what stands in its address, at the origin that its site allows.
    function greet() {
        const { port1, port2 } = new MessageChannel();
        port?.close();
        port = port1;
        port1.onmessage = (event) => hear(port1, event);
        const { entity, contact } = settings;
        frame.contentWindow.postMessage({ type: 'roost', nonce, entity, contact, isOpen: isShown }, origin, [port2]);
    }

    function wishes() {
        const { site = '', theme = '', entity, contact } = settings;
        const record = entity ? `${entity.type} ${entity.id}` : (contact ?? '');
        return new URLSearchParams({ site, theme, record });
    }

    function furnish() {
        const leave = element('button', { type: 'button', 'aria-label': words.leave }, drawing(drawings.leave));
        const minimise = element('button', { type: 'button', 'aria-label': words.close }, drawing(drawings.close));
        minimise.addEventListener('click', close);
        leave.addEventListener('click', () => window.open(`${origin}/`, '_blank', 'noopener'));
        panel.addEventListener('keydown', (event) => event.key === 'Escape' && close());
        panel.addEventListener('close', close); // by a gesture
        visualViewport.addEventListener('resize', fit);
        visualViewport.addEventListener('scroll', fit);
        panel.append(element('div', { class: 'head' }, element('span', {}, words.title), leave, minimise));
        root.append(panel);
    }

    // What a phone's keyboard leaves; not what remains in sight of a page that its reader enlarges.
    function fit() {
        const { scale, offsetTop, height } = visualViewport;
        if (scale < 1.1) put({ '--t': `${offsetTop}px`, '--v': `${height}px` });
    }

    function load() {
        if (frame || !bubble.offsetWidth) return; // where it is hidden, on phones
        if (!panel.isConnected) furnish();
        nonce = crypto.getRandomValues(new Uint32Array(4)).join('-');
        frame = element('iframe', {
            title: words.title,
            src: `${origin}/widget?${wishes()}#${nonce}`,
            allow: 'microphone; clipboard-write',
            referrerpolicy: 'origin',
        });
        frame.addEventListener('load', greet);
        panel.append(frame);
    }

    function unload() {
        port?.close();
        frame?.remove();
        port = frame = session = null;
        dot.classList.remove('live');
        tellUnread(0); // of what was shown
    }

    // ---- what a page and its reader can do

    // A frame that is not shown is told so: browsers do not say it, and it has to go on without their beat.
    function turn(isOpen) {
        isShown = isOpen;
        if (!isOpen) panel.close();
        else if (matchMedia('(max-width:599px)').matches) panel.showModal(); // it covers the page
        else panel.open = true;
        bubble.setAttribute('aria-expanded', isOpen);
        tell({ type: 'shown', isOpen });
    }

    function open() {
        if (!host.isConnected) return void (settings.open = true); // by start()
        if (isShown) return;
        show();
        load();
        if (!frame) return;
        turn(true);
        // A page that opens it by itself does not mean that its reader looks there.
        if (navigator.userActivation?.isActive) frame.focus();
        emit('open');
    }

    function close() {
        if (!isShown) return;
        const hadFocus = root.activeElement;
        turn(false);
        if (hadFocus) bubble.focus();
        emit('close');
    }

    const toggle = () => (isShown ? close() : open());
    const show = () => void (host.hidden = false);
    function hide() {
        close();
        host.hidden = true;
    }

    // What is shown belongs to what the token is for: another record needs another one.
    function renew(change) {
        Object.assign(settings, change);
        const wasLoaded = frame;
        unload();
        due = 0;
        wait = minute;
        if (wasLoaded) load();
        else look();
    }

    const commands = {
        open,
        close,
        toggle,
        show,
        hide,
        setEntity: (entity) => renew({ entity: entity ?? null }),
        setContact: (contact) => renew({ contact: contact ?? null }),
        setUser: (user) => renew({ token: user, getToken: user }),
        setTheme: (theme) => tell({ type: 'theme', theme: (settings.theme = theme) }),
        reset() {
            close();
            unload();
            settings.getToken = settings.token = null;
            due = Infinity; // until it is said who looks now
        },
        on(name, handler) {
            if (!handlers.has(name)) handlers.set(name, new Set());
            handlers.get(name).add(handler);
        },
        off: (name, handler) => void handlers.get(name)?.delete(handler),
    };

    function Roost(command, ...values) {
        if (!Object.hasOwn(commands, command)) throw new TypeError(`Roost knows no command '${command}'`);
        return commands[command](...values);
    }

    // ---- where the reader put it

    function drag(down) {
        if (down.button !== 0) return;
        const [fromX, fromY] = place();
        const side = getComputedStyle(host).direction === 'rtl' ? -1 : 1;
        const away = host.dataset.side === 'left' ? -side : side;
        let isMoved = (isDrawn = false);
        function move(event) {
            const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
            isMoved ||= Math.hypot(dx, dy) > 6;
            if (!isMoved || isShown) return;
            moveTo(fromX - dx * away, fromY - dy);
        }
        function drop() {
            bubble.removeEventListener('pointermove', move);
            if (!isMoved || isShown) return;
            isDrawn = true;
            remember(place());
        }
        bubble.setPointerCapture(down.pointerId);
        bubble.addEventListener('pointermove', move);
        bubble.addEventListener('lostpointercapture', drop, { once: true });
    }

    const place = () => ['--x', '--y'].map((name) => number(host.style.getPropertyValue(name), 20));

    function moveTo(x, y) {
        put({ '--x': `${Math.max(4, x)}px`, '--y': `${Math.max(4, y)}px` });
    }

    // A page may forbid its store.
    function remember(at) {
        try {
            localStorage.setItem('roost.bubble', JSON.stringify(at));
        } catch {}
    }
    function recall() {
        try {
            const at = JSON.parse(localStorage.getItem('roost.bubble'));
            if (at?.length === 2 && at.every(Number.isFinite)) moveTo(...at);
        } catch {}
    }

    function start() {
        if (settings.entityType && settings.entityId) {
            const { entityType: type, entityId: id, entityTitle: title, entityUrl: url } = settings;
            settings.entity ??= { type, id, title, url };
        }
        dress();
        recall();
        // After a mouse let it go there is a click, after a finger there is none.
        bubble.addEventListener('click', () => (isDrawn ? (isDrawn = false) : toggle()));
        bubble.addEventListener('pointerdown', drag);
        document.documentElement.append(host); // a body that is moved or scaled moves what is fixed in it
        show();
        const idle = window.requestIdleCallback ?? setTimeout;
        for (const call of waiting?.q ?? []) attempt(() => Roost(...call));
        if (isOn(settings.open)) open();
        else if (isOn(settings.preload)) idle(load);
        if (settings.badge !== false && settings.badge !== 'false') {
            idle(look);
            setInterval(look, minute / 4);
            document.addEventListener('visibilitychange', look);
        }
    }

    Roost.isLoaded = true;
    window.Roost = Roost;
    if (document.body) start();
    else document.addEventListener('DOMContentLoaded', start, { once: true });
})();
