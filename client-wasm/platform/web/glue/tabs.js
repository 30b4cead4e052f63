// Other tabs of this browser: locks that one of them holds at a time, and a channel on which all hear each other.

const roostTabs = (() => {
    // Both are missing where the page did not come over HTTPS. A panel on a record may see what another may not: they
    // share nothing.
    const isOffered = Boolean(navigator.locks && window.BroadcastChannel) && !roostHost.isWidget;
    const releases = new Map();
    let channel = null;

    async function hold(id, name, seizes) {
        const waiting = new AbortController();
        let release;
        const end = new Promise((resolve) => (release = resolve));
        releases.set(id, () => {
            waiting.abort();
            release();
        });
        try {
            await navigator.locks.request(name, seizes ? { steal: true } : { signal: waiting.signal }, () => {
                if (releases.has(id)) _roost_on_lock(id, true);
                return end;
            });
        } catch {
            // Given up before it was held, or seized by another tab.
            if (releases.delete(id)) _roost_on_lock(id, false);
        }
    }

    return {
        isOffered: () => isOffered,
        hold,
        release(id) {
            const release = releases.get(id);
            releases.delete(id);
            if (release) release();
        },
        hear(name) {
            if (channel) channel.close();
            channel = name ? new BroadcastChannel(name) : null;
            if (channel) channel.onmessage = ({ data }) => roostWithText(String(data), _roost_on_told);
        },
        tell(text) {
            if (channel) channel.postMessage(text);
        },
    };
})();
