// Pictures and films at full size, over everything: real elements of the page, so that saving, copying and the
// film's own controls work. A picture is made larger and moved here, between the frames.

const roostPhotos = (() => {
    const largest = 8;
    const toggled = 2.5;

    function attach(element) {
        const image = document.createElement('img');
        image.alt = '';
        image.draggable = false;
        element.append(image);
        const photo = { element, image, scale: 1, x: 0, y: 0, fingers: new Map() };
        element.roostPhoto = photo;
        element.addEventListener('wheel', (event) => {
            event.preventDefault();
            zoomAt(photo, Math.exp(-event.deltaY / 400), event);
        });
        element.addEventListener('dblclick', (event) => zoomAt(photo, photo.scale > 1 ? 0 : toggled, event));
        for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'])
            element.addEventListener(name, (event) => onPointer(photo, event));
    }

    function show(element, href) {
        if (element.roostPhoto.image.getAttribute('src') === href) return;
        if (href) element.roostPhoto.image.src = href;
        else element.roostPhoto.image.removeAttribute('src');
        apply(element.roostPhoto, 1, 0, 0);
    }

    // It never leaves its place: what is not larger than that stands still.
    function apply(photo, scale, x, y) {
        const { clientWidth, clientHeight } = photo.element;
        const within = (at, length) => Math.min(0, Math.max(at, length - length * scale));
        photo.scale = scale;
        photo.x = within(x, clientWidth);
        photo.y = within(y, clientHeight);
        photo.image.style.transform = scale > 1 ? `translate(${photo.x}px, ${photo.y}px) scale(${scale})` : '';
        photo.element.classList.toggle('zoomed', scale > 1);
    }

    // What is under the place stays under it. A factor of 0 shows all of it.
    function zoomAt(photo, factor, { clientX, clientY }) {
        const { left, top } = photo.element.getBoundingClientRect();
        const scale = factor === 0 ? 1 : Math.min(largest, Math.max(1, photo.scale * factor));
        const [atX, atY] = [clientX - left, clientY - top];
        const part = scale / photo.scale;
        apply(photo, scale, atX - (atX - photo.x) * part, atY - (atY - photo.y) * part);
    }

    const middleOf = ([a, b]) => ({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
    const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

    // One finger or the mouse moves it, two make it larger.
    function onPointer(photo, event) {
        const { fingers } = photo;
        const before = fingers.get(event.pointerId);
        if (event.type === 'pointerdown') {
            photo.element.setPointerCapture(event.pointerId);
            fingers.set(event.pointerId, event);
        } else if (event.type !== 'pointermove') {
            fingers.delete(event.pointerId);
        } else if (before) {
            const old = [...fingers.values()];
            fingers.set(event.pointerId, event);
            const now = [...fingers.values()];
            if (now.length === 2) zoomAt(photo, apart(now) / apart(old), middleOf(now));
            const [movedX, movedY] = [event.clientX - before.clientX, event.clientY - before.clientY];
            apply(photo, photo.scale, photo.x + movedX / now.length, photo.y + movedY / now.length);
        }
    }

    function zoom(element, factor) {
        const { left, top, width, height } = element.getBoundingClientRect();
        zoomAt(element.roostPhoto, factor, { clientX: left + width / 2, clientY: top + height / 2 });
    }

    return { attach, show, zoom };
})();
