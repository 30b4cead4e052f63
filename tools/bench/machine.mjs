// What the figures were measured on, and what other programs cost.
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

export function describeMachine() {
    const memory = (totalmem() / 2 ** 30).toFixed(0);
    const load = loadavg()[0].toFixed(1);
    return `${cpus().length} × ${cpus()[0].model.trim()}, ${memory} GB, Linux ${release()}, node ${process.version}, load ${load}`;
}

function read(path) {
    try {
        return readFileSync(path, 'utf8');
    } catch {
        return ''; // it has ended
    }
}

// [{pid, parent, cpuSeconds, command}] of everything that runs.
function listPrograms() {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
        const stat = read(`/proc/${pid}/stat`);
        // The name in parentheses may itself hold spaces and parentheses.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.length < 14) return [];
        const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100;
        return [{ pid: Number(pid), parent: Number(fields[1]), cpuSeconds, command: read(`/proc/${pid}/cmdline`) }];
    });
}

// The renderers and the GPU program of the browsers this program has started.
function drawingPrograms() {
    const all = listPrograms();
    const ours = new Set([process.pid]);
    for (let grown = true; grown; ) {
        const found = all.filter(({ pid, parent }) => ours.has(parent) && !ours.has(pid));
        for (const { pid } of found) ours.add(pid);
        grown = found.length > 0;
    }
    return all.filter(({ pid, command }) => ours.has(pid) && /--type=(renderer|gpu-process)/.test(command));
}

// CPU seconds they used so far.
export function browserCpuSeconds() {
    return drawingPrograms().reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

// A browser that has just opened a window loads pages of its own for a while. Until it has stopped.
export async function quietBrowser() {
    const interval = 250; // ms
    const most = 0.02; // CPU seconds in it
    for (let quiet = 0, last = browserCpuSeconds(); quiet < 2; ) {
        await new Promise((resolve) => setTimeout(resolve, interval));
        const now = browserCpuSeconds();
        quiet = now - last <= most ? quiet + 1 : 0;
        last = now;
    }
}

// Bytes that are theirs alone.
export function browserMemory() {
    const kilobytes = drawingPrograms().flatMap(({ pid }) => {
        const rollup = read(`/proc/${pid}/smaps_rollup`);
        return [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].map(([, figure]) => Number(figure));
    });
    return 1024 * kilobytes.reduce((sum, one) => sum + one, 0);
}
