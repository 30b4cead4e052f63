// Measures lines and paints them into the atlas. Everything is scaled by the device pixel ratio with the font's
// CSS size: a font of size × ratio would come out with other widths (emoji by 11 px).

const roostPainter = (() => {
    const measuring = document.createElement('canvas').getContext('2d');
    const firstStrong = /[\p{L}\u200E\u200F]/u;
    const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
    const longestLabel = 600;
    let pending = null; // what was measured last: paint() paints it
    let setFont = '';

    function isRightToLeft(text) {
        const strong = firstStrong.exec(text);
        return strong !== null && rightToLeft.test(strong[0]);
    }

    function measure(text, css, isRtl) {
        // Setting a font costs more than comparing it.
        if (setFont !== css) measuring.font = setFont = css;
        measuring.direction = isRtl ? 'rtl' : 'ltr';
        measuring.textAlign = 'left';
        return measuring.measureText(text);
    }

    // The longest beginning that fits with an ellipsis, cut between graphemes.
    function cut(text, css, isRtl, maxWidth) {
        const ends = [0, ...roostGraphemes.ends(text)];
        let [fits, fails] = [0, ends.length];
        while (fails - fits > 1) {
            const middle = (fits + fails) >> 1;
            if (measure(`${text.slice(0, ends[middle])}…`, css, isRtl).width <= maxWidth) fits = middle;
            else fails = middle;
        }
        return `${text.slice(0, ends[fits]).trimEnd()}…`;
    }

    // The ink's edges around the baseline's beginning.
    function inkOf(what) {
        const ink = { left: Infinity, right: -Infinity, ascent: -Infinity, descent: -Infinity };
        const add = (left, right, ascent, descent) => {
            ink.left = Math.min(ink.left, left);
            ink.right = Math.max(ink.right, right);
            ink.ascent = Math.max(ink.ascent, ascent);
            ink.descent = Math.max(ink.descent, descent);
        };
        for (const { text, css, x, isRtl, metrics } of what.pieces) {
            const box = metrics || measure(text, css, isRtl);
            const left = x - box.actualBoundingBoxLeft;
            const right = x + box.actualBoundingBoxRight;
            if (right > left) add(left, right, box.actualBoundingBoxAscent, box.actualBoundingBoxDescent);
            // Of a line with both directions Firefox tells the box of one of its parts.
            if (rightToLeft.test(text)) add(x, x + box.width, what.font.size, what.font.size / 2);
        }
        roostRules.edges(what, add);
        return ink;
    }

    // Out: width, is cut, is right to left, and the cell that holds the ink, with a clear edge of two pixels:
    // WebKit lets neighbours bleed into a quad's rim.
    function note(out, what, width, isCut, isRtl) {
        const ratio = roostFonts.ratio();
        const edge = 2;
        const ink = inkOf(what);
        const hasInk = ink.right > ink.left && ink.ascent > -ink.descent;
        const left = hasInk ? Math.floor(ink.left * ratio) - edge : 0;
        const top = hasInk ? what.font.baseline + Math.floor(-ink.ascent * ratio) - edge : 0;
        const cellWidth = hasInk ? Math.ceil(ink.right * ratio) + edge - left : 0;
        const cellHeight = hasInk ? what.font.baseline + Math.ceil(ink.descent * ratio) + edge - top : 0;
        pending = { ...what, left, top, width: cellWidth, height: cellHeight };
        HEAPF32.set([width, isCut ? 1 : 0, isRtl ? 1 : 0, left, top, cellWidth, cellHeight], out);
    }

    function measureLine(text, font, colour, maxWidth, out) {
        const used = roostFonts.get(font);
        const { css } = used;
        const isRtl = isRightToLeft(text);
        let shown = text.replace(/\s+/g, ' ');
        if (maxWidth > 0 && shown.length > longestLabel) shown = shown.slice(0, longestLabel);
        let metrics = measure(shown, css, isRtl);
        const isCut = maxWidth > 0 && metrics.width > maxWidth + 0.1;
        if (isCut) {
            shown = cut(shown, css, isRtl, maxWidth);
            metrics = measure(shown, css, isRtl);
        }
        const { width } = metrics;
        const pieces = [{ text: shown, css, x: 0, isRtl, metrics }];
        note(out, { pieces, font: used, colour, links: [], strikes: [], codes: [] }, width, isCut, isRtl);
    }

    function measureParagraphLine(paragraph, index, out) {
        const { font, colour, linkColour, line, pieces } = roostParagraphs.lineOf(paragraph, index);
        const { isRtl, rest } = line;
        const moved = pieces.map((piece) => ({ ...piece, x: piece.x + rest }));
        const shift = (rects) => rects.map(({ left, right }) => ({ left: left + rest, right: right + rest }));
        const [links, strikes, codes] = [line.links, line.strikes, line.codes].map(shift);
        const what = { pieces: moved, font: roostFonts.get(font), colour, linkColour, links, strikes, codes };
        note(out, what, line.width, false, isRtl);
    }

    // Links are the same glyphs in another colour, so that shaping does not break at their ends.
    function clipToLinks(context, { links, font }, isInside) {
        context.beginPath();
        if (!isInside) context.rect(-10000, -10000, 20000, 20000);
        for (const { left, right } of links) context.rect(left, -font.lineHeight, right - left, 3 * font.lineHeight);
        context.clip('evenodd');
    }

    function fill(context, { pieces, font }, colour) {
        context.fillStyle = roostFonts.cssColour(colour);
        for (const { text, css, x, isRtl } of pieces) {
            context.font = css;
            context.direction = isRtl ? 'rtl' : 'ltr';
            context.fillText(text, x, font.baseline / roostFonts.ratio());
        }
    }

    function fillWithLinks(context, what) {
        context.save();
        clipToLinks(context, what, false);
        fill(context, what, what.colour);
        context.restore();
        context.save();
        clipToLinks(context, what, true);
        fill(context, what, what.linkColour);
        context.restore();
    }

    function paintPicture(page, x, y, { bitmap, width, height }) {
        const scale = Math.max(width / bitmap.width, height / bitmap.height);
        const [drawnWidth, drawnHeight] = [bitmap.width * scale, bitmap.height * scale];
        const context = roostAtlas.cell(page, x, y, width, height);
        context.save();
        context.beginPath();
        context.roundRect(0, 0, width, height, 8 * roostFonts.ratio());
        context.clip();
        context.drawImage(bitmap, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight);
        context.restore();
    }

    function paint(page, x, y) {
        const what = pending;
        if (what.bitmap) return paintPicture(page, x, y, what);
        const context = roostAtlas.cell(page, x, y, what.width, what.height);
        const ratio = roostFonts.ratio();
        context.save();
        context.beginPath();
        context.rect(0, 0, what.width, what.height);
        context.clip();
        context.translate(-what.left, -what.top);
        context.scale(ratio, ratio);
        context.textAlign = 'left';
        context.textBaseline = 'alphabetic';
        roostRules.paintUnderlines(context, what);
        if (what.links.length === 0) fill(context, what, what.colour);
        else fillWithLinks(context, what);
        roostRules.paintStrikes(context, what);
        roostRules.paintGrounds(context, what);
        context.restore();
    }

    return {
        isRightToLeft,
        rightToLeft,
        measure,
        width: (text, font) => measure(text, roostFonts.get(font).css, isRightToLeft(text)).width,
        measureLine,
        measureParagraphLine,
        measurePicture: (bitmap, width, height) => (pending = { bitmap, width, height }),
        paint,
    };
})();
