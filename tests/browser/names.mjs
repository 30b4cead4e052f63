// Roles and accessible names as people hear them: the only way tests find anything.

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isolated = (text) => `[\u2066-\u2069]*${literal(text)}[\u2066-\u2069]*`;

export const names = {
    email: ['textbox', /^e-?mail/i],
    password: ['password', /^password/i],
    signIn: ['button', /^sign in$/i],
    loading: ['progressbar', /^loading/i],
    unreachable: ['text', /^the server cannot be reached/i],
    plainNote: ['text', /does not offer WebGL 2/i],
    plainRow: (person) => ['button', new RegExp(`^${literal(person)}`)],
    plainReply: ['textbox', /^message/i],
    send: ['button', /^send/i],
    reload: ['button', /^reload/i],
    refusal: ['alert', /./],
    list: ['list', /conversations/i],
    log: ['log', undefined],
    composer: ['textbox', /^message/i],
    retry: ['button', /^retry/i],
    back: ['button', /^back/i],
    account: ['button', /^account of/i],
    close: ['button', /^close/i],
    dialog: ['dialog', undefined],
    online: ['button', /^online/i],
    signOut: ['button', /^sign out/i],
    live: ['status', /^live/i],
    notLive: ['status', /^(catching up|offline)/i],
    anyRow: ['listitem', undefined],
    reason: (words) => ['text', new RegExp(literal(words))],
    anyNote: ['article', /: Note number \d+$/],
    closed: ['text', /24.hour|window/i],
    row: (person) => ['listitem', new RegExp(`^${literal(person)}`)],
    threadOf: (person) => ['heading', new RegExp(`^${literal(person)}`)],
    // "Amina Yusuf, 13:46: text"; words that run the other way stand between marks.
    theirs: (text) => ['article', new RegExp(`^(?!You, ).*: ${isolated(text)}$`)],
    // "You, 13:47, delivered: text"
    ours: (text, status = '[^:]*') => ['article', new RegExp(`^You, [^,]*, ${status}: ${isolated(text)}$`)],
};
