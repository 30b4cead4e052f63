// Reads the pictures that browsers take of themselves: eight bits a channel, not interlaced.
import { inflateSync } from 'node:zlib';

const channelsOf = { 2: 3, 6: 4 };

function paeth(left, up, corner) {
    const estimate = left + up - corner;
    const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
    if (a <= b && a <= c) return left;
    return b <= c ? up : corner;
}

// Undoes a row's filter in place; `above` is the row before it, all zero for the first.
function unfilter(filter, row, above, channels) {
    for (let i = 0; i < row.length; ++i) {
        const left = i >= channels ? row[i - channels] : 0;
        const corner = i >= channels ? above[i - channels] : 0;
        const predicted = [0, left, above[i], (left + above[i]) >> 1, paeth(left, above[i], corner)][filter];
        row[i] = (row[i] + predicted) & 255;
    }
}

// {width, height, rgb(x, y): [red, green, blue]}
export function readPng(file) {
    const parts = [];
    let header;
    for (let at = 8; at < file.length; ) {
        const size = file.readUInt32BE(at);
        const type = file.toString('latin1', at + 4, at + 8);
        const body = file.subarray(at + 8, at + 8 + size);
        if (type === 'IHDR') header = body;
        if (type === 'IDAT') parts.push(body);
        at += size + 12;
    }
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const channels = channelsOf[header[9]];
    if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('a picture of a kind that is not read here');
    const raw = inflateSync(Buffer.concat(parts));
    const stride = width * channels;
    let above = new Uint8Array(stride);
    const rows = [];
    for (let y = 0; y < height; ++y) {
        const start = y * (stride + 1);
        const row = raw.subarray(start + 1, start + 1 + stride);
        unfilter(raw[start], row, above, channels);
        rows.push(row);
        above = row;
    }
    const rgb = (x, y) => rows[y].subarray(x * channels, x * channels + 3);
    return { width, height, rgb };
}
