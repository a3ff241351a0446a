import type { MappedText } from '../../text/mapped-text';
import { originalSpan } from '../../text/mapped-text';
import type { Source } from '../../passages/source';
import { cutRests } from '../cut-words';
import type { PatternPart } from '../pattern';
import { shapeOf } from '../quotation-shape';
import { sourceTokens } from '../source-tokens';
import { countWords, findRun, formAt, isWord, runOf, type Tokens } from '../tokens';
import type { Difference, Place } from '../verdict';
import { passageAt } from '../passage-at';
import { changesOf, differencesOf, MOVED_WORDS, type Change, type Offsets } from './differences';
import { anchoredScript, rowsOf } from './anchored-script';
import type { Row, Step } from './edit-script';
import { hasWord } from './has-word';
import { withChangedEnds } from './changed-ends';
import { nearWindows } from './windows';

/** A place that the quotation is close to, and how it differs. It may suggest; it never verifies. */
export interface NearPlace {
  readonly place: Place;
  /** Made when they are asked for: of most places nobody wants to know them. */
  readonly differences: () => readonly Difference[];
  /** How many there are. */
  readonly changes: number;
  /** Share of the quotation's own words that stand at the place, or elsewhere in the source as one run. */
  readonly share: number;
}

/**
 * The share of words that must be the source's for a quotation to count as altered, and not as invented. Long quotations keep
 * their order by less; under eight words an approximate match begins to lie (measured: 3 in 100 at six words).
 */
const FEWEST_SHARED = 0.6;
const FEWEST_SHARED_SHORT = 0.75;
const SHORT = 8;
export const SHORTEST_NEAR = 4;

/** Words that stand elsewhere in the source count as its own from this many in a row. */
const SHORTEST_MOVED = 4;

/**
 * The place in a source that the quotation is closest to, if it is close to any. With `atLeast`, places that share less than that
 * of its words are passed over.
 */
export function nearPlace(
  reading: MappedText,
  source: Source,
  narrow?: NarrowSearch,
  atLeast = 0,
): NearPlace | undefined {
  const { tokens: quotation, parts } = shapeOf(reading);
  const total = literalWords(quotation, parts);
  if (total < SHORTEST_NEAR) return undefined;
  const stretches = narrow?.stretches ?? [sourceTokens(source).whole];
  const candidates = comparedWindows(reading, source, stretches, total, atLeast);
  const isMoved = ({ changes }: Compared) =>
    narrow && changes.some((change) => mayBeMoved(change, quotation, narrow));
  if (candidates.some(isMoved)) return nearPlace(reading, source, undefined, atLeast);
  const best = candidates.sort((a, b) => b.shared - a.shared)[0];
  const share = best ? best.shared / total : 0;
  if (!best || share < fewestShared(total)) return undefined;
  return nearPlaceOf(best, reading, source, share);
}

/** What a reader is told of a place that was compared word by word. */
export const nearPlaceOf = (
  found: Compared,
  reading: MappedText,
  source: Source,
  share: number,
): NearPlace => ({
  place: placeOf(found, source),
  share,
  changes: found.changes.length,
  differences: () => {
    const { tokens: quotation } = shapeOf(reading);
    const offsets = offsetsFor(reading, quotation, found.source, source);
    const isName = nameTest(source.reading.text);
    return differencesOf(found.changes, quotation, found.source, offsets, isName);
  },
});

/** Compares windows word by word, as long as one can share more words than those before it came to share. */
function comparedWindows(
  reading: MappedText,
  source: Source,
  stretches: readonly Tokens[],
  total: number,
  atLeast: number,
): Compared[] {
  const { tokens: quotation, parts } = shapeOf(reading);
  const found: Compared[] = [];
  let rows: readonly Row[] | undefined;
  let most = atLeast * total;
  for (const window of nearWindows(quotation, stretches, fewestShared(total) * total, most)) {
    if (window.shared < most) break;
    rows ??= rowsOf(parts);
    const one = compared(quotation, window.source, anchoredScript(quotation, rows, window));
    found.push(withCutWords(one, quotation, source.reading.text));
    most = Math.max(most, one.shared);
  }
  return found;
}

/** Stretches of a source that are searched instead of all of it. */
export interface NarrowSearch {
  readonly stretches: readonly Tokens[];
  /** Whether words of the quotation, by tokens, may stand in the source as one run: then all of it must be searched. */
  readonly mayStand: (from: number, to: number) => boolean;
}

