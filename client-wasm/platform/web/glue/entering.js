// Who the agent is, where there is no cookie to say it: a browser gives a panel on another site's page none. The page
// says it by an embed token, or else the agent does in a window of our own, which has a cookie.

const roostEntering = (() => {
    const { isWidget, wish, nonce } = roostHost;
    const isWindow = location.pathname === '/widget/sign-in' && opener !== null;
    let entering; // one at a time, however many wait
    let early; // a session that was opened before the last one ended
    let timer;
    let known; // whose inbox is shown, and what of it
    let own; // the window for signing in, and the nonce that it was given
    let code; // that it sent
    let sheet; // in front of everything while nobody knows who the agent is
    let resume = () => {}; // what waits behind it

    async function post(path, body, token) {
        const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
        const signal = AbortSignal.timeout(20_000);
        return fetch(path, { method: 'POST', headers, body: JSON.stringify(body), credentials: 'omit', signal });
    }

    // Absent: refused. What fails otherwise is for the caller's own patience.
    async function openSession(token) {
        const answer = await post('/api/v1/widget/session', { token });
        if (answer.ok) return answer.json();
        if (answer.status !== 401) throw new Error(`a session was answered ${answer.status}`);
        roostHost.tell('error', { detail: { reason: 'refused', message: 'Roost refuses the token of this page.' } });
        return undefined;
    }

    async function enterByPage() {
        const { token, session, mayRenew } = await roostHost.askPage();
        return { mayRenew, session: session ?? (token && (await openSession(token))) };
    }

    // Before the session ends, so that nobody waits for the next one. The page may have used it for a while.
    function prepare({ expires_in: whole, at = Date.now() }) {
        const life = Math.max(whole - (Date.now() - at) / 1000, 0);
        clearTimeout(timer);
        timer = setTimeout(() => {
            early = enterByPage().then(({ session }) => keep(session));
            early.catch(() => {}); // it is tried again when it is needed
        }, Math.min(life * 0.8, life - 60 > 0 ? life - 60 : life) * 1000);
    }

    // A page that went on to another record may still give the token of the one before.
    function isOfPage({ only }) {
        const { entity, contact } = roostHost.about();
        if (!only || (!entity && !contact)) return true;
        if (only.contact) return Boolean(contact) && digits(contact) === digits(only.contact);
        return entity?.type === only.type && String(entity.id) === only.id;
    }

    // Nothing of one agent may be seen by the next, nor of one record on the page of another.
    function keep(session) {
        if (!session) return undefined;
        if (!isOfPage(session)) {
            roostHost.tell('error', { detail: { reason: 'refused', message: 'The token is not for what the page shows.' } });
            return undefined;
        }
        const { agent, only } = session;
        const who = JSON.stringify([agent.id, only?.type, only?.id, only?.contact]);
        if (!known) roostHost.tell('ready');
        known ??= who;
        if (known === who) return session;
        roostHost.tell('again');
        return new Promise(() => {});
    }

    const digits = (number) => String(number).replace(/\D/g, '');
    const pause = (failures) => Math.min(2 ** failures, 64) * (500 + Math.random() * 500);

    function loadSheet() {
        return new Promise((resolve, reject) => {
            const script = document.createElement('script');
            script.src = document.body.dataset.sheet;
            script.onload = () => resolve(roostSheet);
            script.onerror = reject;
            document.body.append(script);
        });
    }

    // Resolves when it is worth another try.
    async function ask(sentence, mayRenew, failures) {
        sheet ??= await loadSheet();
        return new Promise((resolve) => {
            resume = resolve;
            sheet.show(sentence, { signIn: openWindow, tryAgain: mayRenew && resolve });
            if (mayRenew) setTimeout(resolve, pause(failures));
        });
    }

    async function enterOnce(sent, failures) {
        const session = sent && (await openSession(sent));
        const given = session ? { session } : await enterByPage();
        const kept = await keep(given.session);
        if (!kept) await ask(given.mayRenew || failures > 0 ? 'refused' : 'needed', given.mayRenew, failures);
        return kept;
    }

    // Whoever waits goes on waiting, and what is open here stays as it is.
    async function enter() {
        let session = await early?.catch(() => undefined);
        early = undefined;
        for (let failures = 0; !session; ++failures) {
            const sent = code;
            code = undefined;
            session = await enterOnce(sent, failures).catch((error) => {
                if (known) throw error; // the program says that it has no connection, and comes back
                return new Promise((resolve) => setTimeout(resolve, pause(failures)));
            });
        }
        sheet?.hide();
        prepare(session);
        return JSON.stringify(session);
    }

    async function renew() {
        entering ??= enter().finally(() => (entering = undefined));
        return new Response(await entering);
    }

    function openWindow() {
        const asked = crypto.getRandomValues(new Uint32Array(4)).join('-'); // randomUUID() is for HTTPS alone
        const query = new URLSearchParams({ site: wish.get('site'), about: JSON.stringify(roostHost.about()) });
        own = { nonce: asked, opened: open(`/widget/sign-in?${query}#${asked}`, '', 'popup,width=480,height=680') };
        if (!own.opened) sheet.say('blocked');
    }

    // That window alone, and only once.
    function hearWindow({ source, origin, data }) {
        if (!source || origin !== location.origin || source !== own?.opened || data?.nonce !== own.nonce) return;
        own = undefined;
        code = data.code;
        resume();
    }

    // In that window, once it is known who the agent is. A page of another origin that opened it hears nothing.
    async function sendCode(path, init) {
        const answer = await fetch(path, init);
        if (!answer.ok) return answer;
        const { access_token: token } = await answer.json();
        const { entity, contact } = JSON.parse(wish.get('about') ?? '{}');
        const made = await post('/api/v1/widget/code', { site: wish.get('site'), entity, contact }, token);
        const { code: sent } = made.ok ? await made.json() : {};
        opener.postMessage({ nonce, code: sent }, location.origin);
        close();
        return new Promise(() => {}); // the inbox belongs into the panel
    }

    if (isWidget) addEventListener('message', hearWindow);
    if (isWindow) history.replaceState(null, '', `${location.pathname}${location.search}`);

    return {
        // How a request is made.
        fetch(path, init) {
            if (isWidget && path === '/api/v1/auth/refresh') return renew();
            if (isWindow && /^\/api\/v1\/auth\/(refresh|login)$/.test(path)) return sendCode(path, init);
            return fetch(path, init);
        },
    };
})();
