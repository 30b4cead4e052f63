// What people do, told to C++ as it happens; C++ queues it for the next frame.

const roostInput = (() => {
    const { root, closest } = roostMirror;
    const isField = (element) => element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
    const nodeOf = (element) => (element && element.roostNode !== undefined ? element.roostNode : -1);

    // Mouse, finger, keyboard and screen reader alike end in a click.
    function onClick(event) {
        const element = closest(event.target, (one) => one.roostActs);
        if (element && element.getAttribute('aria-disabled') !== 'true') _roost_on_activated(element.roostNode);
    }

    function onFieldKey(event) {
        // 229 is how Safari marks the Enter that ends a composition.
        const isComposing = event.isComposing || event.keyCode === 229;
        if (event.key !== 'Enter' || event.shiftKey || isComposing || !event.target.roostSubmits) return;
        event.preventDefault();
        roostWithText(event.target.value, (value) => _roost_on_submitted(nodeOf(event.target), value));
    }

    // Keys that the focused element itself answers to are no shortcuts.
    function isTaken(event) {
        const { target, key } = event;
        if (roostScrollers.isScroller(target)) return /^(Arrow|Page|Home|End)|^ $/.test(key);
        if (event.shiftKey && key.startsWith('Arrow') && !getSelection().isCollapsed) return true;
        return (key === 'Enter' || key === ' ') && target !== document.body;
    }

    // A click beside the dialog that lies over everything closes it, as Escape does.
    function onOutsideClick({ target }) {
        const cover = roostMirror.cover();
        if (cover && !cover.contains(target)) roostWithText('Escape', (name) => _roost_on_key(name, false, false, false));
    }

    function onKey(event) {
        const { target, key } = event;
        const isInField = isField(target);
        const hasControl = event.ctrlKey || event.metaKey;
        if (isInField) onFieldKey(event);
        // A row is no button to the browser, so Enter and Space have to be made clicks; arrows move between
        // rows and must not scroll the list as well.
        if (target.roostIsRow && (key === 'Enter' || key === ' ')) target.click();
        if (target.roostIsRow && /^(Enter| |ArrowUp|ArrowDown)$/.test(key)) event.preventDefault();
        if (event.altKey || event.isComposing || isTaken(event)) return;
        if (isInField && !hasControl && key !== 'Escape') return;
        roostWithText(key, (name) => _roost_on_key(name, hasControl, event.shiftKey, isInField));
    }

    function onFocus(event) {
        const node = event.type === 'focusin' ? nodeOf(event.target) : nodeOf(event.relatedTarget);
        const isVisible = event.type === 'focusin' && event.target.matches(':focus-visible');
        _roost_on_focus(node, isVisible);
    }

    // Hovering changes what is drawn when another element is entered; moves within one wait for the next frame.
    let hovered = null;
    function onPointer(event) {
        if (event.pointerType === 'touch') return;
        const isOther = event.target !== hovered;
        hovered = event.target;
        _roost_on_pointer(event.clientX, event.clientY, true, isOther);
    }
    function onPointerGone() {
        hovered = null;
        _roost_on_pointer(0, 0, false, true);
    }

    function start() {
        root.addEventListener('click', onClick);
        document.addEventListener('pointerdown', onOutsideClick);
        root.addEventListener('input', (event) => {
            if (nodeOf(event.target) < 0) return;
            roostWithText(event.target.value, (value) => _roost_on_changed(nodeOf(event.target), value));
        });
        root.addEventListener('submit', (event) => event.preventDefault());
        root.addEventListener('focusin', onFocus);
        root.addEventListener('focusout', onFocus);
        root.addEventListener('scroll', roostScrollers.onScroll, { capture: true, passive: true });
        root.addEventListener('wheel', roostScrollers.onWheel, { passive: false });
        addEventListener('keydown', onKey);
        addEventListener('pointermove', onPointer, { passive: true });
        document.documentElement.addEventListener('pointerleave', onPointerGone);
        document.addEventListener('selectionchange', roostSelection.changed);
        document.addEventListener('copy', roostSelection.onCopy);
    }

    return { start };
})();
