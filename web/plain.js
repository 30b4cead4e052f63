// Roost without WebGL 2: a plain list of conversations with reading and answering, so that nobody is locked out.
// Loaded only then. Everything that came from elsewhere enters the page as text, never as markup.

const roostPlain = (() => {
    const words = roostPlainWords;
    const app = document.createElement('div');
    let token = '';
    let permissions = []; // of whoever is signed in, as the server names them
    let open = null; // the conversation that is read
    let waiting = null; // {body, ref}: sent and not answered; goes again under the same name
    let isLoading = false;
    let hasNews = false;
    let session = 0;

    function make(tag, text, attributes = {}, ...children) {
        const element = document.createElement(tag);
        if (text) element.textContent = text;
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.append(...children);
        return element;
    }

    const nameOf = (row) => row.contact_name || row.wa_id || words.unknown;

    // ---- the server

    function take(session) {
        token = session.access_token;
        permissions = session.agent?.permissions ?? [];
    }

    async function renew() {
        const answer = await fetch('/api/v1/auth/refresh', { method: 'POST' });
        token = '';
        if (answer.ok) take(await answer.json());
        return answer.ok;
    }

    async function ask(path, body) {
        const send = () =>
            fetch(`/api/v1/${path}`, {
                method: body ? 'POST' : 'GET',
                headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
                body: body && JSON.stringify(body),
                cache: 'no-store',
            });
        let answer = await send();
        if (answer.status === 401 && (await renew())) answer = await send();
        const result = await answer.json().catch(() => ({}));
        if (answer.status === 401) showSignIn();
        if (!answer.ok) throw new Error(words.serverError);
        return result;
    }

    // What happens is not read here, only that something does.
    async function listen(own) {
        try {
            const answer = await fetch('/api/v1/events', { headers: { authorization: `Bearer ${token}` } });
            if (answer.status === 401) await renew();
            const reader = answer.ok && answer.body.pipeThrough(new TextDecoderStream()).getReader();
            while (reader) {
                const { done, value } = await reader.read();
                if (done || own !== session) break;
                if (value.includes('data:')) await refresh();
            }
        } catch {
            // The network: again in a while.
        }
        if (own === session) setTimeout(() => refresh().finally(() => listen(own)), 3000);
    }

    // ---- what is shown

    const list = make('ul');
    const log = make('div', '', { class: 'log', role: 'log', 'aria-label': words.messages, tabindex: '0' });
    const field = make('textarea', '', { id: 'plain-reply', rows: '3', maxlength: '4096', dir: 'auto' });
    const alert = make('p', '', { role: 'alert' });

    // The same row stays the same element, or the focus would be lost with every message.
    function showRows(rows) {
        const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
        const items = rows.map((row) => {
            const item = known.get(row.id) ?? make('li', '', { 'data-id': row.id }, make('button'));
            const unread = row.unread > 0 ? `, ${row.unread} ${words.unread}` : '';
            const label = `${nameOf(row)}${unread}: ${row.last?.preview ?? ''}`;
            if (item.firstChild.textContent !== label) item.firstChild.textContent = label;
            item.firstChild.onclick = () => read(row);
            return item;
        });
        if (items.some((item, place) => list.children[place] !== item) || items.length !== list.children.length) {
            const focused = document.activeElement;
            list.replaceChildren(...items);
            if (list.contains(focused)) focused.focus();
        }
    }

    function messageItem(message, name) {
        const { type } = message.content;
        const part = message.content[type] ?? {};
        const body = type === 'text' ? part.body : `[${type}] ${part.caption ?? part.emoji ?? part.name ?? ''}`;
        const who = message.direction === 'inbound' ? name : words.you;
        const at = new Date(message.at).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' });
        const status = message.direction === 'inbound' ? '' : `, ${message.failure?.sentence ?? message.status}`;
        const said = make('p', body, { dir: 'auto' });
        return make('article', '', { 'data-id': message.id }, make('b', `${who}, ${at}${status}`), said);
    }

    async function showThread() {
        const { id } = open;
        const page = await ask(`conversations/${id}/messages?limit=50`);
        if (open?.id !== id) return;
        const items = page.messages.map((message) => messageItem(message, nameOf(open)));
        const isSame = (item, place) => log.children[place]?.isEqualNode(item);
        if (items.length !== log.children.length || !items.every(isSame)) {
            // A log says what is added to it: what stays has to stay.
            items.forEach((item, place) => {
                if (!log.children[place]) log.append(item);
                else if (!isSame(item, place)) log.children[place].replaceWith(item);
            });
            log.scrollTop = log.scrollHeight;
        }
        const last = page.messages.at(-1);
        if (last && !document.hidden && permissions.includes('tend')) await ask(`conversations/${id}/read`, { up_to: last.id });
    }

    async function refresh() {
        hasNews = true;
        if (isLoading) return;
        isLoading = true;
        try {
            while (hasNews) {
                hasNews = false;
                showRows((await ask('snapshot')).conversations);
                if (open) await showThread();
            }
            alert.textContent = '';
        } catch (error) {
            if (token) alert.textContent = error.message;
        } finally {
            isLoading = false;
        }
    }

    async function send(event) {
        event.preventDefault();
        const body = field.value.trim();
        if (!body) return;
        if (waiting?.body !== body || waiting.id !== open.id) {
            const bytes = crypto.getRandomValues(new Uint8Array(16));
            const ref = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
            waiting = { id: open.id, body, ref };
        }
        const message = { client_ref: waiting.ref, type: 'text', text: { body } };
        try {
            await ask(`conversations/${open.id}/messages`, message);
            waiting = null;
            field.value = '';
            await refresh();
        } catch (error) {
            alert.textContent = `${words.notSent} ${error.message}`;
        }
    }

    function replyForm() {
        const label = make('label', words.message, { for: field.id });
        const form = make('form', '', {}, label, field, make('button', words.send));
        form.onsubmit = send;
        return form;
    }

    function read(row) {
        open = row;
        log.replaceChildren();
        const back = make('button', words.back);
        back.onclick = () => {
            open = null;
            show(make('h1', words.inbox), list);
            (list.querySelector(`[data-id="${CSS.escape(row.id)}"] button`) ?? back).focus();
        };
        const heading = make('h1', nameOf(row), { tabindex: '-1', dir: 'auto' });
        show(back, heading, log, permissions.includes('send') ? replyForm() : make('p', words.readOnly));
        heading.focus();
        refresh();
    }

    function showSignIn() {
        session += 1;
        token = '';
        open = null;
        const email = make('input', '', { id: 'plain-email', type: 'email', autocomplete: 'username', required: '' });
        const password = make('input', '', {
            id: 'plain-password',
            type: 'password',
            autocomplete: 'current-password',
            required: '',
        });
        const form = make('form', '', {}, make('label', words.email, { for: email.id }), email);
        const button = make('button', words.signIn);
        form.append(make('label', words.password, { for: password.id }), password, button);
        // Asked for of those who have a second step, once the password was right.
        const code = make('input', '', { id: 'plain-code', autocomplete: 'one-time-code', dir: 'ltr', required: '' });
        const codeWords = { second_factor_needed: words.codeNeeded, second_factor_wrong: words.codeWrong };
        form.onsubmit = async (event) => {
            event.preventDefault();
            const headers = { 'content-type': 'application/json' };
            const body = JSON.stringify({ email: email.value, password: password.value, code: code.value });
            const answer = await fetch('/api/v1/auth/login', { method: 'POST', headers, body }).catch(() => null);
            const result = await answer?.json().catch(() => ({}));
            if (!answer?.ok) {
                alert.textContent = codeWords[result?.code] ?? result?.detail ?? words.unreachable;
                if (!codeWords[result?.code]) return;
                if (!code.isConnected) button.before(make('label', words.code, { for: code.id }), code);
                code.value = '';
                code.focus();
                return;
            }
            take(result);
            begin();
        };
        show(make('h1', words.signIn), form);
        email.focus();
    }

    function show(...parts) {
        alert.textContent = '';
        app.querySelector('main').replaceChildren(...parts, alert);
    }

    async function begin() {
        show(make('h1', words.inbox), list);
        session += 1;
        await refresh();
        listen(session);
    }

    async function start() {
        app.className = 'plain';
        app.lang = roostShell.language;
        if (app.lang === 'ar') app.dir = 'rtl';
        app.append(make('header', words.note), make('main'));
        document.body.append(app);
        if (await renew().catch(() => false)) begin();
        else showSignIn();
    }

    return { start };
})();

roostPlain.start();
