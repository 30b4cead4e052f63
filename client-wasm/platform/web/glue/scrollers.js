// Native scrollers: a finger's momentum, keys, the scroll bar and assistive technology work as on any page. The
// canvas follows scrollTop.

const roostScrollers = (() => {
    const isScroller = (element) => element.roostSpacer !== undefined;

    function setContentHeight(node, height) {
        const element = roostMirror.element(node);
        if (!element.roostSpacer) {
            element.roostSpacer = document.createElement('div');
            element.roostSpacer.className = 'spacer';
            element.roostLead = element.roostSpacer;
            element.prepend(element.roostSpacer);
            element.classList.add('scroller');
            element.tabIndex = element.getAttribute('role') === 'log' ? 0 : -1;
        }
        element.roostSpacer.style.height = `${height}px`;
    }

    function scrollTo(node, top) {
        const element = roostMirror.element(node);
        element.scrollTop = top;
        element.roostOwnTop = element.scrollTop;
    }

    function onScroll({ target }) {
        if (target.roostSpacer === undefined) return;
        const isOwn = Math.abs(target.scrollTop - target.roostOwnTop) < 0.5;
        target.roostOwnTop = undefined;
        if (isOwn) return;
        leaveUnpainted();
        _roost_on_scrolled(target.roostNode, target.scrollTop);
    }

    // The browser paints the invisible words too, and lays them over the canvas: half of what a scrolled frame
    // costs without a GPU. While nobody can be looking for what it marks in them (its find has no focus then)
    // they are left out until the scrolling ends.
    const stillAfter = 150; // ms
    let stillTimer = 0;
    function leaveUnpainted() {
        const { classList } = roostMirror.root;
        if (!document.hasFocus()) return;
        classList.add('moving');
        clearTimeout(stillTimer);
        stillTimer = setTimeout(() => classList.remove('moving'), stillAfter);
    }

    // The compositor scrolls ahead of the canvas by a frame or two; with a mouse we turn the wheel ourselves, so
    // that both move in one step.
    const hasMouse = matchMedia('(hover: hover) and (pointer: fine)');
    const lineHeight = 40;
    function onWheel(event) {
        if (!hasMouse.matches || event.ctrlKey || event.defaultPrevented || event.deltaY === 0) return;
        if (event.target.tagName === 'TEXTAREA' && event.target.scrollHeight > event.target.clientHeight) return;
        const scroller = roostMirror.closest(event.target, isScroller);
        if (!scroller) return;
        const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? scroller.clientHeight : 1;
        scroller.scrollTop += event.deltaY * unit;
        event.preventDefault();
    }

    return { isScroller, setContentHeight, scrollTo, onScroll, onWheel };
})();
