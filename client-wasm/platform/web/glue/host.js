// Where Roost is a panel on somebody else's page: what is said between the two, through a port that the page's loader
// (web/widget.js) hands over.

const roostHost = (() => {
    const isWidget = location.pathname === '/widget';
    const nonce = location.hash.slice(1);
    const wish = new URLSearchParams(location.search);
    // Panels of several records lie in one store: each has its own part.
    const part = isWidget ? `${wish.get('site')} ${wish.get('record')} ` : '';
    const waiting = new Map();
    // The page that this frame stands in; unknown where the browser does not say.
    const embedder = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
    const turned = new EventTarget();
    let about = {}; // the record or the person that the page is about
    let isOpen = true; // the panel around this frame: closed, it is as a hidden tab, but that browsers do not say so
    let theme = wish.get('theme');
    let asked = 0;
    let port;
    let connect;
    const connected = new Promise((resolve) => (connect = resolve));

    function tell(type, values = {}) {
        port?.postMessage({ type, ...values });
    }

    function turn(isNowOpen) {
        if (isOpen === isNowOpen) return;
        isOpen = isNowOpen;
        turned.dispatchEvent(new Event('turn'));
    }

    function hear({ data }) {
        if (data.type === 'shown') turn(data.isOpen === true);
        if (data.type === 'theme') {
            theme = data.theme;
            roostLooks.changed();
        }
        if (data.type !== 'token') return;
        waiting.get(data.id)?.(data);
        waiting.delete(data.id);
    }

    // Only pages of the site may hold this frame (frame-ancestors), and only the loader knows what stood in its address.
    function greet({ source, origin, data, ports }) {
        if (port || source !== parent || (embedder && origin !== embedder)) return;
        if (data?.type !== 'roost' || data.nonce !== nonce || ports.length !== 1) return;
        port = ports[0];
        port.onmessage = hear;
        about = { entity: data.entity, contact: data.contact };
        turn(data.isOpen === true);
        connect();
    }

    // Escape leaves what is open here first, and the panel last.
    function leave({ key, defaultPrevented }) {
        const isCovered = document.querySelector('#mirror [role=dialog], #mirror [role=menu], #mirror [role=log]');
        const field = document.activeElement;
        if (key === 'Escape' && !isCovered && !field?.value && !defaultPrevented) tell('close');
    }

    async function askPage() {
        await connected;
        const id = ++asked;
        return new Promise((resolve) => {
            waiting.set(id, resolve);
            tell('token', { id });
        });
    }

    if (isWidget) {
        history.replaceState(null, '', `${location.pathname}${location.search}#/inbox`);
        addEventListener('message', greet);
        addEventListener('keydown', leave, true);
    }

    return {
        isWidget,
        wish,
        nonce,
        part,
        tell,
        askPage,
        about: () => about,
        // 'light', 'dark', or nothing: as the reader's system.
        theme: () => isWidget && theme,
        isHidden: () => document.hidden || !isOpen,
        onTurn(handler) {
            document.addEventListener('visibilitychange', handler);
            turned.addEventListener('turn', handler);
        },
    };
})();
