// Paragraphs: the DOM breaks lines, measures, and holds selection and links; the canvas paints the lines. The
// element that measured is the one that is mounted over the painted text.

const roostParagraphs = (() => {
    const paragraphs = new Map();
    let added = [];

    function add(id, raw, style, flat, hrefs) {
        // The canvas knows no tab stops.
        const text = raw.replace(/\t/g, '    ');
        const known = paragraphs.get(id);
        const element = known ? known.element : document.createElement('div');
        const font = roostFonts.get(style.font);
        element.className = 'paragraph';
        element.dir = 'auto';
        element.style.font = font.css;
        element.style.lineHeight = `${font.lineHeight}px`;
        element.style.width = 'max-content';
        element.style.maxWidth = `${style.maxWidth}px`;
        const layout = roostBlocks.read(flat, hrefs);
        const built = roostBlocks.build(element, text, style.font, layout);
        const hasSpans = layout.spans.length > 0;
        const paragraph = { ...style, ...built, hasSpans, element, text, holder: known && known.holder };
        paragraphs.set(id, paragraph);
        added.push(paragraph);
    }

    // Reads only, so that the browser lays out once for all; then writes only.
    function layOut() {
        const batch = added;
        added = [];
        roostFonts.host.append(...batch.map(({ element }) => element));
        for (const paragraph of batch) Object.assign(paragraph, roostLines.read(paragraph));
        for (const { element, width, holder } of batch) {
            element.style.width = `${width}px`;
            element.style.maxWidth = 'none';
            if (holder) holder.prepend(element);
            else element.remove();
        }
    }

    // See imports.h.
    function writeFigures(id, out, room) {
        const { width, height, lines, boxes } = paragraphs.get(id);
        const drawn = boxes.filter(({ kind }) => kind === 'quote' || kind === 'code');
        const last = lines[lines.length - 1];
        const isClosed = drawn.includes(boxes[boxes.length - 1]);
        const figures = [width, height, last.isRtl ? 1 : 0, isClosed ? 1 : 0, lines.length, drawn.length];
        for (const line of lines) figures.push(line.x, line.y, line.width, line.height);
        for (const { kind, isRtl, y, height: tall } of drawn) {
            figures.push(roostBlocks.kinds.indexOf(kind), y, tall, isRtl ? 1 : 0);
        }
        HEAPF32.set(figures.slice(0, room), out);
        return figures.length;
    }

    // Where pieces of the text stand. What is drawn for the first time is mounted at the frame's end only.
    function writeRanges(id, offsets, out, room) {
        const paragraph = paragraphs.get(id);
        const { element, holder } = paragraph;
        const isAway = !element.isConnected;
        if (isAway) roostFonts.host.append(element);
        const origin = element.getBoundingClientRect();
        const rects = [];
        for (let at = 0; at < offsets.length; at += 2) {
            for (const rect of roostLines.rectsOf(paragraph, offsets[at], offsets[at + 1])) {
                rects.push([rect.left - origin.left, rect.top - origin.top, rect.width, rect.height]);
            }
        }
        if (isAway && holder) holder.prepend(element);
        else if (isAway) element.remove();
        rects.slice(0, room).forEach((rect, index) => HEAPF32.set(rect, out + 4 * index));
        return rects.length;
    }

    function mount(id, holder, x, y) {
        const paragraph = paragraphs.get(id);
        paragraph.holder = holder;
        paragraph.element.style.left = `${x}px`;
        paragraph.element.style.top = `${y}px`;
        // Taking it out and putting it back would end a selection in it.
        if (holder.firstChild !== paragraph.element) holder.prepend(paragraph.element);
        return paragraph.element;
    }

    function unmount(id, holder) {
        const paragraph = paragraphs.get(id);
        if (!paragraph || paragraph.holder !== holder) return; // mounted elsewhere by now
        paragraph.holder = undefined;
        paragraph.element.remove();
    }

    function lineOf(id, index) {
        const paragraph = paragraphs.get(id);
        const line = paragraph.lines[index];
        const css = roostFonts.get(paragraph.font).css;
        const whole = { text: roostLines.paintedText(paragraph, line), css, x: 0, isRtl: line.isRtl };
        return { ...paragraph, line, pieces: line.runs || [whole] };
    }

    function remove(id) {
        paragraphs.get(id).element.remove();
        paragraphs.delete(id);
    }

    return { add, layOut, writeFigures, writeRanges, mount, unmount, lineOf, remove, all: () => paragraphs };
})();
