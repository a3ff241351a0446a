import { originalSpan } from '../text/mapped-text';
import type { Source } from '../passages/source';
import type { Alignment, PlacedPart } from './align';
import { passageAt } from './passage-at';
import { beginsSentence, endsSentence } from './token-sentences';
import { countWords, type Tokens } from './tokens';

/** A fragment needs so many words to stand for itself, in another sentence than the next one. */
const FEWEST_WORDS = 3;

/** What the marked omissions of a quotation join; `unsafe`: fragments so short that they stand anywhere. */
export interface Joints {
  readonly isSafe: boolean;
  /** Fragments of different paragraphs. */
  readonly apart: boolean;
  /** The beginning of one sentence and the end of another. */
  readonly sentencesJoined: boolean;
}

const WITHOUT_GAPS: Joints = { isSafe: true, apart: false, sentencesJoined: false };

export function jointsOf(alignment: Alignment, tokens: Tokens, source: Source): Joints {
  const gaps = alignment.parts.filter(
    ({ part, from, to, literal }) => !literal && part.kind === 'gap' && to > from,
  );
  if (gaps.length === 0) return WITHOUT_GAPS;
  const crossing = gaps.filter((gap) => crossesParagraphs(gap, tokens, source));
  const joining = gaps.filter((gap) => crossing.includes(gap) || crossesSentences(gap, tokens));
  const isSafe = joining.every((gap) =>
    [fragmentBefore(alignment, gap.from), fragmentBehind(alignment, gap.to)].every(([from, to]) =>
      standsForItself(tokens, from, to),
    ),
  );
  return {
    isSafe,
    apart: crossing.length > 0,
    sentencesJoined: joining.some((gap) => joinsSentences(gap, tokens)),
  };
}

/** Long enough, or a sentence from its beginning to its end. */
const standsForItself = (tokens: Tokens, from: number, to: number): boolean =>
  countWords(tokens, from, to) >= FEWEST_WORDS ||
  (beginsSentence(tokens, from) && endsSentence(tokens, to - 1));

const crossesParagraphs = ({ from, to }: PlacedPart, tokens: Tokens, source: Source): boolean =>
  paragraphAt(source, tokens, from - 1) !== paragraphAt(source, tokens, to);

const paragraphAt = (source: Source, tokens: Tokens, token: number): number | undefined =>
  passageAt(source, originalSpan(source.reading, tokens.start[token] ?? 0, tokens.end[token] ?? 0).start)?.n;

function crossesSentences({ from, to }: PlacedPart, tokens: Tokens): boolean {
  for (let token = from - 1; token < to; token++) if (endsSentence(tokens, token)) return true;
  return false;
}

/** Broken off in one sentence, and gone on in the middle of another: subject and predicate need not belong together. */
const joinsSentences = ({ from, to }: PlacedPart, tokens: Tokens): boolean =>
  !endsSentence(tokens, from - 1) && !beginsSentence(tokens, to);

function fragmentBefore(alignment: Alignment, at: number): [number, number] {
  const earlier = alignment.parts
    .filter((placed) => !placed.literal && placed.part.kind === 'gap' && placed.to < at)
    .at(-1);
  return [earlier?.to ?? alignment.from, at];
}

function fragmentBehind(alignment: Alignment, at: number): [number, number] {
  const later = alignment.parts.find(
    (placed) => !placed.literal && placed.part.kind === 'gap' && placed.from > at,
  );
  return [at, later?.from ?? alignment.to];
}
