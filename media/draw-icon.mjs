// Draws icon.png: a page with one passage marked, and the quotation mark that takes it.   node media/draw-icon.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const SIZE = 256;
const SAMPLES = 4; // each pixel is the mean of 4 x 4 points
const INK = [31, 61, 92];
const PAPER = [250, 248, 242];
const LINE = [176, 186, 196];
const MARK = [255, 204, 77];

/** Front to back: the first shape that holds the point gives its colour. A unit is a 64th of the side. */
const SHAPES = [
  { colour: INK, holds: quotationMark(12.5, 12) },
  { colour: INK, holds: quotationMark(24.5, 12) },
  ...[34, 40, 46].map((y, i) => bar(INK, 17, y, [47, 47, 36][i])),
  { colour: MARK, holds: box(13.5, 31, 50.5, 52, 2) },
  ...[14, 20].map((y) => bar(LINE, 39, y, 47)),
  bar(LINE, 39, 26, 47),
  { colour: PAPER, holds: box(8, 6, 56, 58, 4) },
  { colour: INK, holds: box(0, 0, 64, 64, 12) },
];

writeFileSync(fileURLToPath(new URL('icon.png', import.meta.url)), png(pixels()));

function bar(colour, left, top, right) {
  return { colour, holds: box(left, top, right, top + 3, 1.5) };
}

/** A rectangle with round corners. */
function box(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  };
}

/** An opening mark: a dot, and a tail that rises from its left and narrows. */
function quotationMark(left, top) {
  const dot = { x: left + 5, y: top + 9, radius: 4.6 };
  const inCircle = (x, y, cx, cy, r) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
  return (x, y) =>
    inCircle(x, y, dot.x, dot.y, dot.radius) ||
    (y <= dot.y &&
      inCircle(x, y, left + 9.9, top + 9, 9.5) &&
      !inCircle(x, y, left + 12.2, top + 9.4, 8.2) &&
      x <= left + 9);
}

function pixels() {
  const rgba = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) rgba.set(pixel(x, y), (y * SIZE + x) * 4);
  return rgba;
}

function pixel(x, y) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const px = ((x + ((i % SAMPLES) + 0.5) / SAMPLES) * 64) / SIZE;
    const py = ((y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * 64) / SIZE;
    const shape = SHAPES.find(({ holds }) => holds(px, py));
    if (!shape) continue;
    covered++;
    shape.colour.forEach((value, channel) => (sum[channel] += value));
  }
  return covered === 0 ? [0, 0, 0, 0] : [...sum.map((v) => v / covered), (255 * covered) / SAMPLES ** 2];
}

function png(rgba) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, no interlacing
  const rows = Buffer.alloc((SIZE * 4 + 1) * SIZE);
  for (let y = 0; y < SIZE; y++) rgba.copy(rows, y * (SIZE * 4 + 1) + 1, y * SIZE * 4, (y + 1) * SIZE * 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    end,
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
