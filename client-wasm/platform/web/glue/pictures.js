// Pictures of messages: fetched, decoded and made as small as they are shown beside the frames, a few at a time.
// What was asked for last comes first: it is what the reader looks at now.

const roostPictures = (() => {
    const atOnce = 4;
    const mostWaiting = 32;
    const patience = 15_000;
    const plain = { premultiplyAlpha: 'none', resizeQuality: 'medium' };
    const read = 0;
    const broken = 1;
    const dropped = 2;
    const local = 'local:'; // a file that is on its way
    let waiting = [];
    let running = 0;
    let stopper = new AbortController();
    const bitmaps = new Map(); // by reading

    // The middle of `source`, in the shape of the box and no larger than it.
    function cover(source, naturalWidth, naturalHeight, { width, height }) {
        const scale = Math.min(naturalWidth / width, naturalHeight / height);
        const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
        const [x, y] = [(naturalWidth - w) >> 1, (naturalHeight - h) >> 1];
        const size = scale > 1 ? { resizeWidth: width, resizeHeight: height } : {};
        return createImageBitmap(source, x, y, w, h, { ...plain, ...size });
    }

    async function bytesOf({ url, signal }) {
        if (url.startsWith(local)) return roostFiles.file(Number(url.slice(local.length)));
        const response = await fetch(url, { signal });
        if (!response.ok) throw new Error(`answered ${response.status}`);
        return response.blob();
    }

    async function readImage(wish) {
        const { width, height } = wish;
        const [across, down] = [wish.naturalWidth / width, wish.naturalHeight / height];
        // Made smaller while it is decoded, by the side that is the nearer to the box.
        const size = across > down ? { resizeHeight: height } : { resizeWidth: width };
        const whole = await createImageBitmap(await bytesOf(wish), { ...plain, ...(Math.min(across, down) > 1 ? size : {}) });
        if (whole.width <= width && whole.height <= height) return { bitmap: whole, seconds: 0 };
        const bitmap = await cover(whole, whole.width, whole.height, wish);
        whole.close();
        return { bitmap, seconds: 0 };
    }

    // One picture of it, a little after the beginning, where films fade in from black.
    function readFilm(wish) {
        const film = document.createElement('video');
        film.muted = true;
        film.preload = 'auto';
        film.playsInline = true;
        return new Promise((resolve, reject) => {
            wish.signal.addEventListener('abort', reject, { once: true });
            setTimeout(reject, patience); // some phones load nothing before they are asked to play
            film.onerror = reject;
            film.onloadeddata = () => (film.currentTime = Math.min(0.5, film.duration / 4));
            film.onseeked = () => resolve(cover(film, film.videoWidth, film.videoHeight, wish));
            film.src = wish.url;
        })
            .then((bitmap) => ({ bitmap, seconds: film.duration }))
            .finally(() => {
                film.onerror = null;
                film.removeAttribute('src');
                film.load();
            });
    }

    async function start(wish) {
        ++running;
        try {
            const { bitmap, seconds } = await (wish.isFilm ? readFilm(wish) : readImage(wish));
            if (wish.signal.aborted) {
                bitmap.close();
            } else {
                bitmaps.set(wish.reading, bitmap);
                _roost_on_image(wish.reading, read, bitmap.width, bitmap.height, Number.isFinite(seconds) ? seconds : 0);
            }
        } catch {
            if (!wish.signal.aborted) _roost_on_image(wish.reading, broken, 0, 0, 0);
        }
        --running;
        next();
    }

    function next() {
        if (running < atOnce && waiting.length > 0) start(waiting.pop());
    }

    function drop(reading) {
        const bitmap = bitmaps.get(reading);
        if (bitmap) bitmap.close();
        bitmaps.delete(reading);
    }

    return {
        read(wish) {
            waiting.push({ ...wish, signal: stopper.signal });
            if (waiting.length > mostWaiting) _roost_on_image(waiting.shift().reading, dropped, 0, 0, 0);
            next();
        },
        upload(reading, texture) {
            const gl = GLctx;
            gl.bindTexture(gl.TEXTURE_2D, GL.textures[texture]);
            gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmaps.get(reading));
            drop(reading);
        },
        drop,
        stop() {
            waiting = [];
            stopper.abort();
            stopper = new AbortController();
        },
    };
})();
