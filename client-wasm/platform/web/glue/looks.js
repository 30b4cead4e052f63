// What the reader's system asks of the picture: dark or light, more contrast, colours of its own.

const roostLooks = (() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    let isWatched = false;
    const forced = matchMedia('(forced-colors: active)');
    // In the order of ui::SystemColours.
    const names = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'HighlightText', 'GrayText'];

    function colourOf(name) {
        const probe = document.createElement('span');
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        document.body.append(probe);
        const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
        probe.remove();
        return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    }

    return {
        isDark: () => (roostHost.theme() ? roostHost.theme() === 'dark' : dark.matches),
        changed: () => isWatched && _roost_on_theme(),
        wantsContrast: () => contrast.matches,
        writeForcedColours(out) {
            if (!forced.matches) return 0;
            HEAPU32.set(names.map(colourOf), out);
            return names.length;
        },
        // What the browser paints itself: scroll bars, the page around the canvas, the bar of the window.
        show(isDark) {
            document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
            if (forced.matches) return;
            for (const meta of document.querySelectorAll('meta[name=theme-color]'))
                meta.content = isDark ? '#0B141A' : '#F0F2F5';
        },
        watch() {
            isWatched = true;
            for (const query of [dark, contrast, forced]) query.addEventListener('change', () => _roost_on_theme());
        },
    };
})();
