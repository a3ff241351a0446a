import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Only so many bytes are shown to the detector: the rest of a text is in the same encoding. */
const SAMPLE_BYTES = 256 * 1024;

/** Share of control characters above which a decoded file is no text; one is always borne. */
const MOST_CONTROLS = 0.02;

export type Decoded = { readonly text: string; readonly encoding: string } | { readonly binary: string };

/**
 * UTF-8 of which a byte was lost or a few are of another encoding: at most this share of its characters beyond ASCII, or one.
 * Another encoding's bytes hardly ever are valid UTF-8, of Windows-1252 about one character in a thousand.
 */
const MOST_BROKEN = 0.01;
const FEWEST_WHOLE = 3;

/**
 * Reads bytes as text, without byte order mark: by the mark, as UTF-8 where (nearly) all bytes are valid in it, as UTF-16 where
 * every other byte is nought, and else in the encoding that chardet finds most likely. What cannot be read in a damaged file
 * becomes U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes);
  if (marked) return checked(new TextDecoder(marked).decode(bytes), marked);
  const signature = binarySignature(bytes);
  if (signature) return { binary: signature };
  const wide = unmarkedUtf16(bytes);
  if (wide) return checked(new TextDecoder(wide).decode(bytes), wide);
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    const damaged = damagedUtf8(bytes);
    return damaged === undefined ? decodeDetected(bytes) : checked(damaged, 'utf-8');
  }
}

/** The text of a file that is UTF-8 but for a few bytes, or was cut in the middle of a character. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('utf-8');
  const text = decoder.decode(bytes, { stream: true });
  const tail = decoder.decode();
  const { wide, replaced } = countWide(text);
  const broken = replaced - countWritten(bytes);
  const whole = wide - broken;
  const isUtf8 =
    broken === 0 ? whole > 0 : whole >= FEWEST_WHOLE && broken <= Math.max(1, wide * MOST_BROKEN);
  return isUtf8 ? text + tail : undefined;
}

/** Characters beyond ASCII, and how many of them are U+FFFD. */
function countWide(text: string): { readonly wide: number; readonly replaced: number } {
  let wide = 0;
  let replaced = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The second half of a pair is no character of its own.
    if (code > 0x7f && (code < 0xdc00 || code > 0xdfff)) wide++;
    if (code === 0xfffd) replaced++;
  }
  return { wide, replaced };
}

/** How often U+FFFD itself is written in the bytes. */
function countWritten(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(WRITTEN); at >= 0; at = buffer.indexOf(WRITTEN, at + WRITTEN.length)) count++;
  return count;
}

const WRITTEN = Buffer.from('\uFFFD');

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG picture', [0xff, 0xd8, 0xff]],
  ['GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['gzip archive', [0x1f, 0x8b]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['Office document', [0xd0, 0xcf, 0x11, 0xe0]],
];

const binarySignature = (bytes: Uint8Array): string | undefined =>
  SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0];

/** UTF-16 without a mark, in a script whose letters have a nought in one of their two bytes. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const noughts = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = noughts;
  const most = sample.length * 0.35;
  if (odd > most && even < odd / 10) return 'utf-16le';
  if (even > most && odd < even / 10) return 'utf-16be';
  return undefined;
}

/**
 * The likeliest encoding that can be decoded. iconv-lite does it, as the TextDecoder of Node 20 reads Windows-1252 as Latin-1;
 * where chardet says Latin-1, Windows-1252 is meant: its other characters are controls.
 */
function decodeDetected(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) return { binary: 'it has zero bytes' };
  const candidates = analyse(sample).map(({ name }) => (name === 'ISO-8859-1' ? 'windows-1252' : name));
  const encoding =
    [...candidates.filter((name) => name !== 'UTF-8'), 'windows-1252'].find((name) =>
      iconv.encodingExists(name),
    ) ?? '';
  return checked(iconv.decode(bytes, encoding), encoding.toLowerCase());
}

function checked(text: string, encoding: string): Decoded {
  const sample = text.slice(0, SAMPLE_BYTES);
  if (sample.includes('\0')) return { binary: 'it has zero bytes' };
  // eslint-disable-next-line no-control-regex -- control characters are what is counted
  const controls = sample.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/g)?.length ?? 0;
  return controls > Math.max(1, sample.length * MOST_CONTROLS)
    ? { binary: 'most of it is control characters' }
    : { text, encoding };
}
