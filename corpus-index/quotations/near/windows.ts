import { isWord, type Tokens } from '../tokens';

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

/** A quotation has fewer forms, which are told apart by number. */
const MOST_FORMS = 2 ** 16;

/**
 * The windows of a source, or of stretches of it, that share most words with the quotation, best first. Those are left out in
 * which not even `fewest` of its words can be found, with what stands elsewhere in the stretch as a run.
 */
export function nearWindows(quotation: Tokens, stretches: readonly Tokens[], fewest: number): Window[] {
  const own = ownForms(quotation);
  const width = quotation.length * ROOM + 24;
  const windows = stretches.flatMap((source) => {
    const forms = formsIn(source, own);
    const elsewhere = wordsInRuns(forms, own, quotation);
    return fullest(source, forms, own, width).filter(({ shared }) => shared + elsewhere >= fewest);
  });
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
  readonly numbers: ReadonlyMap<number, number>;
  /** Whether a hash can be among them, by its last bits. */
  readonly filter: Uint8Array;
  /** In how many words each form stands. */
  readonly words: Uint32Array;
}

const FILTER_MASK = 4095;

function ownForms(quotation: Tokens): OwnForms {
  const numbers = new Map<number, number>();
  const filter = new Uint8Array(FILTER_MASK + 1);
  const forms = quotation.hashes.map((hash) => {
    filter[hash & FILTER_MASK] = 1;
    const number = numbers.get(hash) ?? Math.min(numbers.size + 1, MOST_FORMS - 1);
    numbers.set(hash, number);
    return number;
  });
  const words = new Uint32Array(numbers.size + 1);
  forms.forEach((form, token) => {
    if (isWord(quotation, token)) words[form] = (words[form] ?? 0) + 1;
  });
  return { forms, numbers, filter, words };
}

/** For each token of the source the number of its form. */
function formsIn(source: Tokens, { numbers, filter }: OwnForms): Uint32Array {
  const { hashes } = source;
  const forms = new Uint32Array(hashes.length);
  for (let token = 0; token < hashes.length; token++) {
    const hash = hashes[token] ?? 0;
    if (filter[hash & FILTER_MASK] === 1) forms[token] = numbers.get(hash) ?? 0;
  }
  return forms;
}

/** How many words of the quotation stand in runs of the source, wherever. */
function wordsInRuns(forms: Uint32Array, own: OwnForms, quotation: Tokens): number {
  const seeds = seedsOf(forms);
  if (seeds.size === 0) return 0;
  const found = new Set<number>();
  for (let at = 0; at + SEED_LENGTH <= quotation.length; at++)
    if (seeds.has(seedAt(own.forms, at)))
      for (let offset = 0; offset < SEED_LENGTH; offset++) found.add(at + offset);
  return [...found].filter((token) => isWord(quotation, token)).length;
}

function seedsOf(forms: Uint32Array): Set<number> {
  const seeds = new Set<number>();
  for (let at = 0; at + SEED_LENGTH <= forms.length; at++)
    if (forms[at] !== 0 && forms[at + 1] !== 0 && forms[at + 2] !== 0) seeds.add(seedAt(forms, at));
  return seeds;
}

const seedAt = (forms: Uint32Array, at: number): number =>
  ((forms[at] ?? 0) * MOST_FORMS + (forms[at + 1] ?? 0)) * MOST_FORMS + (forms[at + 2] ?? 0);

/** In each half width of the source the window that ends there and shares most words, each counted as often as both have it. */
function fullest(source: Tokens, forms: Uint32Array, own: OwnForms, width: number): Window[] {
  const windows: Window[] = [];
  const block = Math.ceil(width / 2);
  const sharedAt = slidingCounts(forms, own, width);
  for (let from = 0; from < forms.length; from += block) {
    const counts = sharedAt.subarray(from, from + block);
    const shared = counts.reduce((most, count) => Math.max(most, count), 0);
    const end = from + counts.indexOf(shared) + 1;
    const to = Math.min(source.length, end + Math.ceil(width / 8));
    if (shared > 0) windows.push({ source, from: Math.max(0, end - width), to, shared });
  }
  return windows;
}

/** How many words a window shares that ends with each token. */
function slidingCounts(forms: Uint32Array, { words }: OwnForms, width: number): Uint32Array {
  const inside = new Uint32Array(words.length);
  let shared = 0;
  return forms.map((entering, token) => {
    const entered = (inside[entering] ?? 0) + 1;
    inside[entering] = entered;
    if (entered <= (words[entering] ?? 0)) shared++;
    if (token < width) return shared;
    const leaving = forms[token - width] ?? 0;
    const left = inside[leaving] ?? 0;
    inside[leaving] = left - 1;
    if (left <= (words[leaving] ?? 0)) shared--;
    return shared;
  });
}
