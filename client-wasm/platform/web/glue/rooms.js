// A browser gives a host six connections, for all of its tabs together, and every panel on somebody else's page needs
// one for its events. Of those that nobody sees three keep theirs; the others hear what they missed when they are shown.

const roostRooms = (() => {
    const names = ['roost.hidden.1', 'roost.hidden.2', 'roost.hidden.3'];
    const streams = new Set(); // what ends them
    let isWithout = false;

    const shown = () =>
        new Promise((resolve) => {
            const look = () => {
                if (document.hidden) return;
                document.removeEventListener('visibilitychange', look);
                resolve();
            };
            document.addEventListener('visibilitychange', look);
            look();
        });

    // Locks are missing where the page did not come over HTTPS.
    function take(name) {
        if (!navigator.locks) return Promise.resolve(false);
        return new Promise((resolve) => {
            const hold = (lock) => {
                resolve(lock !== null);
                return lock && shown();
            };
            navigator.locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(false));
        });
    }

    async function hide() {
        if (!document.hidden) return;
        for (const name of names) if (await take(name)) return;
        if (!document.hidden) return;
        isWithout = true;
        for (const end of streams) end();
        await shown();
        isWithout = false;
    }

    if (roostHost.isWidget) {
        document.addEventListener('visibilitychange', hide);
        hide(); // a page may begin behind others
    }

    return {
        // When a stream may be opened, which `end` ends if it has to make room.
        async enter(end) {
            if (isWithout) await shown();
            streams.add(end);
        },
        leave: (end) => void streams.delete(end),
    };
})();
