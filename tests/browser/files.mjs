// Files as a reader has them, and ways to give them to the page.

// What the browser would hand over with the reader's own files.
export const give = (kind, name, mime, base64) => `
    (() => {
        const bytes = Uint8Array.from(atob('${base64}'), (sign) => sign.charCodeAt(0));
        const file = new File([bytes], '${name}', { type: '${mime}' });
        // No engine lets a script put files into a real transfer in every way that people can.
        const files = { files: [file], types: ['Files'], items: [{ kind: 'file', getAsFile: () => file }] };
        const event = new Event('${kind}', { bubbles: true, cancelable: true });
        Object.defineProperty(event, '${kind}' === 'paste' ? 'clipboardData' : 'dataTransfer', { value: files });
        return document.body.dispatchEvent(event);
    })()`;

export const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
export const pdf = 'JVBERi0xLjcKJeLjz9MK';
