// What is drawn along a line beside its letters: underlines of links, strikes, the ground of code.

const roostRules = (() => {
    const overhang = 2; // of a ground, at its sides

    // On whole device pixels, in CSS pixels from the line's top.
    function ruleAt({ font }, offset) {
        const ratio = roostFonts.ratio();
        const height = Math.max(1, Math.round((font.size / 14) * ratio));
        return { y: Math.round(font.baseline + offset * ratio - height / 2) / ratio, height: height / ratio };
    }

    const underline = (what) => ruleAt(what, what.font.size * 0.14);
    const strike = (what) => ruleAt(what, what.font.size * -0.34);

    function ground({ font }) {
        const baseline = font.baseline / roostFonts.ratio();
        return { top: baseline - font.size * 1.02, bottom: baseline + font.size * 0.3 };
    }

    function edges(what, add) {
        const baseline = what.font.baseline / roostFonts.ratio();
        const along = (rects, { y, height }) =>
            rects.forEach(({ left, right }) => add(left, right, baseline - y, y + height - baseline));
        along(what.links, underline(what));
        along(what.strikes, strike(what));
        const { top, bottom } = ground(what);
        for (const { left, right } of what.codes) add(left - overhang, right + overhang, baseline - top, bottom - baseline);
    }

    function fillAlong(context, rects, { y, height }) {
        for (const { left, right } of rects) context.fillRect(left, y, right - left, height);
    }

    // Letters that reach below the line interrupt it.
    function paintUnderlines(context, what) {
        if (what.links.length === 0) return;
        const rule = underline(what);
        context.fillStyle = roostFonts.cssColour(what.linkColour);
        fillAlong(context, what.links, rule);
        context.save();
        context.globalCompositeOperation = 'destination-out';
        context.lineWidth = 2;
        context.lineJoin = 'round';
        for (const { text, css, x, isRtl } of what.pieces) {
            context.font = css;
            context.direction = isRtl ? 'rtl' : 'ltr';
            context.strokeText(text, x, what.font.baseline / roostFonts.ratio());
        }
        context.restore();
    }

    function paintStrikes(context, what) {
        context.fillStyle = roostFonts.cssColour(what.colour);
        fillAlong(context, what.strikes, strike(what));
    }

    // Behind everything that is there by now.
    function paintGrounds(context, what) {
        const { top, bottom } = ground(what);
        context.save();
        context.globalCompositeOperation = 'destination-over';
        context.globalAlpha = 0.08;
        context.fillStyle = roostFonts.cssColour(what.colour);
        for (const { left, right } of what.codes) {
            context.beginPath();
            (context.roundRect || context.rect).call(context, left - overhang, top, right - left + 2 * overhang, bottom - top, 3);
            context.fill();
        }
        context.restore();
    }

    return { edges, paintUnderlines, paintStrikes, paintGrounds };
})();
