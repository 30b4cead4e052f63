// The selection's rectangles, for the canvas to draw under the text. Of text nodes only: an element's rectangle
// would be the whole block.

const roostSelection = (() => {
    let isStale = false;

    function changed() {
        isStale = true;
        _roost_on_selection();
    }

    function addRects(rects, id, { element, nodes }, selected) {
        const origin = element.getBoundingClientRect();
        for (const { node } of nodes) {
            if (!selected.intersectsNode(node)) continue;
            const part = document.createRange();
            part.setStart(node, selected.startContainer === node ? selected.startOffset : 0);
            part.setEnd(node, selected.endContainer === node ? selected.endOffset : node.length);
            for (const { left, top, width, height } of part.getClientRects()) {
                if (width > 0) rects.push([id, left - origin.left, top - origin.top, width, height]);
            }
        }
    }

    function write(out, room) {
        isStale = false;
        const selection = getSelection();
        if (selection.isCollapsed || selection.rangeCount === 0) return 0;
        const selected = selection.getRangeAt(0);
        const rects = [];
        for (const [id, paragraph] of roostParagraphs.all()) {
            const isMounted = paragraph.holder && paragraph.element.isConnected;
            if (isMounted && selected.intersectsNode(paragraph.element)) addRects(rects, id, paragraph, selected);
        }
        rects.slice(0, room).forEach((rect, index) => HEAPF32.set(rect, out + 5 * index));
        return rects.length;
    }

    return {
        changed,
        write,
        // What comes into view may be selected already.
        noteMounts() {
            if (!isStale && !getSelection().isCollapsed) changed();
        },
    };
})();
