// The floor in the browser: a page without framework, canvas or layout of its own, that opens the same session,
// reads the same snapshot and writes the same events into a <div>.

export const minimalPath = '/bench-minimal.html';

const html = `<!doctype html><meta charset="utf-8"><title>minimal</title>
<div role="list"></div><div role="log"></div>
<script type="module">
const list = document.querySelector('[role=list]');
const log = document.querySelector('[role=log]');
const session = await (await fetch('/api/v1/auth/refresh', { method: 'POST' })).json();
const headers = { authorization: 'Bearer ' + session.access_token };
const snapshot = await (await fetch('/api/v1/snapshot', { headers })).json();
for (const { contact_name } of snapshot.conversations) {
    const row = document.createElement('div');
    row.setAttribute('role', 'listitem');
    row.textContent = contact_name;
    list.append(row);
}
const stream = await fetch('/api/v1/events?since=' + snapshot.seq, { headers });
document.title = 'streaming';
const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
let rest = '';
for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const frames = (rest + value).split('\\n\\n');
    rest = frames.pop();
    for (const frame of frames) {
        const data = frame.split('\\n').find((line) => line.startsWith('data: '));
        if (data) log.textContent = data;
    }
}
</script>`;

// The page then has the product's origin, so that its session and its stream are the same.
export function serveMinimal(page) {
    return page.route(`**${minimalPath}`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
}
