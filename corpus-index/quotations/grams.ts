import { readingSpans } from '../passages/reading';
import type { SourceText } from '../passages/source';
import { BASIS, PRIME } from './form-hash';
import { readSourceTokens } from './source-tokens';
import { countWords, isWord, type Tokens } from './tokens';
import { LARGE, wordSignatures, type WordSignatures } from './word-signatures';

/** Words of a gram: three in a row seldom stand together by chance, and a quotation with one word changed keeps most of its own. */
const LENGTH = 3;

/**
 * Word grams of a source, by the passage in which each begins: those of passage `at` are `hashes[heads[at]]` to
 * `hashes[heads[at + 1]]` (exclusive). They are the lesser ones of each two neighbours, in each reading of the source
 * ("minimizers": Roberts et al., Reducing storage requirements for biological sequence comparison, 2004): two in three, and
 * wherever words of the source stand in a quotation the same ones are chosen there.
 */
export interface SourceGrams {
  readonly hashes: Uint32Array;
  readonly heads: Uint32Array;
  /** Of a large source: for words too few to make a gram. */
  readonly signatures?: WordSignatures;
}

/**
 * Hashes of each three words in a row from token `from` to `to` (exclusive), marks passed over and case folded. Different words
 * can share a hash: what is found by one is confirmed on the characters.
 */
export const gramsOf = (tokens: Tokens, from = 0, to = tokens.length): Uint32Array =>
  gramHashes(wordHashes(tokens, from, to));

/** Of the grams of words in a row those that a source with these words is sure to keep; none of fewer than four words. */
export function keptGrams(grams: Uint32Array): Uint32Array {
  let kept = 0;
  const chosen = new Uint32Array(grams.length);
  for (let at = 0; at < grams.length; at++) if (isKept(grams, at)) chosen[kept++] = grams[at] ?? 0;
  return chosen.subarray(0, kept);
}

/**
 * The kept grams of words that stand one behind the other over token `at`, which is no word: a source in which they do is sure to
 * have them.
 */
export function keptGramsOver(tokens: Tokens, grams: Uint32Array, at: number): Uint32Array {
  const words = countWords(tokens, 0, at);
  const over = Array.from({ length: LENGTH - 1 }, (_, back) => words - 1 - back);
  return Uint32Array.from(
    over.filter((gram) => gram >= 0 && gram < grams.length && isKept(grams, gram)),
    (gram) => grams[gram] ?? 0,
  );
}

/** One list of words is looked at at a time. */
let room = new Uint32Array(1024);

/** Hashes of the words from token `from` to `to` (exclusive), until the next are asked for. */
export function wordHashes(tokens: Tokens, from: number, to: number): Uint32Array {
  if (to - from > room.length) room = new Uint32Array((to - from) * 2);
  let words = 0;
  for (let token = from; token < to; token++)
    if (isWord(tokens, token)) room[words++] = tokens.hashes[token] ?? 0;
  return room.subarray(0, words);
}

/** The lesser one of it and the next, or of the one before and it. */
const isKept = (grams: Uint32Array, at: number): boolean =>
  (at + 1 < grams.length && (grams[at] ?? 0) <= (grams[at + 1] ?? 0)) ||
  (at > 0 && (grams[at] ?? 0) < (grams[at - 1] ?? 0));

/** The grams of a source that are kept: those of its passages, and what its other readings have beside them. */
export function sampledGrams(source: SourceText): SourceGrams {
  const { body, whole, joined } = readSourceTokens(source);
  const base = wordsOf(body);
  const baseGrams = gramHashes(base.hashes);
  const words = [whole, joined].flatMap((tokens) => (tokens && tokens !== body ? [wordsOf(tokens)] : []));
  const others = words.map((one) => ownGrams(one, base, baseGrams));
  const starts = readingSpans(source, source.passages).map(({ start }) => start);
  const grams = byPassage(starts, (visit) => {
    for (let at = 0; at < baseGrams.length; at++)
      if (isKept(baseGrams, at)) visit(baseGrams[at] ?? 0, base.start[at] ?? 0);
    for (const { hashes, start } of others) {
      hashes.forEach((hash, at) => {
        visit(hash, start[at] ?? 0);
      });
    }
  });
  return source.reading.text.length > LARGE
    ? { ...grams, signatures: signaturesOf(starts, [base, ...words]) }
    : grams;
}

