// The selection's rectangles, for the canvas to draw under the text. Of text nodes only: an element's rectangle
// would be the whole block.

const roostSelection = (() => {
    let isStale = false;
    let isEmpty = true; // asking the browser makes it lay out the page

    function changed() {
        isStale = true;
        isEmpty = getSelection().isCollapsed;
        _roost_on_selection();
    }

    const mounted = () => [...roostParagraphs.all()].filter(([, { holder, element }]) => holder && element.isConnected);

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
        for (const [id, paragraph] of mounted()) {
            if (selected.intersectsNode(paragraph.element)) addRects(rects, id, paragraph, selected);
        }
        rects.slice(0, room).forEach((rect, index) => HEAPF32.set(rect, out + 5 * index));
        return rects.length;
    }

    function partOf(element, selected) {
        const part = document.createRange();
        part.selectNodeContents(element);
        if (part.comparePoint(selected.startContainer, selected.startOffset) === 0)
            part.setStart(selected.startContainer, selected.startOffset);
        if (part.comparePoint(selected.endContainer, selected.endOffset) === 0)
            part.setEnd(selected.endContainer, selected.endOffset);
        return part.toString();
    }

    // The elements lie anywhere on the page, so the browser would join one message's end to the next one's start;
    // and each browser has its own idea of the breaks between the blocks of one.
    function onCopy(event) {
        const selection = getSelection();
        if (selection.isCollapsed || event.target.tagName === 'TEXTAREA' || event.target.tagName === 'INPUT') return;
        const selected = selection.getRangeAt(0);
        const elements = mounted().map(([, { element }]) => element);
        const touched = elements.filter((element) => selected.intersectsNode(element));
        touched.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
        const parts = touched.map((element) => partOf(element, selected)).filter((part) => part !== '');
        if (parts.length === 0) return;
        event.clipboardData.setData('text/plain', parts.join('\n'));
        event.preventDefault();
    }

    return {
        changed,
        write,
        onCopy,
        // What comes into view may be selected already.
        noteMounts() {
            if (!isStale && !isEmpty) changed();
        },
    };
})();
