// Real fields: the browser edits, composes, spells, fills in, and paints what is typed.

const roostFields = (() => {
    function dress(node, spec) {
        const field = roostMirror.element(node);
        field.placeholder = spec.placeholder;
        field.autocomplete = spec.autocomplete || 'off';
        field.dir = 'auto';
        field.roostSubmits = spec.submits;
        const { style } = field;
        const colour = roostFonts.cssColour(spec.colour);
        style.font = `${spec.size}px/${spec.lineHeight}px ${roostFonts.family}`;
        style.color = colour;
        style.caretColor = colour;
        style.padding = `${spec.paddingY}px ${spec.paddingX}px`;
        if (field.type === 'text' && spec.autocomplete === 'username') field.inputMode = 'email';
        if (field.type !== 'textarea') return;
        field.enterKeyHint = spec.submits ? 'send' : 'enter';
    }

    return {
        dress,
        setValue(node, value) {
            const field = roostMirror.element(node);
            if (field.value !== value) field.value = value;
        },
    };
})();
