// Fonts by number, and what both the DOM and the canvas have to agree on.

const roostFonts = (() => {
    // One list for both, in style.css. Scripts are named there one by one: left alone, DOM and canvas fall back
    // to different fonts.
    const page = getComputedStyle(document.documentElement);
    const family = page.getPropertyValue('--font').trim();
    const monospaced = page.getPropertyValue('--font-monospaced').trim();
    const host = document.getElementById('measure');
    let fonts = [];
    let ratio = 1;

    // Where the DOM puts the baseline in a line of this height.
    function probeBaseline(css, lineHeight) {
        const line = document.createElement('div');
        line.style.font = css;
        line.style.lineHeight = `${lineHeight}px`;
        line.style.whiteSpace = 'nowrap'; // the host has no width
        const mark = document.createElement('span');
        mark.className = 'mark';
        line.append('x', mark);
        host.append(line);
        const baseline = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
        line.remove();
        return baseline;
    }

    function add(size, lineHeight, weight, isItalic, isMonospaced) {
        const css = `${isItalic ? 'italic ' : ''}${weight} ${size}px ${isMonospaced ? monospaced : family}`;
        const baseline = Math.round(probeBaseline(css, lineHeight) * ratio);
        return fonts.push({ css, size, lineHeight, baseline }) - 1;
    }

    return {
        family,
        host,
        add,
        get: (font) => fonts[font],
        ratio: () => ratio,
        setRatio(wanted) {
            ratio = wanted;
            fonts = [];
        },
        // ABGR, as ImGui has it.
        cssColour: (abgr) =>
            `rgba(${abgr & 255},${(abgr >>> 8) & 255},${(abgr >>> 16) & 255},${((abgr >>> 24) & 255) / 255})`,
    };
})();
