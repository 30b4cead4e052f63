// Measures lines and paints them into the atlas. Everything is scaled by the device pixel ratio with the font's
// CSS size: a font of size × ratio would come out with other widths (emoji by 11 px).

const roostPainter = (() => {
    const measuring = document.createElement('canvas').getContext('2d');
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const firstStrong = /[\p{L}\u200E\u200F]/u;
    const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
    const longestLabel = 600;
    let pending = null; // what was measured last: paint() paints it
    let setFont = '';

    function isRightToLeft(text) {
        const strong = firstStrong.exec(text);
        return strong !== null && rightToLeft.test(strong[0]);
    }

    function measure(text, font, isRtl) {
        // Setting a font costs more than comparing it.
        if (setFont !== font.css) measuring.font = setFont = font.css;
        measuring.direction = isRtl ? 'rtl' : 'ltr';
        measuring.textAlign = 'left';
        return measuring.measureText(text);
    }

    // The longest beginning that fits with an ellipsis, cut between graphemes.
    function cut(text, font, isRtl, maxWidth) {
        const ends = [0];
        for (const { index, segment } of graphemes.segment(text)) ends.push(index + segment.length);
        let [fits, fails] = [0, ends.length];
        while (fails - fits > 1) {
            const middle = (fits + fails) >> 1;
            if (measure(`${text.slice(0, ends[middle])}…`, font, isRtl).width <= maxWidth) fits = middle;
            else fails = middle;
        }
        return `${text.slice(0, ends[fits]).trimEnd()}…`;
    }

    // Out: width, is cut, is right to left, and the cell that holds the ink, with a clear edge of two pixels:
    // WebKit lets neighbours bleed into a quad's rim.
    function note(out, what, metrics, isCut, isRtl) {
        const ratio = roostFonts.ratio();
        const edge = 2;
        const left = Math.floor(-metrics.actualBoundingBoxLeft * ratio) - edge;
        const right = Math.ceil(metrics.actualBoundingBoxRight * ratio) + edge;
        const top = what.font.baseline + Math.floor(-metrics.actualBoundingBoxAscent * ratio) - edge;
        const bottom = what.font.baseline + Math.ceil(metrics.actualBoundingBoxDescent * ratio) + edge;
        const hasInk = right - left > 2 * edge && bottom - top > 2 * edge;
        const width = hasInk ? right - left : 0;
        const height = hasInk ? bottom - top : 0;
        pending = { ...what, left, top, width, height, isRtl };
        HEAPF32.set([metrics.width, isCut ? 1 : 0, isRtl ? 1 : 0, left, top, width, height], out);
    }

    function measureLine(text, font, colour, maxWidth, out) {
        const used = roostFonts.get(font);
        const isRtl = isRightToLeft(text);
        let shown = text.replace(/\s+/g, ' ');
        if (maxWidth > 0 && shown.length > longestLabel) shown = shown.slice(0, longestLabel);
        let metrics = measure(shown, used, isRtl);
        const isCut = maxWidth > 0 && metrics.width > maxWidth + 0.1;
        if (isCut) {
            shown = cut(shown, used, isRtl, maxWidth);
            metrics = measure(shown, used, isRtl);
        }
        note(out, { text: shown, font: used, colour, links: [] }, metrics, isCut, isRtl);
    }

    function measureParagraphLine(paragraph, index, out) {
        const { font, colour, linkColour, line, text } = roostParagraphs.lineOf(paragraph, index);
        const used = roostFonts.get(font);
        const metrics = measure(text, used, line.isRtl);
        note(out, { text, font: used, colour, linkColour, links: line.links }, metrics, false, line.isRtl);
    }

    // Links are the same glyphs in another colour, so that shaping does not break at their ends.
    function clipToLinks(context, { links, font }, isInside) {
        context.beginPath();
        if (!isInside) context.rect(-10000, -10000, 20000, 20000);
        for (const { left, right } of links) context.rect(left, -font.lineHeight, right - left, 3 * font.lineHeight);
        context.clip('evenodd');
    }

    function fill(context, what, colour) {
        context.fillStyle = roostFonts.cssColour(colour);
        context.fillText(what.text, 0, what.font.baseline / roostFonts.ratio());
    }

    function paint(page, x, y) {
        const what = pending;
        const context = roostAtlas.context(page);
        const ratio = roostFonts.ratio();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.save();
        context.beginPath();
        context.rect(x, y, what.width, what.height);
        context.clip();
        context.clearRect(x, y, what.width, what.height);
        context.setTransform(ratio, 0, 0, ratio, x - what.left, y - what.top);
        context.font = what.font.css;
        context.direction = what.isRtl ? 'rtl' : 'ltr';
        context.textAlign = 'left';
        context.textBaseline = 'alphabetic';
        if (what.links.length === 0) {
            fill(context, what, what.colour);
        } else {
            context.save();
            clipToLinks(context, what, false);
            fill(context, what, what.colour);
            context.restore();
            clipToLinks(context, what, true);
            fill(context, what, what.linkColour);
        }
        context.restore();
        roostAtlas.touch(page, x, y, what.width, what.height);
    }

    return {
        isRightToLeft,
        rightToLeft,
        width: (text, font) => measure(text, roostFonts.get(font), isRightToLeft(text)).width,
        measureLine,
        measureParagraphLine,
        paint,
    };
})();
