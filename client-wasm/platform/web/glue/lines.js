// Reads the lines that the browser made of a paragraph: where each starts in the text, where it stands.

const roostLines = (() => {
    const range = document.createRange();
    const strong = /[\p{L}\u200E\u200F]/u;
    const arabic = /[\u0600-\u07BF\u0860-\u08FF\uFB50-\uFDFF\uFE70-\uFEFE]/u;

    // Letters of scripts that join them, and the marks on these.
    const joining = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Thaana}\u064B-\u065F]/u;

    // The text node and the offset in it; at a border the node that ends there, or the one that starts.
    function find(nodes, offset, isEnd) {
        for (const { node, start, end } of nodes) {
            if (offset < end || (isEnd && offset === end)) return [node, offset - start];
        }
        const last = nodes[nodes.length - 1];
        return [last.node, last.end - last.start];
    }

    function setRange(nodes, start, end) {
        range.setStart(...find(nodes, start, false));
        range.setEnd(...find(nodes, end, true));
    }

    // Null for what has no rectangle of its own: half a surrogate pair, a joiner. WebKit tells an empty one at the
    // end of the line before, too.
    function rectOf({ nodes }, start, end) {
        setRange(nodes, start, end);
        const rects = [...range.getClientRects()];
        const wide = rects.filter(({ width }) => width > 0);
        if (wide.length === 0) return rects.length > 0 ? rects[rects.length - 1] : null;
        const left = Math.min(...wide.map((rect) => rect.left));
        const right = Math.max(...wide.map((rect) => rect.right));
        return { left, right, top: wide[0].top, bottom: wide[0].bottom, width: right - left };
    }

    // Of text nodes only: an element's rectangle would be the whole block.
    function rectsOf({ nodes }, start, end) {
        const rects = [];
        for (const one of nodes) {
            const from = Math.max(start, one.start);
            const to = Math.min(end, one.end);
            if (from >= to) continue;
            range.setStart(one.node, from - one.start);
            range.setEnd(one.node, to - one.start);
            rects.push(...[...range.getClientRects()].filter(({ width }) => width > 0));
        }
        return rects;
    }

    // Which line of the block the character stands in.
    function lineAt(paragraph, offset, end, grid) {
        for (let to = offset + 1; to <= end; ++to) {
            const rect = rectOf(paragraph, offset, to);
            if (rect) {
                const { top, bottom } = rect;
                return Math.floor(((top + bottom) / 2 - grid.top) / grid.lineHeight);
            }
        }
        return Infinity;
    }

    // Where a line's break made by the browser is: lines rise with the text, so halving finds it.
    function breakSegment(paragraph, segment, grid) {
        const line = (offset) => lineAt(paragraph, offset, segment.end, grid);
        const spans = [];
        let { start } = segment;
        const last = line(segment.end - 1);
        let current = line(start);
        while (current < last) {
            let [low, high] = [start, segment.end - 1]; // low is on this line, high is not
            while (high - low > 1) {
                const middle = (low + high) >> 1;
                if (line(middle) > current) high = middle;
                else low = middle;
            }
            spans.push({ start, end: high });
            start = high;
            current = line(start);
        }
        spans.push({ start, end: segment.end });
        return spans;
    }

    function hardSegments(text, from, to) {
        const segments = [];
        let start = from;
        for (let end = text.indexOf('\n', start); end >= 0 && end < to; end = text.indexOf('\n', start)) {
            segments.push({ start, end });
            start = end + 1;
        }
        // A line break at the very end opens no line.
        if (start < to || segments.length === 0) segments.push({ start, end: to });
        return segments;
    }

    function measure(paragraph, span, segment, edges) {
        const { text } = paragraph;
        let { end } = span;
        while (end > span.start && /\s/.test(text[end - 1])) --end;
        const isRtl = roostPainter.isRightToLeft(text.slice(segment.start, segment.end));
        const line = { start: span.start, end, segment, isRtl, links: [], strikes: [], codes: [] };
        const empty = isRtl ? edges.right : edges.left;
        const rect = end > span.start && rectOf(paragraph, span.start, end);
        return rect ? { ...line, left: rect.left, right: rect.right } : { ...line, left: empty, right: empty };
    }

    function readBlock(paragraph, block, box, lines) {
        const { lineHeight } = roostFonts.get(paragraph.font);
        const rect = block.element.getBoundingClientRect();
        const { padding } = block;
        const grid = { top: rect.top + padding.top, lineHeight };
        const segments = hardSegments(paragraph.text, block.start, block.end);
        const isBroken = Math.round((rect.height - padding.top - padding.bottom) / lineHeight) > segments.length;
        let index = 0;
        for (const segment of segments) {
            const isSplit = isBroken && segment.end > segment.start;
            for (const span of isSplit ? breakSegment(paragraph, segment, grid) : [segment]) {
                const line = measure(paragraph, span, segment, rect);
                line.y = grid.top - box.top + index * lineHeight;
                line.height = lineHeight;
                line.inset = padding.end;
                lines.push(line);
                ++index;
            }
        }
        const { kind, start, end } = block;
        const isRtl = roostPainter.isRightToLeft(paragraph.text.slice(start, end));
        return { kind, isRtl, y: rect.top - box.top, height: rect.height };
    }

    // Where on their lines the elements of a kind stand.
    function readRects({ element }, selector, lines, box, note) {
        for (const marked of element.querySelectorAll(selector)) {
            for (const rect of marked.getClientRects()) {
                const middle = (rect.top + rect.bottom) / 2 - box.top;
                const line = lines.find(({ y, height }) => middle >= y && middle < y + height);
                if (line) note(line, { left: rect.left - line.left, right: rect.right - line.left });
            }
        }
    }

    function read(paragraph) {
        const box = paragraph.element.getBoundingClientRect();
        const lines = [];
        const blocks = paragraph.blocks.map((block) => readBlock(paragraph, block, box, lines));
        if (paragraph.hasSpans) {
            readRects(paragraph, 'a', lines, box, (line, rect) => line.links.push(rect));
            readRects(paragraph, 's', lines, box, (line, rect) => line.strikes.push(rect));
            readRects(paragraph, 'code:not(.whole)', lines, box, (line, rect) => line.codes.push(rect));
        }
        for (const line of lines) line.runs = roostRuns.read(paragraph, line);
        const ratio = roostFonts.ratio();
        const reach = ({ left, right, isRtl, inset }) => (isRtl ? box.right - left : right - box.left) + inset;
        const width = Math.min(Math.ceil(Math.max(...lines.map(reach))), Math.max(Math.ceil(box.width), 1));
        // The element becomes as wide as its longest line: what stands at the right moves along.
        for (const line of lines) {
            const x = line.left - (line.isRtl ? box.right - width : box.left);
            line.width = line.right - line.left;
            // Quads stand on whole device pixels; what is left of a pixel is painted into them.
            line.x = Math.floor(x * ratio + 0.001) / ratio;
            line.rest = x - line.x;
        }
        return { lines, boxes: blocks, width, height: Math.max(box.height, lines[0].height) };
    }

    function markOf(character) {
        if (arabic.test(character)) return '\u061C';
        return roostPainter.rightToLeft.test(character) ? '\u200F' : '\u200E';
    }

    // Where a word was too long for its line, its letters keep the forms that they have in the middle of it.
    function joined(text, start, end) {
        const isInWord = (at) => joining.test(text[at - 1] || '') && joining.test(text[at] || '');
        return (isInWord(start) ? '\u200D' : '') + text.slice(start, end) + (isInWord(end) ? '\u200D' : '');
    }

    // The line with a mark in the place of its strong neighbours on the lines around it: numbers and signs at
    // its ends are ordered by what stands there.
    function paintedText({ text }, { start, end, segment }) {
        const line = joined(text, start, end);
        if (!roostPainter.rightToLeft.test(text)) return line;
        const after = strong.exec(text.slice(end, segment.end));
        let before = '';
        for (let at = start - 1; at >= segment.start && !before; --at) {
            if (strong.test(text[at])) before = text[at];
        }
        return (before && markOf(before)) + line + (after ? markOf(after[0]) : '');
    }

    return { read, rectOf, rectsOf, paintedText };
})();
