// Files that are dropped, pasted or chosen. They stay here under a number until C++ lets them go.

const roostFiles = (() => {
    const kept = new Map(); // { file, bitmap }
    const thumbnailWidth = 320;
    let next = 1;

    function tell(id, name, type, size) {
        roostWithText(name, (given) => roostWithText(type, (mime) => _roost_on_file(id, given, mime, size)));
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

    function add(file) {
        const id = next++;
        const entry = { file, bitmap: null, isGone: false };
        kept.set(id, entry);
        tell(id, file.name, file.type, file.size);
        if (file.type.startsWith('image/')) read(entry);
    }

    // A folder is a file only by name: reading it fails.
    function addItems(items) {
        for (const item of items) {
            if (item.kind !== 'file') continue;
            const file = item.getAsFile();
            const isFolder = item.webkitGetAsEntry && item.webkitGetAsEntry()?.isDirectory;
            if (isFolder) tell(0, file ? file.name : '', '', 0);
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