function signaturesOf(starts: readonly number[], readings: readonly Words[]): WordSignatures {
  const passageAt = passageCursor(starts);
  return wordSignatures(Math.max(1, starts.length), (visit) => {
    for (const { hashes, start } of readings)
      hashes.forEach((hash, at) => {
        visit(hash, passageAt(start[at] ?? 0));
      });
  });
}

interface Words {
  readonly hashes: Uint32Array;
  /** Offsets in the text. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

function wordsOf(tokens: Tokens): Words {
  let words = 0;
  const { length } = tokens;
  const hashes = new Uint32Array(length);
  const [start, end] = [new Uint32Array(length), new Uint32Array(length)];
  for (let token = 0; token < length; token++) {
    if (!isWord(tokens, token)) continue;
    hashes[words] = tokens.hashes[token] ?? 0;
    start[words] = tokens.start[token] ?? 0;
    end[words++] = tokens.end[token] ?? 0;
  }
  return { hashes: hashes.subarray(0, words), start: start.subarray(0, words), end: end.subarray(0, words) };
}

function gramHashes(words: Uint32Array): Uint32Array {
  const grams = new Uint32Array(Math.max(0, words.length - LENGTH + 1));
  for (let at = 0; at < grams.length; at++) {
    let gram = BASIS;
    for (let word = at; word < at + LENGTH; word++) gram = Math.imul(gram ^ (words[word] ?? 0), PRIME);
    grams[at] = gram ^ (gram >>> 15);
  }
  return grams;
}

/** Grams that another reading keeps and the base does not: of words that do not follow each other in the base, and beside them. */
function ownGrams(words: Words, base: Words, baseGrams: Uint32Array): Pick<Words, 'hashes' | 'start'> {
  const inBase = placesIn(base, words);
  const grams = gramHashes(words.hashes);
  const own = [...grams.keys()].filter((at) => {
    if (!isKept(grams, at)) return false;
    const first = inBase[at] ?? -1;
    const follows = first >= 0 && inBase[at + 1] === first + 1 && inBase[at + 2] === first + 2;
    return !follows || !isKept(baseGrams, first);
  });
  return {
    hashes: Uint32Array.from(own, (at) => grams[at] ?? 0),
    start: Uint32Array.from(own, (at) => words.start[at] ?? 0),
  };
}

/** For each of `words` its index among those of the base, or -1. */
function placesIn(base: Words, words: Words): Int32Array {
  let at = 0;
  return Int32Array.from(words.start, (start, index) => {
    while (at < base.start.length && (base.start[at] ?? 0) < start) at++;
    return base.start[at] === start && base.end[at] === words.end[index] ? at : -1;
  });
}

type EachGram = (visit: (hash: number, offset: number) => void) => void;

/** Sorts grams by the passage that they begin in; what stands between two passages counts to the first of them. */
function byPassage(starts: readonly number[], each: EachGram): SourceGrams {
  const heads = new Uint32Array(Math.max(1, starts.length) + 1);
  const passageAt = passageCursor(starts);
  each((_, offset) => {
    const head = passageAt(offset) + 1;
    heads[head] = (heads[head] ?? 0) + 1;
  });
  for (let at = 1; at < heads.length; at++) heads[at] = (heads[at] ?? 0) + (heads[at - 1] ?? 0);
  const hashes = new Uint32Array(heads.at(-1) ?? 0);
  const next = heads.slice();
  each((hash, offset) => {
    const passage = passageAt(offset);
    const at = next[passage] ?? 0;
    hashes[at] = hash;
    next[passage] = at + 1;
  });
  return { hashes, heads };
}

/** Tells the passage that an offset stands in or behind, best asked in the order of the text. */
function passageCursor(starts: readonly number[]): (offset: number) => number {
  let last = 0;
  return (offset) => {
    while (last > 0 && (starts[last] ?? 0) > offset) last--;
    while (last + 1 < starts.length && (starts[last + 1] ?? 0) <= offset) last++;
    return last;
  };
}
