// Paragraphs: the DOM breaks lines, measures, and holds selection and links; the canvas paints the lines. The
// element that measured is the one that is mounted over the painted text.

const roostParagraphs = (() => {
    const paragraphs = new Map();
    let added = [];

    function build(element, text) {
        element.textContent = '';
        const nodes = [];
        const append = (holder, start, end) => {
            if (start >= end) return;
            const node = document.createTextNode(text.slice(start, end));
            holder.append(node);
            nodes.push({ node, start, end });
        };
        let at = 0;
        for (const { start, end, href } of roostLinks.find(text)) {
            append(element, at, start);
            const link = document.createElement('a');
            Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer' });
            element.append(link);
            append(link, start, end);
            at = end;
        }
        append(element, at, text.length);
        return nodes;
    }

    function add(id, raw, style) {
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
        const nodes = build(element, text);
        const paragraph = { ...style, element, text, nodes, holder: known && known.holder };
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

    function writeLines(id, out, room) {
        const { width, height, lines } = paragraphs.get(id);
        const last = lines[lines.length - 1];
        HEAPF32.set([width, height, last && last.isRtl ? 1 : 0, lines.length], out);
        lines.slice(0, room).forEach((line, index) => {
            HEAPF32.set([line.x, line.y, line.width, line.height], out + 4 + 4 * index);
        });
        return lines.length;
    }

    function mount(id, holder, x, y) {
        const paragraph = paragraphs.get(id);
        paragraph.holder = holder;
        paragraph.element.style.left = `${x}px`;
        paragraph.element.style.top = `${y}px`;
        holder.prepend(paragraph.element);
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
        return { ...paragraph, line, text: roostLines.paintedText(paragraph, line) };
    }

    function remove(id) {
        paragraphs.get(id).element.remove();
        paragraphs.delete(id);
    }

    return { add, layOut, writeLines, mount, unmount, lineOf, remove, all: () => paragraphs };
})();
