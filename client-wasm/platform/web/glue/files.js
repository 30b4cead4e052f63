// Files that are dropped, pasted or chosen. They stay here under a number until C++ lets them go.

const roostFiles = (() => {
    const kept = new Map(); // { file, bitmap }
    const thumbnailWidth = 320;
    const edge = 64 * 1024; // what C++ gets to see of each end
    let next = 1;

    function tell({ id = 0, name = '', type = '', size = 0, replaced = 0 }, head = new Uint8Array(0), tail = head) {
        roostWithText(name, (given) =>
            roostWithText(type, (mime) =>
                roostWithBytes(head, (first, firstSize) =>
                    roostWithBytes(tail, (last, lastSize) =>
                        _roost_on_file(id, given, mime, size, first, firstSize, last, lastSize, replaced),
                    ),
                ),
            ),
        );
    }

    // Decoded and made small beside the frame, not in it.
    async function read(entry) {
        try {
            entry.bitmap = await createImageBitmap(entry.file, { resizeWidth: thumbnailWidth, resizeQuality: 'medium' });
            if (entry.isGone) entry.bitmap.close();
            else _roost_on_picture();
        } catch {
            // Shown as a file like any other.
        }
    }

    const bytesOf = async (part) => new Uint8Array(await part.arrayBuffer());

    // One after the other, in the order they came.
    let told = Promise.resolve();
    function add(file, replaced = 0) {
        told = told.then(async () => {
            const { name, type, size } = file;
            try {
                const head = await bytesOf(file.slice(0, edge));
                const tail = await bytesOf(file.slice(Math.max(edge, size - edge)));
                const id = next++;
                const entry = { file, bitmap: null, isGone: false };
                kept.set(id, entry);
                tell({ id, name, type, size, replaced }, head, tail);
                if (type.startsWith('image/')) read(entry);
            } catch {
                tell({ name, replaced }); // a folder that was chosen like a file
            }
        });
    }

    const blobOf = (canvas) => new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.88));

    // As large as it may be: WhatsApp itself shows nothing larger than the first size.
    async function smaller(file, mostBytes) {
        const bitmap = await createImageBitmap(file);
        const canvas = document.createElement('canvas');
        for (let side = 2560; side > 300; side *= 0.7) {
            const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
            canvas.width = Math.max(1, Math.round(bitmap.width * scale));
            canvas.height = Math.max(1, Math.round(bitmap.height * scale));
            const pen = canvas.getContext('2d');
            pen.fillStyle = '#fff'; // JPEG knows no transparency
            pen.fillRect(0, 0, canvas.width, canvas.height);
            pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
            const blob = await blobOf(canvas);
            if (blob && blob.size <= mostBytes) return blob;
        }
        throw new Error('too large at any size');
    }

    async function convert(id, mostBytes) {
        try {
            const { file } = kept.get(id);
            const blob = await smaller(file, mostBytes);
            add(new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }), id);
        } catch {
            tell({ replaced: id }); // no picture that this browser reads
        }
    }

    // A folder is a file only by name: reading it fails.
    function addItems(items) {
        for (const item of items) {
            if (item.kind !== 'file') continue;
            const file = item.getAsFile();
            const isFolder = item.webkitGetAsEntry && item.webkitGetAsEntry()?.isDirectory;
            if (isFolder) tell({ name: file ? file.name : '' });
            else if (file) add(file);
        }
    }

    // Text stays text, also where a picture of it comes along, as word processors do.
    function onPaste(event) {
        const { clipboardData } = event;
        if (!clipboardData || clipboardData.files.length === 0 || clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        addItems(clipboardData.items);
    }

    // "dragover" comes again and again while something is dragged over the page; no event tells reliably that it
    // left.
    let isOver = false;
    let timer = 0;
    function setOver(isNow) {
        clearTimeout(timer);
        if (isNow) timer = setTimeout(setOver, 700, false);
        if (isNow !== isOver) _roost_on_drag(isNow);
        isOver = isNow;
    }
    const hasFiles = ({ dataTransfer }) => dataTransfer !== null && dataTransfer.types.includes('Files');
    function onDrag(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
    }
    function onDrop(event) {
        if (!hasFiles(event)) return;
        event.preventDefault(); // or the browser leaves the page for the file
        setOver(false);
        addItems(event.dataTransfer.items);
    }

    const dialog = document.createElement('input');
    dialog.type = 'file';
    dialog.multiple = true;
    dialog.hidden = true;

    return {
        start() {
            document.body.append(dialog);
            dialog.addEventListener('change', () => {
                for (const file of dialog.files) add(file);
                dialog.value = ''; // the same file may be chosen again
            });
            document.addEventListener('paste', onPaste);
            document.addEventListener('dragenter', onDrag);
            document.addEventListener('dragover', onDrag);
            document.addEventListener('dragleave', (event) => {
                if (event.relatedTarget === null && hasFiles(event)) setOver(false);
            });
            document.addEventListener('drop', onDrop);
        },
        choose: () => dialog.click(),
        convert,
        // A file of our own; its number.
        keep(file) {
            kept.set(next, { file, bitmap: null });
            return next++;
        },
        file: (id) => kept.get(id)?.file,
        drop(id) {
            const entry = kept.get(id);
            if (!entry) return;
            entry.isGone = true;
            if (entry.bitmap) entry.bitmap.close();
            kept.delete(id);
        },
        measure(id, width, height) {
            const bitmap = kept.get(id)?.bitmap;
            if (bitmap) roostPainter.measurePicture(bitmap, width, height);
            return Boolean(bitmap);
        },
    };
})();
