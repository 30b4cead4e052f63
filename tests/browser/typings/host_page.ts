// A page in TypeScript: what docs/widget.d.ts lets it write, and what not.
import type { RoostEvents, RoostGetToken, RoostSettings } from '../../../docs/widget';

const getToken: RoostGetToken = async ({ entity, contact }) => (await fetch(`/token?${entity?.id ?? contact ?? ''}`)).text();
const settings: RoostSettings = {
    site: 's',
    getToken,
    entity: { type: 'project', id: '118', title: 'Roof', url: 'https://erp.example/118' },
    position: 'left',
    theme: 'dark',
    words: { title: 'Talk', close: 'Shut' },
};
window.RoostSettings = settings;
window.RoostSettings = { getToken: () => 'token' };

for (const command of ['open', 'close', 'toggle', 'show', 'hide', 'reset'] as const) window.Roost(command);
window.Roost('setEntity', { type: 'project', id: '118' });
window.Roost('setEntity', null);
window.Roost('setContact', '254712345678');
window.Roost('setUser', getToken);
window.Roost('setTheme', '');
const count = ({ count }: RoostEvents['unread']): void => void count.toFixed();
window.Roost('on', 'unread', count);
window.Roost('off', 'unread', count);
window.Roost('on', 'error', ({ reason, message }) => console.log(reason === 'token', message));
window.Roost('on', 'ready', () => undefined);

// @ts-expect-error: no such command
window.Roost('opne');
// @ts-expect-error: a record needs its id
window.Roost('setEntity', { type: 'project' });
// @ts-expect-error: no such event
window.Roost('on', 'opened', () => undefined);
// @ts-expect-error: it counts, it does not name
window.Roost('on', 'unread', ({ name }) => name);
// @ts-expect-error: no such theme
window.Roost('setTheme', 'blue');
// @ts-expect-error: a site must be named
const nameless: RoostSettings = { token: 't' };
void nameless;
