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

    function cssOf({ isItalic, weight, size, isMonospaced }) {
        return `${isItalic ? 'italic ' : ''}${weight} ${size}px ${isMonospaced ? monospaced : family}`;
    }

    function add(size, lineHeight, weight, isItalic, isMonospaced) {
        const look = { size, lineHeight, weight, isItalic, isMonospaced };
        const css = cssOf(look);
        const baseline = Math.round(probeBaseline(css, lineHeight) * ratio);
        return fonts.push({ ...look, css, baseline, variants: new Map() }) - 1;
    }

    // The font of what is marked so inside a text: any of strong, em and code.
    function variant(number, marks) {
        const font = fonts[number];
        const name = ['strong', 'em', 'code'].filter((mark) => marks.includes(mark)).join();
        if (name === '') return font;
        let known = font.variants.get(name);
        if (!known) {
            const look = { ...font };
            if (marks.includes('strong')) look.weight = 700;
            if (marks.includes('em')) look.isItalic = true;
            // Fixed letters are wide, and look larger than they are.
            if (marks.includes('code') && !font.isMonospaced) Object.assign(look, { isMonospaced: true, size: font.size - 1 });
            known = { css: cssOf(look) };
            font.variants.set(name, known);
        }
        return known;
    }

    return {
        family,
        host,
        add,
        variant,
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
