// What is in a paragraph's element: a block for each quote, list item or piece of code, elements around what is
// marked, and every text node with its place in the text.

const roostBlocks = (() => {
    // In the order of text::BlockKind and text::Mark.
    const kinds = ['plain', 'quote', 'bullet', 'numbered', 'code'];
    const tags = ['strong', 'em', 's', 'code', 'a'];
    const fontMarks = new Set(['strong', 'em', 'code']);
    const blank = (bottom) => ({ top: 0, bottom, start: 0, end: 0 });

    // Lengths around a block's lines, in CSS pixels; `start` and `end` by its direction.
    function paddingOf({ kind, text }, font) {
        switch (kind) {
            case 'quote':
                return { top: 3, bottom: 3, start: 11, end: 8 };
            case 'code':
                return { top: 4, bottom: 4, start: 8, end: 8 };
            case 'bullet':
                return { top: 0, bottom: 0, start: Math.round(font.size), end: 0 };
            case 'numbered':
                return { top: 0, bottom: 0, start: Math.round(font.size * (0.2 + 0.6 * text.indexOf(' '))), end: 0 };
            default:
                // What the browser leaves out: an empty line at the end.
                return blank(text === '' || text.endsWith('\n') ? font.lineHeight : 0);
        }
    }

    function read(flat, hrefs) {
        const [blockCount] = flat;
        const blocks = [];
        for (let at = 1; blocks.length < blockCount; at += 4) {
            const [kind, start, end, markerEnd] = flat.slice(at, at + 4);
            blocks.push({ kind: kinds[kind], start, end, markerEnd });
        }
        const spans = [];
        for (let at = 1 + 4 * blockCount; at < flat.length; at += 4) {
            const [mark, start, end, href] = flat.slice(at, at + 4);
            spans.push({ tag: tags[mark], start, end, href: hrefs[href] });
        }
        return { blocks, spans };
    }

    function elementOf({ tag, href }, css) {
        const element = document.createElement(tag);
        if (tag === 'a') {
            const isPage = /^https?:/i.test(href);
            Object.assign(element, isPage ? { href, target: '_blank', rel: 'noopener noreferrer' } : { href });
        }
        if (css) element.style.font = css;
        // Another font would make the line higher.
        element.style.lineHeight = '0';
        return element;
    }

    class Builder {
        constructor(text, spans, font) {
            this.text = text;
            this.spans = spans;
            this.font = font;
            this.nodes = [];
            this.next = 0; // span
        }

        append(holder, start, end, font, isMarker = false) {
            if (start >= end) return;
            const node = document.createTextNode(this.text.slice(start, end));
            holder.append(node);
            this.nodes.push({ node, start, end, font, isMarker });
        }

        appendMarked(holder, start, end, marks = []) {
            const font = roostFonts.variant(this.font, marks);
            let at = start;
            while (this.next < this.spans.length && this.spans[this.next].start < end) {
                const span = this.spans[this.next++];
                this.append(holder, at, span.start, font);
                const inner = fontMarks.has(span.tag) ? [...marks, span.tag] : marks;
                const element = elementOf(span, inner === marks ? '' : roostFonts.variant(this.font, inner).css);
                holder.append(element);
                this.appendMarked(element, span.start, span.end, inner);
                at = span.end;
            }
            this.append(holder, at, end, font);
        }

        appendBlock(holder, block) {
            const { lineHeight } = roostFonts.get(this.font);
            const text = this.text.slice(block.start, block.end);
            const padding = paddingOf({ ...block, text }, roostFonts.get(this.font));
            const element = document.createElement('div');
            // Not a blockquote element, which browsers copy with a margin of spaces.
            if (block.kind === 'quote') element.setAttribute('role', 'blockquote');
            element.className = 'block';
            element.dir = 'auto';
            element.style.paddingBlock = `${padding.top}px ${padding.bottom}px`;
            element.style.paddingInline = `${padding.start}px ${padding.end}px`;
            holder.append(element);
            const isCode = block.kind === 'code';
            const inside = isCode ? elementOf({ tag: 'code' }, roostFonts.variant(this.font, ['code']).css) : element;
            if (isCode) {
                inside.style.lineHeight = `${lineHeight}px`;
                inside.className = 'whole';
                element.append(inside);
            }
            if (block.markerEnd > block.start) this.appendMarker(element, block, padding.start);
            this.appendMarked(inside, block.markerEnd, block.end, isCode ? ['code'] : []);
            return { ...block, element, padding };
        }

        // Lines hang beside it.
        appendMarker(element, { start, markerEnd }, width) {
            element.style.textIndent = `${-width}px`;
            const marker = document.createElement('span');
            marker.className = 'marker';
            marker.style.minWidth = `${width}px`;
            element.append(marker);
            this.append(marker, start, markerEnd, roostFonts.variant(this.font, []), true);
        }
    }

    // Fills the element. Returns its text nodes, and the blocks with their elements; plain text is no block.
    function build(element, text, font, { blocks, spans }) {
        element.textContent = '';
        const builder = new Builder(text, spans, font);
        const isPlain = blocks.length === 0 || (blocks.length === 1 && blocks[0].kind === 'plain');
        element.classList.toggle('blocks', !isPlain);
        if (isPlain) {
            builder.appendMarked(element, 0, text.length);
            const block = { kind: 'plain', start: 0, end: text.length, element, padding: blank(0) };
            return { nodes: builder.nodes, blocks: [block] };
        }
        const built = blocks.map((block, index) => {
            // Between blocks it takes no room, but is selected and copied.
            if (index > 0) builder.append(element, block.start - 1, block.start, roostFonts.get(font));
            return builder.appendBlock(element, block);
        });
        return { nodes: builder.nodes, blocks: built };
    }

    return { kinds, read, build };
})();
