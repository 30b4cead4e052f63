// What is measured inside a page. installProbe runs there before the page's own scripts.

export function installProbe() {
    const origin = performance.timeOrigin;
    const channel = new MessageChannel();
    const waiting = [];
    const frames = [];
    let isInFrame = false;
    channel.port1.onmessage = () => waiting.shift()();
    // A task posted inside an animation frame runs after that frame was painted.
    const afterPaint = (run) => {
        waiting.push(run);
        channel.port2.postMessage(0);
    };
    const nextFrame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
        nextFrame((time) => {
            if (!isInFrame) {
                isInFrame = true;
                afterPaint(() => (isInFrame = false));
            }
            const start = performance.now();
            callback(time);
            frames.push(performance.now() - start);
        });
    // Runs with the clock's time once what was just changed has been painted.
    const whenPainted = (run) => {
        const tell = () => afterPaint(() => run(origin + performance.now()));
        if (isInFrame) tell();
        else nextFrame(tell);
    };
    const seen = new Set();
    const look = (node) => {
        const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        if (!element) return;
        if (window.roostBenchListed && element.closest('[role=listitem]')?.closest('[role=list]')) {
            const listed = window.roostBenchListed;
            window.roostBenchListed = undefined;
            whenPainted((time) => listed(time - origin));
        }
        const text = `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`;
        const marker = text.match(/pixel-\d+-/)?.[0];
        if (!marker || seen.has(marker) || !element.closest('[role=log]')) return;
        seen.add(marker);
        whenPainted((time) => window.roostBenchPainted?.(marker, time));
    };
    new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
            look(target);
            addedNodes.forEach(look);
        }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label'] });
    window.roostBench = { frames, clock: () => origin + performance.now() };
}

// The clock of the page minus ours, in milliseconds, by the quickest of some round trips.
export async function clockOffset(page) {
    const ownClock = () => performance.timeOrigin + performance.now();
    let best = { took: Infinity };
    for (let i = 0; i < 30; ++i) {
        const before = ownClock();
        const theirs = await page.evaluate(() => window.roostBench.clock());
        const took = ownClock() - before;
        if (took < best.took) best = { took, offset: theirs - before - took / 2 };
    }
    return best.offset;
}
