import { BoundedCache } from '../text/bounded-cache';
import type { MappedText } from '../text/mapped-text';
import { gramsOf, keptGrams } from './grams';
import type { Reach } from './passage-ranges';
import { patternOf, trimGaps, type PatternPart } from './pattern';
import { countWords, isWord, tokensOf, type Tokens } from './tokens';

/** Words of a run that are enough to look it up: of fewer a source need not have a gram. */
const FEWEST_WORDS = 4;

/** So many of the longest runs are looked up. */
const MOST_RUNS = 3;

/** Words of a quotation that must stand in a source one behind the other. */
export interface Run {
  /** Each of them begins in a passage that the run stands in. */
  readonly grams: Uint32Array;
  /** How far the quotation reaches around the first of them. */
  readonly reach: Reach;
}

/** A quotation as the editor's conventions read it. */
export interface Shape {
  readonly tokens: Tokens;
  readonly parts: readonly PatternPart[];
  /** Words were left out at a mark: what stands before and behind can be far apart. */
  readonly hasGap: boolean;
  /** The longest first. */
  readonly runs: readonly Run[];
  /** All of its grams: also those that stand over an omission, or that a source need not keep. */
  readonly grams: Uint32Array;
}

/** So many characters of quotations have their shapes at hand. */
const MOST_CHARACTERS = 1_000_000;

const shapes = new BoundedCache<string, Shape>(MOST_CHARACTERS);

/** One quotation is asked for many times in a row. */
let last: { readonly text: string; readonly shape: Shape } = { text: '', shape: readShape({ text: '' }) };

/** The shape of a reading of a quotation: readings with the same characters share it. */
export function shapeOf(reading: MappedText): Shape {
  if (reading.text !== last.text)
    last = {
      text: reading.text,
      shape: shapes.get(shapes, reading.text, reading.text.length, () => readShape(reading)),
    };
  return last.shape;
}

function readShape(reading: MappedText): Shape {
  const tokens = tokensOf(reading.text);
  const parts = trimGaps(patternOf(tokens));
  const runs = parts.flatMap((part) => {
    const words = part.kind === 'literal' ? countWords(tokens, part.from, part.to) : 0;
    return words < FEWEST_WORDS ? [] : [{ words, part }];
  });
  const grams = gramsOf(tokens);
  const longest = runs.sort((a, b) => b.words - a.words).slice(0, MOST_RUNS);
  return {
    tokens,
    parts,
    hasGap: parts.some(({ kind }) => kind === 'gap'),
    grams,
    runs: longest.map(({ part: { from, to } }) => ({
      grams: keptGrams(to - from === tokens.length ? grams : gramsOf(tokens, from, to)),
      reach: reachOf(reading, tokens, from),
    })),
  };
}

/** Of a run's first two grams one is kept: it begins behind the run's first word at the latest. */
function reachOf(reading: MappedText, tokens: Tokens, from: number): Reach {
  let word = from;
  while (!isWord(tokens, word)) word++;
  return { before: tokens.end[word] ?? 0, behind: reading.text.length - (tokens.start[from] ?? 0) };
}
