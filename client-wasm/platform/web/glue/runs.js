// A line in pieces that are painted one by one: each in one font, and in one direction where the line has both.
// Most lines are one piece.

const roostRuns = (() => {
    const near = 0.75; // CSS pixels between characters that follow each other on the screen

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
    function directionFrom(run, { left, right }) {
        if (run.direction >= 0 && isBeside(left, run.lastRight)) return 1;
        if (run.direction <= 0 && isBeside(right, run.lastLeft)) return -1;
        return 0;
    }

    // Characters that stand beside each other belong together: where the next one is, tells the direction.
    function split(paragraph, { start, end, font }) {
        const runs = [];
        for (let at = start; at < end; ) {
            const next = at + (paragraph.text.codePointAt(at) > 0xffff ? 2 : 1);
            const rect = roostLines.rectOf(paragraph, at, next);
            const last = runs[runs.length - 1];
            const hasNoRoom = !rect || rect.right - rect.left < 0.01; // a mark, a joiner, the rest of a ligature
            const direction = last && !hasNoRoom ? directionFrom(last, rect) : 0;
            if (last && (hasNoRoom || direction !== 0)) {
                last.end = next;
                if (direction !== 0) {
                    Object.assign(last, { direction, lastLeft: rect.left, lastRight: rect.right });
                    last.left = Math.min(last.left, rect.left);
                }
            } else if (rect) {
                const { left, right } = rect;
                runs.push({ start: at, end: next, font, direction: 0, left, lastLeft: left, lastRight: right });
            }
            at = next;
        }
        return runs;
    }

    function directionOf(text, run, isLineRtl) {
        if (run.direction !== 0) return run.direction < 0;
        return /\p{L}/u.test(text) ? roostPainter.isRightToLeft(text) : isLineRtl;
    }

    // Null: the line is one piece and can be shaped as a whole.
    function read(paragraph, line) {
        const fonts = groups(paragraph, line);
        if (fonts.length < 2) return null;
        const { text } = paragraph;
        const isMixed = line.isRtl || roostPainter.rightToLeft.test(text.slice(line.start, line.end));
        const runs = isMixed
            ? fonts.flatMap((one) => split(paragraph, one))
            : fonts.map((one) => ({ ...one, direction: 1, ...leftOf(paragraph, one) }));
        return runs.map((run) => {
            const words = text.slice(run.start, run.end);
            return { text: words, css: run.font.css, x: run.left - line.left, isRtl: directionOf(words, run, line.isRtl) };
        });
    }

    function leftOf(paragraph, { start, end }) {
        const rect = roostLines.rectOf(paragraph, start, end);
        return { left: rect ? rect.left : 0 };
    }

    return { read };
})();
