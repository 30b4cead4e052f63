// Which emoji this engine and its fonts can draw.

const roostEmoji = (() => {
    const edge = 20;
    const columns = 40;
    const perTurn = 200;
    // No emoji has this colour; a letter, or the box for what is missing, is painted in it.
    const telltale = [255, 0, 255];
    const pause = () => new Promise((resolve) => setTimeout(resolve));

    function newCanvas() {
        const canvas = document.createElement('canvas');
        canvas.width = columns * edge;
        canvas.height = Math.ceil(perTurn / columns) * edge;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.font = `14px ${roostFonts.family}`;
        context.textBaseline = 'top';
        context.fillStyle = `rgb(${telltale})`;
        return context;
    }

    function hasColour(pixels) {
        for (let at = 0; at < pixels.length; at += 4) {
            const isSolid = pixels[at + 3] > 127;
            if (isSolid && telltale.some((value, i) => Math.abs(pixels[at + i] - value) > 24)) return true;
        }
        return false;
    }

    // A sequence the font does not know comes out as several emoji in a row.
    function testSome(context, signs, widest) {
        context.clearRect(0, 0, context.canvas.width, context.canvas.height);
        const place = (i) => [(i % columns) * edge, Math.floor(i / columns) * edge];
        const fits = signs.map((sign) => context.measureText(sign).width < widest);
        signs.forEach((sign, i) => {
            const [x, y] = place(i);
            if (fits[i]) context.fillText(sign, x, y + 2);
        });
        return signs.map((_, i) => {
            const [x, y] = place(i);
            return fits[i] && hasColour(context.getImageData(x, y, edge, edge).data) ? '1' : '0';
        });
    }

    // In turns, so that no frame waits for it.
    async function findDrawn(id, list) {
        const signs = list.split('\n').filter((sign) => sign !== '');
        const context = newCanvas();
        const widest = context.measureText('\u{1F600}').width * 1.4;
        let drawn = '';
        for (let at = 0; at < signs.length; at += perTurn) {
            await pause();
            drawn += testSome(context, signs.slice(at, at + perTurn), widest).join('');
        }
        roostWithText(drawn, (bits) => _roost_on_drawn(id, bits));
    }

    return { findDrawn };
})();
