// Addresses in a text: [{start, end, href}], in order.

const roostLinks = (() => {
    const address = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
    const trailing = /[.,;:!?'’…)\]}*_~]+$/u;

    // A bracket belongs to the address only if it was opened there.
    function trimmed(found) {
        let text = found;
        for (;;) {
            const end = trailing.exec(text);
            if (!end) return text;
            if (end[0].startsWith(')') && text.slice(0, end.index).includes('(')) return text.slice(0, end.index + 1);
            text = text.slice(0, end.index);
        }
    }

    function hrefOf(text) {
        if (/^https?:/i.test(text)) return text;
        return /^www\./i.test(text) ? `https://${text}` : `mailto:${text}`;
    }

    function find(text) {
        const links = [];
        for (const { 0: found, index } of text.matchAll(address)) {
            const link = trimmed(found);
            if (link) links.push({ start: index, end: index + link.length, href: hrefOf(link) });
        }
        return links;
    }

    return { find };
})();
