import type { MappedText } from '../text/mapped-text';
import { Recent } from '../text/recent';
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

interface Read {
  readonly text: string;
  readonly shape: Shape;
}

/** One quotation is asked for many times in a row, in its readings; the one before it seldom again. */
const recent = new Recent<Read>(4);

/** The shape of a reading of a quotation: readings with the same characters share it. */
export function shapeOf(reading: MappedText): Shape {
  const { text } = reading;
  const known =
    recent.find((one) => one.text === text) ?? recent.keep({ text, shape: new ReadShape(reading) });
  return known.shape;
}

/**
 * Runs and grams are made when they are asked for: most quotations stand where they are cited, and need none. A class, as each
 * object literal with getters has a shape of its own for V8, which is slow to make and to read.
 */
class ReadShape implements Shape {
  readonly tokens: Tokens;
  readonly parts: readonly PatternPart[];
  readonly hasGap: boolean;
  private madeGrams: Uint32Array | undefined;
  private madeRuns: readonly Run[] | undefined;

  constructor(private readonly reading: MappedText) {
    this.tokens = tokensOf(reading.text);
    this.parts = trimGaps(patternOf(this.tokens));
    this.hasGap = this.parts.some(({ kind }) => kind === 'gap');
  }

  get grams(): Uint32Array {
    this.madeGrams ??= gramsOf(this.tokens);
    return this.madeGrams;
  }

  get runs(): readonly Run[] {
    this.madeRuns ??= runsOf(this.reading, this);
    return this.madeRuns;
  }
}

function runsOf(reading: MappedText, { tokens, parts, grams }: Shape): Run[] {
  const runs = parts.flatMap((part) => {
    const words = part.kind === 'literal' ? countWords(tokens, part.from, part.to) : 0;
    return words < FEWEST_WORDS ? [] : [{ words, part }];
  });
  const longest = runs.sort((a, b) => b.words - a.words).slice(0, MOST_RUNS);
  return longest.map(({ part: { from, to } }) => ({
    grams: keptGrams(to - from === tokens.length ? grams : gramsOf(tokens, from, to)),
    reach: reachOf(reading, tokens, from),
  }));
}

/** Of a run's first two grams one is kept: it begins behind the run's first word at the latest. */
function reachOf(reading: MappedText, tokens: Tokens, from: number): Reach {
  let word = from;
  while (!isWord(tokens, word)) word++;
  return { before: tokens.end[word] ?? 0, behind: reading.text.length - (tokens.start[from] ?? 0) };
}
