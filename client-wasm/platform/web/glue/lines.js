// Reads the lines that the browser made of a paragraph: where each starts in the text, where it stands.

const roostLines = (() => {
    const range = document.createRange();
    const strong = /[\p{L}\u200E\u200F]/u;
    const arabic = /[\u0600-\u07BF\u0860-\u08FF\uFB50-\uFDFF\uFE70-\uFEFE]/u;

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

    // Which line the character stands in. Half a surrogate pair or a joiner may have no rectangle of its own.
    function lineAt(paragraph, offset, end, box, lineHeight) {
        for (let to = offset + 1; to <= end; ++to) {
            setRange(paragraph.nodes, offset, to);
            const rects = range.getClientRects();
            if (rects.length > 0) {
                const { top, bottom } = rects[0];
                return Math.floor(((top + bottom) / 2 - box.top) / lineHeight);
            }
        }
        return Infinity;
    }

    // Where a line's break made by the browser is: lines rise with the text, so halving finds it.
    function breakSegment(paragraph, segment, box, lineHeight) {
        const line = (offset) => lineAt(paragraph, offset, segment.end, box, lineHeight);
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

    function hardSegments(text) {
        const segments = [];
        let start = 0;
        for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            segments.push({ start, end });
            start = end + 1;
        }
        // A line break at the very end opens no line.
        if (start < text.length || segments.length === 0) segments.push({ start, end: text.length });
        return segments;
    }

    function measure(paragraph, span, segment, box, index, lineHeight) {
        const { text, nodes } = paragraph;
        let { end } = span;
        while (end > span.start && /\s/.test(text[end - 1])) --end;
        const isRtl = roostPainter.isRightToLeft(text.slice(segment.start, segment.end));
        const line = { start: span.start, end, segment, isRtl, y: index * lineHeight, height: lineHeight, links: [] };
        if (end === span.start) return { ...line, left: isRtl ? box.right : box.left, right: isRtl ? box.right : box.left };
        setRange(nodes, span.start, end);
        const { left, right } = range.getBoundingClientRect();
        return { ...line, left, right };
    }

    function readLinks({ element }, lines, box, lineHeight) {
        for (const link of element.getElementsByTagName('a')) {
            for (const rect of link.getClientRects()) {
                const line = lines[Math.floor(((rect.top + rect.bottom) / 2 - box.top) / lineHeight)];
                if (line) line.links.push({ left: rect.left - line.left, right: rect.right - line.left });
            }
        }
    }

    function read(paragraph) {
        const { lineHeight } = roostFonts.get(paragraph.font);
        const box = paragraph.element.getBoundingClientRect();
        const segments = hardSegments(paragraph.text);
        const isBroken = Math.round(box.height / lineHeight) > segments.length;
        const lines = [];
        for (const segment of segments) {
            const isSplit = isBroken && segment.end > segment.start;
            const spans = isSplit ? breakSegment(paragraph, segment, box, lineHeight) : [segment];
            for (const span of spans) lines.push(measure(paragraph, span, segment, box, lines.length, lineHeight));
        }
        readLinks(paragraph, lines, box, lineHeight);
        const longest = Math.max(...lines.map(({ left, right, isRtl }) => (isRtl ? box.right - left : right - box.left)));
        const width = Math.min(Math.ceil(longest), Math.max(Math.ceil(box.width), 1));
        // The element becomes as wide as its longest line: what stands at the right moves along.
        for (const line of lines) {
            line.x = line.left - (line.isRtl ? box.right - width : box.left);
            line.width = line.right - line.left;
        }
        return { lines, width, height: lines.length * lineHeight };
    }

    function markOf(character) {
        if (arabic.test(character)) return '\u061C';
        return roostPainter.rightToLeft.test(character) ? '\u200F' : '\u200E';
    }

    // The line with a mark in the place of its strong neighbours on the lines around it: numbers and signs at
    // its ends are ordered by what stands there.
    function paintedText({ text }, { start, end, segment }) {
        const line = text.slice(start, end);
        if (!roostPainter.rightToLeft.test(text)) return line;
        const after = strong.exec(text.slice(end, segment.end));
        let before = '';
        for (let at = start - 1; at >= segment.start && !before; --at) {
            if (strong.test(text[at])) before = text[at];
        }
        return (before && markOf(before)) + line + (after ? markOf(after[0]) : '');
    }

    return { read, paintedText };
})();
