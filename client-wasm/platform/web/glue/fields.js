// Real fields: the browser edits, composes, spells, fills in, and paints what is typed.

const roostFields = (() => {
    const { element } = roostMirror;

    // By what is in it; while that is nothing, as the page runs.
    function turnField(field) {
        const dir = field.value === '' ? document.documentElement.dir || 'ltr' : 'auto';
        if (field.dir !== dir) field.dir = dir;
    }

    // What stands on an on-screen keyboard's Enter.
    function enterKeyHint({ type }, autocomplete, submits) {
        if (type === 'search') return 'search';
        if (type === 'password') return 'go';
        if (autocomplete === 'one-time-code') return 'go';
        if (autocomplete === 'username') return 'next';
        return submits ? 'send' : 'enter';
    }

    function dressForWriting(field, isProse) {
        field.spellcheck = isProse;
        field.setAttribute('autocorrect', isProse ? 'on' : 'off');
        field.autocapitalize = isProse ? 'sentences' : 'none';
        // People write in another language than the page's.
        if (isProse) field.lang = '';
    }

    // The flags are FieldFlag in dom_mirror.cpp.
    function dress(node, spec) {
        const field = element(node);
        const submits = (spec.flags & 1) !== 0;
        field.placeholder = spec.placeholder;
        field.autocomplete = spec.autocomplete || 'off';
        if (!field.roostTurns) field.addEventListener('input', () => turnField(field));
        field.roostTurns = true;
        turnField(field);
        field.roostSubmits = submits;
        field.roostTellsCaret = (spec.flags & 4) !== 0;
        const { style } = field;
        const colour = roostFonts.cssColour(spec.colour);
        style.font = `${spec.size}px/${spec.lineHeight}px ${roostFonts.family}`;
        style.color = colour;
        style.caretColor = colour;
        // At the end of the page's direction, whichever way runs what is typed.
        const isTurned = document.documentElement.dir === 'rtl';
        const [left, right] = isTurned ? [spec.paddingEnd, 0] : [0, spec.paddingEnd];
        style.padding = `${spec.paddingY}px ${spec.paddingX + right}px ${spec.paddingY}px ${spec.paddingX + left}px`;
        if (field.type === 'text' && spec.autocomplete === 'username') field.inputMode = 'email';
        if (spec.autocomplete === 'one-time-code') field.inputMode = 'numeric';
        field.enterKeyHint = enterKeyHint(field, spec.autocomplete, submits);
        dressForWriting(field, (spec.flags & 2) !== 0);
    }

    function refer(field, attribute, node) {
        if (node < 0) field.removeAttribute(attribute);
        else field.setAttribute(attribute, `n${node}`);
    }

    // Only typing can be undone, and only what has the focus can be typed into. A finger's keyboard must not come
    // up for it.
    let isInserting = false;
    function typeInto(field, words, start, end) {
        const before = document.activeElement;
        const isBorrowed = before !== field && before !== document.body && !roostPage.isTouch();
        isInserting = isBorrowed;
        if (isBorrowed) field.focus({ preventScroll: true });
        field.setSelectionRange(start, end);
        const isTyped = document.activeElement === field && document.execCommand('insertText', false, words);
        if (isBorrowed) before.focus({ preventScroll: true });
        isInserting = false;
        return isTyped;
    }

    return {
        dress,
        isInserting: () => isInserting,
        turn: () => roostMirror.root.querySelectorAll('.field').forEach(turnField),
        setValue(node, value) {
            const field = element(node);
            if (field.value !== value) field.value = value;
            turnField(field);
        },
        setPopup(node, list, active, keysTaken) {
            const field = element(node);
            field.roostKeysTaken = keysTaken;
            refer(field, 'aria-controls', list);
            refer(field, 'aria-activedescendant', active);
            for (const [name, value] of [['aria-autocomplete', 'list'], ['aria-haspopup', 'listbox']]) {
                if (list < 0) field.removeAttribute(name);
                else field.setAttribute(name, value);
            }
        },
        insert(node, words, replaced) {
            const field = element(node);
            const end = field.selectionEnd;
            const start = replaced > 0 ? Math.max(0, end - replaced) : field.selectionStart;
            if (typeInto(field, words, start, end)) return;
            field.setRangeText(words, start, end, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: words }));
        },
    };
})();
