// What people do, told to C++ as it happens; C++ queues it for the next frame.

const roostInput = (() => {
    const { root, closest } = roostMirror;
    const isField = (element) => element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
    const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
    const nodeOf = (element) => (element && element.roostNode !== undefined ? element.roostNode : -1);
    const roleOf = (element) => (element.getAttribute ? element.getAttribute('role') : null);

    // Mouse, finger, keyboard and screen reader alike end in a click.
    function onClick(event) {
        const element = closest(event.target, (one) => one.roostActs);
        if (!element || element.getAttribute('aria-disabled') === 'true') return;
        _roost_on_activated(element.roostNode);
        if (event.detail === 0) roostPage.drawNow(); // by a key
    }

    function onFieldKey(event) {
        // 229 is how Safari marks the Enter that ends a composition.
        const isComposing = event.isComposing || event.keyCode === 229;
        if (event.key !== 'Enter' || event.shiftKey || isComposing || !event.target.roostSubmits) return;
        event.preventDefault();
        roostWithText(event.target.value, (value) => _roost_on_submitted(nodeOf(event.target), value));
        roostPage.drawNow();
    }

    // Keys that the focused element itself answers to are no shortcuts.
    function isTaken(event) {
        const { target, key } = event;
        if (target.tagName === 'VIDEO') return key !== 'Escape';
        if (roostScrollers.isScroller(target)) return /^(Arrow|Page|Home|End)|^ $/.test(key);
        // With the mouse a message was only pointed at: keys scroll what it stands in.
        if (target.roostIsMessage && !target.matches(':focus-visible')) return /^(Arrow|Page|Home|End)|^ $/.test(key);
        if (target.roostIsMessage) return /^(Page)|^ $/.test(key);
        if (event.shiftKey && key.startsWith('Arrow') && !getSelection().isCollapsed) return true;
        return (key === 'Enter' || key === ' ') && target !== document.body;
    }

    // On layouts without Latin letters a shortcut is the key in its place.
    function nameOf({ key, code, target }) {
        if (/^menuitem/.test(roleOf(target))) return key; // it looks for an item that begins so
        const letter = key.length === 1 && key > '\x7f' && /^Key([A-Z])$/.exec(code);
        return letter ? letter[1].toLowerCase() : key;
    }

    // A click beside what lies over everything closes it, as Escape does.
    function onOutsideClick({ target }) {
        const cover = roostMirror.cover();
        if (cover && !cover.contains(target)) roostWithText('Escape', (name) => _roost_on_key(name, false, false, false));
    }

    // A field's list, tabs and menus move by arrows; the page must not scroll, the caret not jump.
    const movers = { menuitem: /^(Arrow|Home|End)/, menuitemradio: /^(Arrow|Home|End)/, tab: /^(Arrow|Home|End)/ };
    function moves(target, key) {
        if (roleOf(target) === 'combobox') return key === 'ArrowUp' || key === 'ArrowDown';
        const keys = movers[roleOf(target)];
        return keys !== undefined && keys.test(key);
    }

    // Shortcuts the browser has a use of its own for: Firefox looks for what follows a slash.
    function overrides(name, hasControl, isInField) {
        if (!hasControl) return name === '/' && !isInField;
        return name === 'k' || (name === 'a' && !isInField);
    }

    // By ui::KeysTaken: what a field leaves to the list it leads.
    const takenKeys = [/^$/, /^(ArrowUp|ArrowDown|Enter|Tab|Escape)$/, /^(ArrowUp|ArrowDown|Enter)$/, /^(Arrow.*|Enter)$/, /^Arrow(Up|Down)$/];
    function isForList(event) {
        const { ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode, target, key } = event;
        if (ctrlKey || metaKey || altKey || shiftKey || isComposing || keyCode === 229) return false;
        return takenKeys[target.roostKeysTaken ?? 0].test(key);
    }

    function onKey(event) {
        const { target, key } = event;
        const isInField = isField(target);
        const hasControl = isMac ? event.metaKey : event.ctrlKey;
        if (event.isComposing || askByKey(event)) return;
        if (isInField && isForList(event)) {
            event.preventDefault();
            roostWithText(key, (name) => _roost_on_key(name, false, false, true));
            roostPage.drawNow();
            return;
        }
        if (isInField) onFieldKey(event);
        // A row is no button to the browser, so Enter and Space have to be made clicks; arrows move between
        // rows and must not scroll the list as well.
        if (target.roostIsRow && (key === 'Enter' || key === ' ')) target.click();
        if (target.roostIsRow && /^(Enter| |ArrowUp|ArrowDown)$/.test(key)) event.preventDefault();
        // AltGr types signs; it comes as Ctrl with Alt, or as a state of its own.
        if (event.altKey || event.getModifierState('AltGraph') || isTaken(event)) return;
        const isMoving = moves(target, key);
        if (isInField && !hasControl && key !== 'Escape' && !isMoving) return;
        const name = nameOf(event);
        const isMessageKey = target.roostIsMessage && /^(Arrow|Home|End)/.test(key) && !event.shiftKey;
        if (isMoving || isMessageKey || overrides(name, hasControl, isInField)) event.preventDefault();
        roostWithText(name, (text) => _roost_on_key(text, hasControl, event.shiftKey, isInField));
        roostPage.drawNow();
    }

    // ---- a message's menu
    function ask(message, x, y, selected, word) {
        roostWithText(selected, (text) => roostWithText(word, (found) => _roost_on_menu(nodeOf(message), x, y, text, found)));
    }

    function askAt(message, x, y, word) {
        const isSelected = roostSelection.touches(message.roostNode);
        const selected = isSelected ? roostSelection.text() : '';
        ask(message, x, y, selected, isSelected ? roostSelection.ofOne() : word);
    }

    // The menu key, Shift+F10, and Enter on the message itself. Returns whether it was one of them.
    function askByKey(event) {
        const { key, shiftKey, target } = event;
        if (key !== 'ContextMenu' && !(key === 'F10' && shiftKey) && key !== 'Enter') return false;
        const message = target.roostHasMenu ? target : null;
        if (!message) return false;
        event.preventDefault();
        askAt(message, -1, -1, '');
        return true;
    }

    // Links and fields keep the browser's own menu, which knows more about them. So does a finger that presses
    // long on words: that selects them.
    function onContextMenu(event) {
        const { target, clientX, clientY } = event;
        if (roostMirror.cover()) event.preventDefault();
        if (roostMirror.cover() || isField(target) || target.closest('a[href]')) return;
        if (event.pointerType === 'touch' && target.closest('.paragraph')) return;
        const message = closest(target, (one) => one.roostHasMenu);
        if (!message) return;
        event.preventDefault();
        askAt(message, clientX, clientY, roostSelection.wordAt(clientX, clientY));
    }

    // The selection stays while an entry of a menu or list is pressed, and a field keeps its focus.
    function onMouseDown(event) {
        if (event.target.closest('[role=menu], [role=listbox]')) event.preventDefault();
    }

    // While text is dragged over, a button that lies over its end must not end the selection.
    function onSelecting(event) {
        if (event.buttons === 0) root.classList.remove('selecting');
        const isBeside = event.buttons !== 0 && !event.target.closest('.paragraph');
        beside = isBeside ? { x: event.clientX, y: event.clientY } : null;
        if (beside) roostSelection.extendTo(beside.x, beside.y);
    }
    // After it has told of such a move, WebKit gives up the selection.
    let beside = null;
    function keepSelecting() {
        const isGivenUp = beside && root.classList.contains('selecting') && getSelection().isCollapsed;
        if (isGivenUp) roostSelection.extendTo(beside.x, beside.y);
    }
    let selectingEnds = 0;
    function onPointerDown(event) {
        clearTimeout(selectingEnds); // of the drag before
        const isOnText = event.pointerType === 'mouse' && event.target.closest('.paragraph') !== null;
        // What is selected already is dragged as it is.
        const isSelecting = isOnText && !roostSelection.covers(event.clientX, event.clientY);
        root.classList.toggle('selecting', isSelecting);
    }
    // Extending the selection under the pressed mouse makes Chromium take it for something to carry away.
    function onDragStart(event) {
        if (root.classList.contains('selecting')) event.preventDefault();
    }
    // The browser's own last word on a drag may be behind the pointer. Letting go still asks what lies under it.
    function onMouseUp({ clientX, clientY, target }) {
        if (!root.classList.contains('selecting')) return;
        const isBeside = !(target.closest && target.closest('.paragraph'));
        const isSelected = beside || !getSelection().isCollapsed;
        if (isBeside && isSelected) roostSelection.extendTo(clientX, clientY);
        beside = null;
        selectingEnds = setTimeout(() => root.classList.remove('selecting'));
    }

    // To WebKit the last word of a message and the first of the next are one.
    function onDoubleClick({ target }) {
        const paragraph = target.closest('.paragraph');
        if (paragraph) roostSelection.keepWithin(paragraph);
    }

    function onFocus(event) {
        if (roostFields.isInserting()) return; // comes back at once
        const node = event.type === 'focusin' ? nodeOf(event.target) : nodeOf(event.relatedTarget);
        const isVisible = event.type === 'focusin' && event.target.matches(':focus-visible');
        _roost_on_focus(node, isVisible);
    }

    // Hovering changes what is drawn when another element is entered; moves within one wait for the next frame.
    let hovered = null;
    function onPointer(event) {
        if (event.pointerType === 'touch') return;
        if (root.classList.contains('selecting')) onSelecting(event);
        const isOther = event.target !== hovered;
        hovered = event.target;
        const { offsetLeft, offsetTop } = root;
        _roost_on_pointer(event.clientX - offsetLeft, event.clientY - offsetTop, true, isOther);
    }
    function onPointerGone() {
        hovered = null;
        _roost_on_pointer(0, 0, false, true);
    }

    // The line between two panes follows the mouse or finger that took it, wherever that goes.
    function onDrag(event) {
        const { target } = event;
        if (!target.classList || !target.classList.contains('splitter')) return;
        if (event.type === 'pointerdown') target.setPointerCapture(event.pointerId);
        if (target.hasPointerCapture(event.pointerId)) _roost_on_dragged(nodeOf(target), event.clientX - root.offsetLeft);
    }

    function start() {
        root.addEventListener('pointerdown', onDrag);
        root.addEventListener('pointermove', onDrag);
        root.addEventListener('click', onClick);
        // Options are chosen while the field keeps the focus.
        root.addEventListener('mousedown', (event) => {
            if (closest(event.target, (one) => one.roostIsOption)) event.preventDefault();
        });
        document.addEventListener('pointerdown', onOutsideClick);
        document.addEventListener('contextmenu', onContextMenu);
        root.addEventListener('mousedown', onMouseDown);
        root.addEventListener('pointerdown', onPointerDown);
        root.addEventListener('dragstart', onDragStart);
        root.addEventListener('dblclick', onDoubleClick);
        addEventListener('mouseup', onMouseUp);
        root.addEventListener('input', (event) => {
            if (nodeOf(event.target) < 0) return;
            roostWithText(event.target.value, (value) => _roost_on_changed(nodeOf(event.target), value));
            roostCaret.tell(event.target, event);
        });
        document.addEventListener('selectionchange', () => roostCaret.tell(document.activeElement, null), true);
        roostFiles.start();
        root.addEventListener('submit', (event) => event.preventDefault());
        root.addEventListener('focusin', onFocus);
        root.addEventListener('focusout', onFocus);
        root.addEventListener('scroll', roostScrollers.onScroll, { capture: true, passive: true });
        root.addEventListener('wheel', roostScrollers.onWheel, { passive: false });
        addEventListener('keydown', onKey);
        addEventListener('pointermove', onPointer, { passive: true });
        document.documentElement.addEventListener('pointerleave', onPointerGone);
        document.addEventListener('selectionchange', keepSelecting);
        document.addEventListener('selectionchange', roostSelection.changed);
        document.addEventListener('copy', roostSelection.onCopy);
    }

    return { start };
})();
