// A line in pieces that are painted one by one: each in one font, and in one direction where the line has both.
// Most lines are one piece.

const roostRuns = (() => {
    const near = 1.25; // CSS pixels between words that follow each other on the screen; WebKit tells whole ones
    const agreed = 0.3; // CSS pixels by which a run may be wider in one than in the other
    const agreedWhole = 1.75;
    const onlyLatin = /^[\0-\u024F\u2010-\u2026]*$/;
    const alone = '[\\u2E80-\\u9FFF\\uAC00-\\uD7FF\\uF900-\\uFAFF\\uFF00-\\uFFEF]';
    const unit = new RegExp(`${alone}|(?:(?!${alone})[^\\s])+\\s*|\\s+`, 'g');

    function groups(paragraph, { start, end }) {
        const found = [];
        for (const node of paragraph.nodes) {
            const from = Math.max(node.start, start);
            const to = Math.min(node.end, end);
            if (from >= to) continue;
            const last = found[found.length - 1];
            const isSame = last && last.font.css === node.font.css && !last.isMarker && !node.isMarker;
            if (isSame) last.end = to;
            else found.push({ start: from, end: to, font: node.font, isMarker: node.isMarker });
        }
        return found;
    }

    const isBeside = (a, b) => Math.abs(a - b) < near;

    // Which way the character goes on from the last one; 0 if it stands elsewhere.
    function directionFrom(run, { left, right }, own) {
        if (run.direction >= 0 && own >= 0 && isBeside(left, run.lastRight)) return 1;
        if (run.direction <= 0 && own <= 0 && isBeside(right, run.lastLeft)) return -1;
        return 0;
    }

    // Words of one direction, numbers, and other signs one by one.
    function unitsOf(text) {
        const units = [];
        let at = 0;
        for (const end of roostGraphemes.ends(text)) {
            const sign = text.slice(at, end);
            const kind = /\p{N}/u.test(sign) ? 'number' : !/\p{L}/u.test(sign) ? '' : roostPainter.rightToLeft.test(sign) ? 'rtl' : 'ltr';
            const last = units[units.length - 1];
            if (last && kind !== '' && last.kind === kind) last.end = end;
            else units.push({ kind, start: at, end });
            at = end;
        }
        return units;
    }

    // What stands beside each other belongs together: where the next piece is, tells the direction.
    function split(paragraph, { start, end, font }) {
        const runs = [];
        for (const unit of unitsOf(paragraph.text.slice(start, end))) {
            const next = start + unit.end;
            const rect = roostLines.rectOf(paragraph, start + unit.start, next);
            const last = runs[runs.length - 1];
            const hasNoRoom = !rect || rect.width < 0.01; // a mark, a joiner
            const own = { rtl: -1, ltr: 1 }[unit.kind] || 0;
            const direction = last && !hasNoRoom ? directionFrom(last, rect, own) : 0;
            if (last && (hasNoRoom || direction !== 0)) {
                last.end = next;
                if (direction !== 0) {
                    Object.assign(last, { direction, lastLeft: rect.left, lastRight: rect.right });
                    last.left = Math.min(last.left, rect.left);
                }
            } else if (rect) {
                const { left, right } = rect;
                runs.push({ start: start + unit.start, end: next, font, direction: own, left, lastLeft: left, lastRight: right });
            }
        }
        return runs;
    }

    function directionOf(text, run, isLineRtl) {
        if (run.direction !== 0) return run.direction < 0;
        return /\p{L}/u.test(text) ? roostPainter.isRightToLeft(text) : isLineRtl;
    }

    // Canvas and DOM do not always space letters alike: Chromium's canvas kerns no Japanese.
    function isAsWide(words, css, isRtl, { left, right }) {
        if (onlyLatin.test(words)) return true;
        // WebKit tells the whole pixels around.
        const most = Number.isInteger(left) && Number.isInteger(right) ? agreedWhole : agreed;
        return Math.abs(roostPainter.measure(words, css, isRtl).width - (right - left)) < most;
    }

    // What is not gets the place of each of its words, or characters where these stand alone.
    function placed(paragraph, run) {
        const rect = roostLines.rectOf(paragraph, run.start, run.end);
        const whole = { ...run, left: rect ? rect.left : run.left };
        const words = paragraph.text.slice(run.start, run.end);
        if (run.direction < 0 || !rect || isAsWide(words, run.font.css, false, rect)) return [whole];
        const pieces = [];
        for (const found of words.matchAll(unit)) {
            const start = run.start + found.index;
            const end = start + found[0].length;
            const place = roostLines.rectOf(paragraph, start, end);
            if (place) pieces.push({ ...run, start, end, left: place.left });
        }
        return pieces;
    }

    // Null: the line is one piece and can be shaped as a whole.
    function read(paragraph, line) {
        const fonts = groups(paragraph, line);
        if (fonts.length === 0) return null;
        if (fonts.length === 1) {
            const words = roostLines.paintedText(paragraph, line);
            if (isAsWide(words, fonts[0].font.css, line.isRtl, line)) return null;
        }
        const { text } = paragraph;
        const isMixed = line.isRtl || roostPainter.rightToLeft.test(text.slice(line.start, line.end));
        const runs = isMixed
            ? fonts.flatMap((one) => split(paragraph, one))
            : fonts.map((one) => ({ ...one, direction: 1, left: line.left }));
        return runs
            .flatMap((run) => placed(paragraph, run))
            .map((run) => {
                const words = text.slice(run.start, run.end);
                const isRtl = directionOf(words, run, line.isRtl);
                return { text: words, css: run.font.css, x: run.left - line.left, isRtl };
            });
    }

    return { read };
})();
