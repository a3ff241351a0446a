import { PRIME } from '../form-hash';
import { isWord, type Tokens } from '../tokens';
import { HashNumbers } from './hash-numbers';

/** A stretch of a source, in tokens, in which a misquotation may have its origin. */
export interface Window {
  readonly source: Tokens;
  readonly from: number;
  readonly to: number;
  /** Words that it shares with the quotation, each as often as both have it. */
  readonly shared: number;
}

/** So many windows are compared word by word. */
const MOST_WINDOWS = 3;

/** How much longer than the quotation a window is: room for words left out. */
const ROOM = 3;

/** So many tokens in a row of the source's are taken for words moved; it is fewer than make them so in the end. */
const SEED_LENGTH = 3;

/**
 * The windows of a source, or of stretches of it, that share most words with the quotation, best first. Those are left out in
 * which not even `fewest` of its words can be found, with what stands elsewhere in the stretch as a run; and those that share less
 * than `least` themselves.
 */
export function nearWindows(
  quotation: Tokens,
  stretches: readonly Tokens[],
  fewest: number,
  least: number,
): Window[] {
  const own = ownForms(quotation);
  const width = quotation.length * ROOM + 24;
  const windows: Window[] = [];
  for (const source of stretches) {
    const forms = formsIn(source);
    const full = fullest(source, forms, own, width).filter(({ shared }) => shared >= least);
    if (full.length === 0) continue;
    const elsewhere = wordsInRuns(forms, own, quotation);
    for (const window of full) if (window.shared + elsewhere >= fewest) windows.push(window);
  }
  const chosen: Window[] = [];
  for (const window of windows.sort((a, b) => b.shared - a.shared)) {
    if (chosen.length === MOST_WINDOWS) break;
    const isNear = ({ source, from }: Window) =>
      source === window.source && Math.abs(from - window.from) < width / 2;
    if (!chosen.some(isNear)) chosen.push(window);
  }
  return chosen;
}

/** The forms of a quotation's tokens, by number from 1; 0 is any other form. */
interface OwnForms {
  readonly forms: Uint32Array;
  /** In how many words each form stands. */
  readonly words: Uint32Array;
}

/** Numbers of the quotation's forms, and of its seeds: one quotation is compared at a time. */
const [numbers, seeds] = [new HashNumbers(), new HashNumbers()];

function ownForms(quotation: Tokens): OwnForms {
  const { length, hashes } = quotation;
  numbers.clear(length);
  const [forms, words] = [new Uint32Array(length), new Uint32Array(length + 1)];
  for (let token = 0; token < length; token++) {
    const form = numbers.put(hashes[token] ?? 0);
    forms[token] = form;
    if (isWord(quotation, token)) words[form] = (words[form] ?? 0) + 1;
  }
  return { forms, words };
}

/** For each token of the source the number of its form. */
function formsIn({ length, hashes }: Tokens): Uint32Array {
  if (length > room.length) room = new Uint32Array(length * 2);
  for (let token = 0; token < length; token++) room[token] = numbers.of(hashes[token] ?? 0);
  return room.subarray(0, length);
}

/** The forms of one stretch are looked at at a time. */
let room = new Uint32Array(1024);

/** How many words of the quotation stand in runs of the source, wherever. */
function wordsInRuns(forms: Uint32Array, own: OwnForms, quotation: Tokens): number {
  seeds.clear(quotation.length);
  for (let at = 0; at + SEED_LENGTH <= quotation.length; at++) seeds.put(seedAt(own.forms, at));
  const stands = new Uint8Array(seeds.size + 1);
  for (let at = 0; at + SEED_LENGTH <= forms.length; at++)
    if (forms[at] !== 0 && forms[at + 1] !== 0 && forms[at + 2] !== 0)
      stands[seeds.of(seedAt(forms, at))] = 1;
  stands[0] = 0;
  let words = 0;
  // Words up to here are counted, or none.
  let counted = 0;
  for (let at = 0; at + SEED_LENGTH <= quotation.length; at++) {
    if (stands[seeds.of(seedAt(own.forms, at))] === 0) continue;
    for (let token = Math.max(at, counted); token < at + SEED_LENGTH; token++)
      if (isWord(quotation, token)) words++;
    counted = at + SEED_LENGTH;
  }
  return words;
}

/** Told by hash, as forms are: it only says where to look. */
const seedAt = (forms: Uint32Array, at: number): number =>
  Math.imul(
    Math.imul(Math.imul(forms[at] ?? 0, PRIME) ^ (forms[at + 1] ?? 0), PRIME) ^ (forms[at + 2] ?? 0),
    PRIME,
  );

/** In each half width of the source the window that ends there and shares most words, each counted as often as both have it. */
function fullest(source: Tokens, forms: Uint32Array, { words }: OwnForms, width: number): Window[] {
  const windows: Window[] = [];
  const block = Math.ceil(width / 2);
  const inside = new Uint32Array(words.length);
  let [shared, most, end] = [0, 0, 0];
  for (let token = 0; token < forms.length; token++) {
    const entering = forms[token] ?? 0;
    const entered = (inside[entering] ?? 0) + 1;
    inside[entering] = entered;
    if (entered <= (words[entering] ?? 0)) shared++;
    if (token >= width) {
      const leaving = forms[token - width] ?? 0;
      const left = inside[leaving] ?? 0;
      inside[leaving] = left - 1;
      if (left <= (words[leaving] ?? 0)) shared--;
    }
    if (shared > most) {
      most = shared;
      end = token + 1;
    }
    if ((token + 1) % block !== 0 && token + 1 < forms.length) continue;
    const to = Math.min(source.length, end + Math.ceil(width / 8));
    if (most > 0) windows.push({ source, from: Math.max(0, end - width), to, shared: most });
    most = 0;
  }
  return windows;
}
