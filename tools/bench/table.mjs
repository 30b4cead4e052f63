// One line per figure: what was measured, the floor of the same run, their ratio, the bar, and whether it is met.

const widths = [44, 14, 14, 8, 26, 6];
const line = (cells) => cells.map((cell, index) => String(cell).padEnd(widths[index])).join(' ').trimEnd();

export const heading = line(['figure', 'measured', 'floor', 'ratio', 'bar', 'met']);

const shown = (number, unit) => {
    if (number === undefined) return '–';
    const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
    const text = number.toLocaleString('en', { maximumFractionDigits: digits });
    return unit ? `${text} ${unit}` : text;
};

// {figure, value, unit, floor?, bar?: text, isMet?: boolean}
export function formatRow({ figure, value, unit, floor, bar, isMet }) {
    const ratio = floor ? shown(value / floor) : '–';
    const met = isMet === undefined ? '–' : isMet ? 'yes' : 'NO';
    return line([figure, shown(value, unit), shown(floor, unit), ratio, bar ?? '–', met]);
}

export function percentile(samples, share) {
    const sorted = [...samples].sort((a, b) => a - b);
    return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

export const median = (samples) => percentile(samples, 0.5);