/** The share of a quotation's words that must be the source's. */
const fewestShared = (words: number): number => (words < SHORT ? FEWEST_SHARED_SHORT : FEWEST_SHARED);

const mayBeMoved = (
  { quotation: [from, to] }: Change,
  quotation: Tokens,
  { mayStand }: NarrowSearch,
): boolean => countWords(quotation, from, to) >= MOVED_WORDS && mayStand(from, to);

/** A stretch of a source as it was compared with a quotation. */
export interface Compared {
  readonly source: Tokens;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Change[];
  /** Words of the quotation that are the source's. */
  readonly shared: number;
}

function compared(quotation: Tokens, source: Tokens, script: readonly Step[]): Compared {
  const steps = withChangedEnds(script, quotation, source);
  // Whole numbers from the first on: begun with Infinity they would be doubles to V8, and all that is compiled for tokens thrown away.
  let [from, to, shared] = [-1, -1, 0];
  for (const step of steps) {
    if (step.source < 0) continue;
    if (from < 0 || step.source < from) from = step.source;
    if (step.source >= to) to = step.source + 1;
    if (isSameWord(step, quotation, source)) shared++;
  }
  const changes = changesOf(steps, from);
  for (const { quotation: change } of changes) {
    const words = countWords(quotation, ...change);
    if (words >= SHORTEST_MOVED && findRun(source, runOf(quotation, ...change)) >= 0) shared += words;
  }
  return { source, from, to, changes, shared };
}

/** Half a word or number at an end is a difference too: the rest of it was left out. */
function withCutWords(found: Compared, quotation: Tokens, raw: string): Compared {
  const { source, from, to, changes } = found;
  if (changes.length > 0 || to <= from) return found;
  const { before, behind } = cutRests(source, raw, from, to);
  const end = quotation.length;
  return {
    ...found,
    changes: [
      ...(before < from ? [{ quotation: [0, 0], source: [before, from] } as const] : []),
      ...(behind > to ? [{ quotation: [end, end], source: [to, behind] } as const] : []),
    ],
  };
}

/** Case is a difference, but the word is the source's. */
export const isSameWord = (step: Step, quotation: Tokens, source: Tokens): boolean =>
  step.quotation >= 0 &&
  step.source >= 0 &&
  isWord(quotation, step.quotation) &&
  (step.kind === 'same' ||
    formAt(quotation, step.quotation).toLowerCase() === formAt(source, step.source).toLowerCase());

const literalWords = (quotation: Tokens, parts: readonly PatternPart[]): number =>
  parts.reduce(
    (sum, part) => sum + (part.kind === 'literal' ? countWords(quotation, part.from, part.to) : 0),
    0,
  );

function placeOf({ from, to, source: tokens }: Compared, source: Source): Place {
  const [readFrom, readTo] = [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
  const { start, end } = originalSpan(source.reading, readFrom, readTo);
  const n = passageAt(source, start)?.n;
  const text = source.reading.text.slice(readFrom, readTo);
  return n === undefined
    ? { source: source.key, start, end, text }
    : { source: source.key, start, end, text, n };
}

function offsetsFor(reading: MappedText, quotation: Tokens, tokens: Tokens, source: Source): Offsets {
  const read = (of: Tokens, from: number, to: number): readonly [number, number] => {
    const start = of.start[from] ?? of.end[of.length - 1] ?? 0;
    return from === to ? [start, start] : [start, of.end[to - 1] ?? start];
  };
  const original = (
    mapped: MappedText,
    [start, end]: readonly [number, number],
  ): readonly [number, number] => {
    if (start === end) {
      // Behind the last character nothing begins any more.
      const at = mapped.starts?.[start] ?? mapped.ends?.[start - 1] ?? start;
      return [at, at];
    }
    const span = originalSpan(mapped, start, end);
    return [span.start, span.end];
  };
  return {
    quotation: (from, to) => original(reading, read(quotation, from, to)),
    source: (from, to) => original(source.reading, read(tokens, from, to)),
    quotationText: (from, to) => reading.text.slice(...read(quotation, from, to)),
    sourceText: (from, to) => source.reading.text.slice(...read(tokens, from, to)),
  };
}

/** A word is taken for part of a name where the source writes it with a capital in mid-sentence and never without. */
const nameTest =
  (source: string) =>
  (word: string): boolean =>
    /^\p{Lu}/u.test(word) && !hasWord(source, word.toLowerCase());
