// The atlas: a texture per page, and one small canvas to paint on. It stands for a band of one page, and what changed
// in it goes up when another band is wanted or the frame ends: a canvas per page would hold everything twice.

const roostAtlas = (() => {
    const least = 512; // device pixels: a band has room for this much
    const step = 256; // and begins at a multiple of it
    let textures = [];
    let pen = null;
    let page = -1; // whose band it is; none
    let top = 0;
    const dirty = new Map(); // by the shelf's y in the band

    function addPage(added, texture, edge) {
        textures[added] = texture;
        if (pen) return;
        const canvas = document.createElement('canvas');
        canvas.width = edge;
        canvas.height = least;
        // Kept in main memory: uploading from there is several times faster than from a GPU canvas.
        pen = canvas.getContext('2d', { willReadFrequently: true });
    }

    // By shelf: cells of one shelf stand side by side, a rectangle around several shelves would be mostly old.
    function touch(x, y, width, height) {
        const known = dirty.get(y);
        if (!known) {
            dirty.set(y, { left: x, right: x + width, height });
            return;
        }
        known.left = Math.min(known.left, x);
        known.right = Math.max(known.right, x + width);
        known.height = Math.max(known.height, height);
    }

    function upload() {
        if (dirty.size === 0) return;
        const gl = GLctx;
        gl.bindTexture(gl.TEXTURE_2D, GL.textures[textures[page]]);
        for (const [y, { left, right, height }] of dirty) {
            // Given the canvas itself, browsers copy all of it before they take the part.
            const { data } = pen.getImageData(left, y, right - left, height);
            gl.texSubImage2D(
                gl.TEXTURE_2D, 0, left, top + y, right - left, height, gl.RGBA, gl.UNSIGNED_BYTE, data,
            );
        }
        dirty.clear();
        gl.bindTexture(gl.TEXTURE_2D, null);
    }

    function turnTo(wanted, y, height) {
        const isThere = wanted === page && y >= top && y + height <= top + pen.canvas.height;
        if (isThere) return;
        upload();
        page = wanted;
        top = Math.floor(y / step) * step;
        if (y + height - top > pen.canvas.height) pen.canvas.height = y + height - top;
    }

    // Where to paint a cell of a page: the context, its corner moved to the cell's. What stood there is gone.
    function cell(wanted, x, y, width, height) {
        turnTo(wanted, y, height);
        pen.setTransform(1, 0, 0, 1, x, y - top);
        pen.clearRect(0, 0, width, height);
        touch(x, y - top, width, height);
        return pen;
    }

    function fillWhite(wanted, x, y, width, height) {
        const context = cell(wanted, x, y, width, height);
        context.fillStyle = '#fff';
        context.fillRect(0, 0, width, height);
    }

    function reset() {
        textures = [];
        page = -1;
        dirty.clear();
    }

    return { addPage, cell, fillWhite, upload, reset };
})();
