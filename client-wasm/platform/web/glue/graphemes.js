// Where people see one character end and the next begin.

const roostGraphemes = (() => {
    // Firefox learned to tell in version 125; this is close enough to cut a text that does not fit.
    const pictogram = '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{EMod}|[\\u{E0020}-\\u{E007F}])*';
    const extend = '[\\p{M}\\u200C\\u200D\\uFE0F\\u0E33\\u0EB3]';
    const hangul = '[\\u1100-\\u115F]+[\\u1160-\\u11A7]*[\\u11A8-\\u11FF]*';
    const cluster = new RegExp(
        `\\r\\n|\\p{RI}\\p{RI}|${pictogram}(?:\\u200D${pictogram})*${extend}*|[\\d#*]\\uFE0F?\\u20E3|${hangul}|[^]${extend}*`,
        'gu',
    );

    function clusterEnds(text) {
        return Array.from(text.matchAll(cluster), (found) => found.index + found[0].length);
    }

    const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: 'grapheme' });

    function segmentEnds(text) {
        return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
    }

    return { ends: segmenter ? segmentEnds : clusterEnds, clusterEnds };
})();
