// One real element per node of the tree, above the canvas, at the node's place. People never see it; screen
// readers, keyboards, fingers and tests find everything here.

const roostMirror = (() => {
    const root = document.getElementById('mirror');
    const elements = [];

    // In the order of ui::Role: role, tag if not div, class.
    const kinds = [
        ['group'],
        ['banner'],
        ['navigation'],
        ['main'],
        ['complementary'],
        ['region'],
        ['form', 'form'],
        ['dialog', '', 'hit'],
        ['heading', '', 'words'],
        ['', '', 'words'],
        ['img'],
        ['', 'button', 'hit'],
        ['', 'a', 'hit'],
        ['tab', 'button', 'hit'],
        ['tablist'],
        ['list'],
        ['listitem'],
        ['listitem', '', 'hit row'],
        ['log'],
        ['article'],
        ['separator'],
        ['status', '', 'words'],
        ['alert', '', 'words'],
        ['', 'input', 'hit field', 'text'],
        ['', 'textarea', 'hit field'],
        ['', 'input', 'hit field', 'search'],
        ['', 'input', 'hit field', 'password'],
        ['menu', '', 'hit'],
        ['menuitem', 'button', 'hit'],
        ['menuitemradio', 'button', 'hit'],
        ['combobox', 'input', 'hit field', 'text'],
        ['listbox', '', 'hit'],
        ['option', '', 'hit choice'],
        ['dialog', '', 'hit', 'popover'],
        ['separator', '', 'hit splitter'],
        ['img', '', 'hit photo'],
        ['', 'video', 'hit film'],
        ['img', '', 'moving'],
        ['slider', '', 'hit splitter seeker'],
        ['checkbox', 'button', 'hit'],
        ['table'],
        ['rowgroup'],
        ['row'],
        ['columnheader', '', 'words'],
        ['cell', '', 'words'],
    ];
    const isCover = (role) => role === 'dialog' || role === 'menu';

    function create(node, role, parent, after) {
        const [ariaRole, tag, className, type] = kinds[role];
        const element = document.createElement(tag || 'div');
        if (ariaRole) element.setAttribute('role', ariaRole);
        if (className) element.className = className;
        // Scrolling mounts and drops messages; what is new is announced by #said.
        if (ariaRole === 'log') element.setAttribute('aria-live', 'off');
        if (ariaRole === 'dialog' && type !== 'popover') element.setAttribute('aria-modal', 'true');
        // Nothing in it takes the focus: it scrolls by keys itself.
        if (ariaRole === 'rowgroup') element.tabIndex = 0;
        if (ariaRole === 'combobox') element.setAttribute('aria-autocomplete', 'list');
        element.id = `n${node}`;
        if (tag === 'button') element.type = 'button';
        if (tag && type) element.type = type;
        // Lists and options are referred to by the field that leads them.
        const isOption = ariaRole === 'option';
        if (isOption || ariaRole === 'listbox') element.id = `n${node}`;
        element.roostNode = node;
        element.roostIsRow = className === 'hit row';
        if (className === 'hit photo') roostPhotos.attach(element);
        if (tag === 'video') Object.assign(element, { controls: true, autoplay: true, playsInline: true });
        if (className === 'hit splitter') element.setAttribute('aria-orientation', 'vertical');
        element.roostIsMessage = ariaRole === 'article';
        element.roostActs = tag === 'button' || tag === 'a' || element.roostIsRow || className === 'hit choice';
        element.roostIsOption = isOption;
        if (className === 'words') {
            element.roostWords = document.createTextNode('');
            element.append(element.roostWords);
        }
        const old = elements[node];
        elements[node] = element;
        insert(element, parent, after);
        if (parent < 0 && (cover || isCover(ariaRole))) coverTheRest();
        if (old) {
            // The same thing in another role keeps what is in it.
            for (const child of [...old.children]) if (child.roostNode !== undefined) element.append(child);
            old.remove();
        }
    }

    // Under a dialog or a menu nothing can be focused, clicked or read.
    let cover = null;
    function coverTheRest() {
        const covers = root.querySelectorAll(':scope > [aria-modal], :scope > [role=menu]');
        const top = covers[covers.length - 1] ?? null;
        if (!top && !cover) return;
        cover = top;
        for (const child of root.children) child.inert = top !== null && child !== top;
    }

    // A spacer or a paragraph stands before the children.
    function insert(element, parent, after) {
        const holder = parent < 0 ? root : elements[parent];
        const previous = after < 0 ? holder.roostLead : elements[after];
        holder.insertBefore(element, previous ? previous.nextSibling : holder.firstChild);
    }

    function remove(node) {
        elements[node].remove();
        elements[node] = undefined;
        if (cover) coverTheRest();
    }

    function place(node, x, y, width, height) {
        const { style } = elements[node];
        const isPlaced = width > 0;
        style.position = isPlaced ? 'absolute' : 'static';
        style.left = isPlaced ? `${x}px` : '';
        style.top = isPlaced ? `${y}px` : '';
        style.width = isPlaced ? `${width}px` : '';
        style.height = isPlaced ? `${height}px` : '';
    }

    function setAttribute(element, name, value) {
        if (value) element.setAttribute(name, value);
        else element.removeAttribute(name);
    }

    function setWords(node, { label, description, language, href, level, position, setSize }) {
        const element = elements[node];
        const role = element.getAttribute('role');
        const isRead = element.roostWords !== undefined; // its content says it
        element.roostLabel = label;
        if (isRead) element.roostWords.data = element.roostParagraph === undefined ? label : '';
        // Live regions are announced by their content; by name they are found.
        setAttribute(element, 'aria-label', isRead && role !== 'status' && role !== 'alert' ? '' : label);
        setAttribute(element, 'aria-description', description);
        setAttribute(element, 'lang', language);
        setAttribute(element, 'aria-level', level);
        setAttribute(element, 'aria-posinset', position);
        setAttribute(element, 'aria-setsize', position && setSize);
        if (element.tagName === 'A') dressLink(element, href);
        if (element.roostPhoto) roostPhotos.show(element, href);
        else if (element.tagName === 'VIDEO') setAttribute(element, 'src', href);
        // A picture of somebody else's; ours are drawn.
        else if (role === 'img') element.style.background = href ? `center / contain no-repeat url("${encodeURI(href)}")` : '';
    }

    function dressLink(element, href) {
        setAttribute(element, 'href', href);
        const isOurs = href.startsWith('#');
        setAttribute(element, 'target', isOurs ? '' : '_blank');
        setAttribute(element, 'rel', isOurs ? '' : 'noopener noreferrer');
    }

    const tristate = (bits, known, value) => (bits & known ? String((bits & value) !== 0) : '');

    // The bits are StateBit in dom_mirror.cpp.
    function setState(node, bits) {
        const element = elements[node];
        // aria-disabled keeps the focus where it is, which `disabled` would throw away.
        setAttribute(element, 'aria-disabled', bits & 1 ? 'true' : '');
        setAttribute(element, 'aria-current', bits & 2 ? 'true' : '');
        const role = element.getAttribute('role');
        const isChosen = String((bits & 4) !== 0);
        setAttribute(element, 'aria-selected', role === 'tab' || role === 'option' ? isChosen : '');
        setAttribute(element, 'aria-checked', role === 'menuitemradio' || role === 'checkbox' ? isChosen : '');
        setAttribute(element, 'aria-busy', bits & 8 ? 'true' : '');
        setAttribute(element, 'aria-invalid', bits & 1024 ? 'true' : '');
        setAttribute(element, 'aria-expanded', tristate(bits, 32, 64));
        setAttribute(element, 'aria-pressed', tristate(bits, 128, 256));
        // Messages have a menu of their own, buttons open one.
        element.roostHasMenu = (bits & 512) !== 0 && !element.roostActs;
        setAttribute(element, 'aria-haspopup', bits & 512 && element.roostActs ? 'menu' : '');
        const takesFocus = element.roostActs || element.roostIsMessage || /field|splitter/.test(element.className);
        if (takesFocus) element.tabIndex = bits & 16 ? 0 : -1;
    }

    // What a field's list is, and which of its entries is meant while the field keeps the focus; -1 for none.
    function relate(node, list, active) {
        setAttribute(elements[node], 'aria-controls', list < 0 ? '' : `n${list}`);
        setAttribute(elements[node], 'aria-activedescendant', active < 0 ? '' : `n${active}`);
    }

    function setRange(node, least, most, now) {
        const element = elements[node];
        element.setAttribute('aria-valuemin', least);
        element.setAttribute('aria-valuemax', most);
        element.setAttribute('aria-valuenow', now);
    }

    function mountParagraph(node, paragraph, x, y) {
        const element = elements[node];
        const isOther = element.roostParagraph !== undefined && element.roostParagraph !== paragraph;
        if (isOther) roostParagraphs.unmount(element.roostParagraph, element);
        element.roostParagraph = paragraph < 0 ? undefined : paragraph;
        element.roostLead = paragraph < 0 ? undefined : roostParagraphs.mount(paragraph, element, x, y);
        if (element.roostWords) element.roostWords.data = paragraph < 0 ? element.roostLabel : '';
        roostSelection.noteMounts();
    }

    // The nearest element around `target`, itself included, that stands for a node and fits.
    function closest(target, fits) {
        for (let at = target; at && at !== root; at = at.parentElement) {
            if (at.roostNode !== undefined && fits(at)) return at;
        }
        return null;
    }

    return {
        root,
        create,
        insert,
        remove,
        place,
        setWords,
        setState,
        relate,
        setRange,
        mountParagraph,
        closest,
        cover: () => cover,
        move: (node, parent, after) => insert(elements[node], parent, after),
        element: (node) => elements[node],
        // The program scrolls what it wants to be seen.
        focus: (node) => elements[node].focus({ preventScroll: true }),
    };
})();
