// The selection's rectangles, for the canvas to draw under the text. Of text nodes only: an element's rectangle
// would be the whole block.

const roostSelection = (() => {
    let isStale = false;
    let isEmpty = true; // asking the browser makes it lay out the page

    function changed() {
        isStale = true;
        const selection = getSelection();
        isEmpty = selection.isCollapsed;
        const ends = isEmpty ? [-1, -1] : [selection.anchorNode, selection.focusNode].map(messageAt);
        _roost_on_selection(...ends);
    }

    // The message that a place of the selection lies in; -1 for elsewhere.
    function messageAt(node) {
        const message = node && roostMirror.closest(node, ({ roostIsMessage }) => roostIsMessage);
        return message ? message.roostNode : -1;
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

    // What is selected of each paragraph, in reading order.
    function parts() {
        const selection = getSelection();
        if (selection.isCollapsed || selection.rangeCount === 0) return [];
        const selected = selection.getRangeAt(0);
        const touched = mounted().filter(([, { element }]) => selected.intersectsNode(element));
        const follows = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
        touched.sort(([, a], [, b]) => (follows(a.element, b.element) ? -1 : 1));
        return touched
            .map(([, { element, holder }]) => ({ element, node: holder.roostNode, text: partOf(element, selected) }))
            .filter(({ text }) => text !== '');
    }

    // As WhatsApp Web writes it: the reader's own way with time and date.
    const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
    const calendar = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'numeric', day: 'numeric' });
    const line = ({ at, name, text }) => `[${clock.format(at)}, ${calendar.format(at)}] ${name}: ${text}`;

    // The program knows the messages between the first and the last one, also those without an element.
    function messagesBetween(first, last) {
        const address = _roost_copied(first, last);
        const records = UTF8ToString(address).split('\x1e').slice(0, -1);
        _free(address);
        return records.map((record) => {
            const [at, name, text] = record.split('\x1f');
            return { at: Number(at), name, text };
        });
    }

    // What copying gives: of one message its words alone, of several one line each with time and name. Not what the
    // browser would make of it: the elements lie anywhere on the page, and each browser has its own idea of the
    // breaks between the blocks of one.
    function text() {
        const selected = parts();
        if (selected.length < 2) return selected.length === 0 ? '' : selected[0].text;
        const [first, last] = [selected[0], selected[selected.length - 1]];
        const messages = messagesBetween(first.node, last.node);
        if (messages.length === 0) return selected.map((part) => part.text).join('\n');
        const isWhole = ({ element, text: part }) => part === element.textContent;
        if (!isWhole(first)) messages[0].text = first.text;
        if (!isWhole(last)) messages[messages.length - 1].text = last.text;
        return messages.map(line).join('\n');
    }

    function onCopy(event) {
        if (event.target.tagName === 'TEXTAREA' || event.target.tagName === 'INPUT') return;
        const copied = text();
        if (copied === '') return;
        event.clipboardData.setData('text/plain', copied);
        event.preventDefault();
    }

    // From the first message through the last, both of which are mounted.
    function select(first, last) {
        const [from, to] = [first, last].map((node) => roostMirror.element(node));
        getSelection().setBaseAndExtent(from, 0, to, to.childNodes.length);
    }

    // Browsers differ in how they say where in the text a point lies.
    function caretAt(x, y) {
        if (document.caretPositionFromPoint) {
            const caret = document.caretPositionFromPoint(x, y);
            return caret && { node: caret.offsetNode, offset: caret.offset };
        }
        const range = document.caretRangeFromPoint && document.caretRangeFromPoint(x, y);
        return range && { node: range.startContainer, offset: range.startOffset };
    }

    // Beside all words a drag goes to the nearest ones, as on any page; browsers know these elements only as boxes
    // that lie anywhere.
    function extendTo(x, y) {
        const away = (at, from, to) => Math.max(from - at, 0, at - to);
        let nearest = null;
        for (const [, { element }] of mounted()) {
            const box = element.getBoundingClientRect();
            const distance = 4096 * away(y, box.top, box.bottom) + away(x, box.left, box.right);
            if (!nearest || distance < nearest.distance) nearest = { element, box, distance };
        }
        const selection = getSelection();
        if (!nearest || selection.rangeCount === 0) return;
        const { element, box } = nearest;
        if (y < box.top) return selection.extend(element, 0);
        if (y > box.bottom) return selection.extend(element, element.childNodes.length);
        const inside = (at, from, to) => Math.min(Math.max(at, from + 1), to - 1);
        const caret = caretAt(inside(x, box.left, box.right), inside(y, box.top, box.bottom));
        if (caret && element.contains(caret.node)) selection.extend(caret.node, caret.offset);
    }

    // Gives up what is selected outside of it.
    function keepWithin(element) {
        const selection = getSelection();
        if (selection.rangeCount === 0 || !selection.getRangeAt(0).intersectsNode(element)) return;
        const selected = selection.getRangeAt(0);
        const whole = document.createRange();
        whole.selectNodeContents(element);
        const isStart = whole.comparePoint(selected.startContainer, selected.startOffset) === 0;
        const isEnd = whole.comparePoint(selected.endContainer, selected.endOffset) === 0;
        if (isStart && isEnd) return;
        const from = isStart ? selected : whole;
        const to = isEnd ? selected : whole;
        selection.setBaseAndExtent(from.startContainer, from.startOffset, to.endContainer, to.endOffset);
    }

    // Whether this point of the window lies on selected words.
    function covers(x, y) {
        const selection = getSelection();
        if (selection.isCollapsed || selection.rangeCount === 0) return false;
        const isOn = ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
        return [...selection.getRangeAt(0).getClientRects()].some(isOn);
    }

    const words = window.Intl && Intl.Segmenter ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null;
    function wordAt(x, y) {
        const caret = caretAt(x, y);
        if (!words || !caret || caret.node.nodeType !== Node.TEXT_NODE) return '';
        const found = words.segment(caret.node.data).containing(Math.min(caret.offset, caret.node.length - 1));
        return found && found.isWordLike ? found.segment : '';
    }

    // Whether something of this message is selected.
    function touches(node) {
        return parts().some((part) => part.node === node);
    }

    return {
        changed,
        write,
        onCopy,
        select,
        extendTo,
        keepWithin,
        covers,
        text,
        wordAt,
        touches,
        // What is selected as it stands, if it is of one message.
        ofOne: () => (parts().length === 1 ? parts()[0].text : ''),
        // What comes into view may be selected already.
        noteMounts() {
            if (!isStale && !isEmpty) changed();
        },
    };
})();
