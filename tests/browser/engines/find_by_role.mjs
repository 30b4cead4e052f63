// Finding elements by role and accessible name where the engine's driver has no such search. The function runs
// inside the page, so it stands alone.

export function findByRole(role, name, patternFlags) {
    const implicit = {
        BUTTON: 'button', TEXTAREA: 'textbox', UL: 'list', OL: 'list', LI: 'listitem', MAIN: 'main',
        NAV: 'navigation', ARTICLE: 'article', H1: 'heading', H2: 'heading', H3: 'heading', PROGRESS: 'progressbar',
    };
    const inputs = { search: 'searchbox', checkbox: 'checkbox', password: 'password', button: 'button' };
    const roleOf = (element) => {
        // Passwords have no role; "password" stands for them here.
        if (element.tagName === 'INPUT' && element.type === 'password') return 'password';
        const given = element.getAttribute('role');
        if (given) return given.split(' ')[0];
        if (element.tagName === 'INPUT') return inputs[element.type] ?? 'textbox';
        if (element.tagName === 'A') return element.hasAttribute('href') ? 'link' : '';
        return implicit[element.tagName] ?? '';
    };
    const plain = (text) => text.replace(/\s+/g, ' ').trim();
    const nameOf = (element) => {
        const referred = element.getAttribute('aria-labelledby');
        if (referred) {
            const parts = referred.split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
            return plain(parts.join(' '));
        }
        const label = element.getAttribute('aria-label');
        if (label !== null) return plain(label);
        if (element.labels?.length) return plain(element.labels[0].textContent);
        return plain(element.textContent || element.getAttribute('placeholder') || '');
    };
    const isShown = (element) => {
        if (element.closest('[aria-hidden=true], [hidden]')) return false;
        const style = getComputedStyle(element);
        return style.visibility !== 'hidden' && style.display !== 'none' && element.isConnected;
    };
    const pattern = patternFlags === null ? null : new RegExp(name, patternFlags);
    // No role: the innermost elements in which these words stand.
    if (role === 'text') {
        const says = (element) => {
            const own = plain(element.textContent);
            return pattern ? pattern.test(own) : own.toLowerCase().includes(name.toLowerCase());
        };
        const said = [...document.body.querySelectorAll(':not(script, style)')].filter(says);
        return said.filter((element) => ![...element.children].some(says));
    }
    const fits = (element) => {
        if (roleOf(element) !== role) return false;
        if (name === null) return isShown(element);
        const own = nameOf(element);
        return (pattern ? pattern.test(own) : own === name) && isShown(element);
    };
    const selector = '[role], button, textarea, input, a, ul, ol, li, main, nav, article, h1, h2, h3, progress';
    return [...document.querySelectorAll(selector)].filter(fits);
}

// The arguments of findByRole for a name given as text, pattern or nothing.
export function spell(role, name) {
    if (name instanceof RegExp) return [role, name.source, name.flags];
    return [role, name ?? null, null];
}
