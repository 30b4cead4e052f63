// Keys as WebDriver names them, and what is done with keys, mouse and fingers as its actions. Both kinds of
// WebDriver, the older one over HTTP and BiDi, take the same.
const special = {
    Control: '\uE009', Shift: '\uE008', Alt: '\uE00A', Meta: '\uE03D',
    Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Backspace: '\uE003', Delete: '\uE017', ' ': ' ',
    ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
    PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', F10: '\uE03A',
};

const codeOf = (name) => {
    if (special[name]) return special[name];
    if ([...name].length !== 1) throw new Error(`no key is called ${name}`);
    return name;
};

// 'Control+Shift+a'; the plus sign itself comes last.
export function keyActions(keys) {
    const names = keys === '+' ? ['+'] : keys.split(/\+(?=.)/);
    const codes = names.map(codeOf);
    const down = codes.map((value) => ({ type: 'keyDown', value }));
    const up = [...codes].reverse().map((value) => ({ type: 'keyUp', value }));
    return [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
}

// Capitals with Shift, as people type them.
export function typeActions(text) {
    const shift = { value: special.Shift };
    const letter = (value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    const capital = (value) => [{ type: 'keyDown', ...shift }, ...letter(value), { type: 'keyUp', ...shift }];
    const actions = [...text].flatMap((one) => (/[A-Z]/.test(one) ? capital(one) : letter(one)));
    return [{ type: 'key', id: 'keyboard', actions }];
}

const pointerAction = (step) => {
    if (typeof step === 'object') {
        return { type: 'pointerMove', duration: 0, x: Math.round(step.move.x), y: Math.round(step.move.y) };
    }
    const [kind, which] = step.split(' ').reverse();
    return { type: kind === 'down' ? 'pointerDown' : 'pointerUp', button: which === 'right' ? 2 : 0 };
};

export function pointerActions(steps, pointerType = 'mouse') {
    return [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions: steps.map(pointerAction) }];
}

export function wheelActions({ x, y }, distance) {
    const turn = { type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: distance, duration: 0 };
    return [{ type: 'wheel', id: 'wheel', actions: [turn] }];
}
