// The atlas: a canvas per page to paint on, the texture that shows it, and what changed since the last upload.

const roostAtlas = (() => {
    let pages = [];

    function addPage(page, texture, edge) {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = edge;
        // Kept in main memory: uploading from there is several times faster than from a GPU canvas.
        const context = canvas.getContext('2d', { willReadFrequently: true });
        pages[page] = { context, texture, dirty: new Map() };
    }

    // By shelf: cells of one shelf stand side by side, a rectangle around several shelves would be mostly old.
    function touch(page, x, y, width, height) {
        const { dirty } = pages[page];
        const known = dirty.get(y);
        if (!known) {
            dirty.set(y, { left: x, right: x + width, height });
            return;
        }
        known.left = Math.min(known.left, x);
        known.right = Math.max(known.right, x + width);
        known.height = Math.max(known.height, height);
    }

    function fillWhite(page, x, y, width, height) {
        const { context } = pages[page];
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.fillStyle = '#fff';
        context.fillRect(x, y, width, height);
        touch(page, x, y, width, height);
    }

    function uploadPage({ context, texture, dirty }) {
        const gl = GLctx;
        gl.bindTexture(gl.TEXTURE_2D, GL.textures[texture]);
        for (const [top, { left, right, height }] of dirty) {
            // Given the canvas itself, browsers copy all of it before they take the part.
            const { data } = context.getImageData(left, top, right - left, height);
            gl.texSubImage2D(
                gl.TEXTURE_2D, 0, left, top, right - left, height, gl.RGBA, gl.UNSIGNED_BYTE, data,
            );
        }
        dirty.clear();
        gl.bindTexture(gl.TEXTURE_2D, null);
    }

    return {
        addPage,
        touch,
        fillWhite,
        upload: () => pages.filter(({ dirty }) => dirty.size > 0).forEach(uploadPage),
        context: (page) => pages[page].context,
        reset: () => (pages = []),
    };
})();
