// Tells where the caret is while a short code stands before it, ":thu" or ":thumbsup:". Everything else about the
// caret stays the browser's.

const roostCaret = (() => {
    const ruler = document.createElement('div');
    const rest = document.createElement('span');
    ruler.style.cssText = 'position:absolute;white-space:pre-wrap;overflow-wrap:break-word;box-sizing:border-box';
    document.getElementById('measure').append(ruler);
    const unfinished = /:[^\s:]{2,}$/u;
    const finished = /:[^\s:]+:$/u;
    const encoder = new TextEncoder();
    let told = null; // the field whose caret was told last
    let typed = null; // what the last letter led to: its selectionchange comes after it and tells nothing new

    // The same text in an element of the same shape.
    function place(field, offset) {
        const { style } = ruler;
        const look = getComputedStyle(field);
        style.font = field.style.font;
        style.padding = look.padding;
        style.width = `${field.clientWidth}px`;
        style.direction = look.direction;
        ruler.textContent = field.value.slice(0, offset);
        rest.textContent = field.value.slice(offset) || '\u200B';
        ruler.append(rest);
        const [from, to, box] = [ruler, rest, field].map((one) => one.getClientRects()[0]);
        const isRtl = look.direction === 'rtl';
        const x = box.left + (isRtl ? to.right - from.left : to.left - from.left);
        return { x, y: box.top + to.top - from.top - field.scrollTop };
    }

    // `event`: the input event; null for a caret that only moved.
    function tell(field, event) {
        const isOurs = field && field.roostTellsCaret && field.selectionStart === field.selectionEnd;
        const now = isOurs ? `${field.selectionStart} ${field.value}` : '';
        if (event === null && now !== '' && now === typed) return;
        typed = event === null ? null : now;
        const before = isOurs ? field.value.slice(0, field.selectionStart) : '';
        const isTyped = event !== null && event.inputType === 'insertText';
        const isComposing = event !== null && event.isComposing;
        const isCode = !isComposing && (unfinished.test(before) || (isTyped && finished.test(before)));
        if (isCode) {
            told = field;
            const { x, y } = place(field, before.length);
            _roost_on_caret(field.roostNode, encoder.encode(before).length, x, y, isTyped);
        } else if (told) {
            if (told.isConnected) _roost_on_caret(told.roostNode, -1, 0, 0, false);
            told = null;
        }
    }

    return { tell };
})();
