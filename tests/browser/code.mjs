// Reads what a camera would from a picture of the screen.
import jsQr from 'jsqr';

import { readPng } from './png.mjs';

// Absent: there is no code in the picture.
export function readCode(file) {
    const { width, height, rgb } = readPng(file);
    const pixels = new Uint8ClampedArray(width * height * 4);
    for (let y = 0; y < height; ++y)
        for (let x = 0; x < width; ++x) pixels.set([...rgb(x, y), 255], (y * width + x) * 4);
    return jsQr(pixels, width, height)?.data;
}
