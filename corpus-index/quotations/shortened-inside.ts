import type { Source } from '../passages/source';
import { OVERRIDES } from '../text/direction-overrides';
import { alignments } from './align';
import { placeOf, type FoundPlace } from './find-places';
import type { GramIndex } from './gram-index';
import { keptGramsOver } from './grams';
import type { Readings } from './liberties';
import { shapeOf, type Shape } from './quotation-shape';
import { sourceTokens } from './source-tokens';
import { findRun, formAt, QUOTE_MARK, runOf, type Tokens } from './tokens';

/** Marks that are looked past for the end of a sentence. */
const CLOSING = [QUOTE_MARK, ']', ')'];

/**
 * Where a quotation with marked omissions stands inside a paragraph of the source, and at neither of its ends: the place that a
 * search of all passages would come to for that paragraph. Undefined says nothing: it may stand there in another way, or the ellipsis
 * may be the source's own somewhere.
 */
export function shortenedInside(
  grams: GramIndex,
  readings: Readings,
  source: Source,
  n: number,
): FoundPlace | undefined {
  const [reading] = readings;
  if (!reading || n < 1 || n > source.passages.length || OVERRIDES.test(reading.text)) return undefined;
  const shape = shapeOf(reading);
  const { tokens: quotation, parts } = shape;
  if (!hasOnlyGaps(shape)) return undefined;
  const { body } = sourceTokens(source, { from: n - 1, to: n });
  const [found, other] = alignments(quotation, parts, body);
  if (!found || other || !standsInside(body, found.from, found.to)) return undefined;
  // Begun anew behind, it could end in the next paragraph.
  if (findRun(body, runOf(quotation, 0, parts[0]?.to), found.from + 1) >= 0) return undefined;
  if (mayStandAsWritten(grams, shape, source)) return undefined;
  return placeOf(found, { tokens: quotation, reading, parts, ownStop: '' }, body, source);
}

/** From the first token to the last it is words as they stand, and omissions between them. */
function hasOnlyGaps({ tokens, parts, hasGap }: Shape): boolean {
  if (!hasGap || !parts.every(({ kind }) => kind === 'literal' || kind === 'gap')) return false;
  return parts[0]?.from === 0 && parts.at(-1)?.to === tokens.length;
}

/** What is told of the place is told from tokens of its own paragraph: those around it do not count. */
function standsInside(body: Tokens, from: number, to: number): boolean {
  const isQuote = (token: number) => formAt(body, token) === QUOTE_MARK;
  return (
    from > 0 &&
    to + 1 < body.length &&
    !isQuote(0) &&
    !isQuote(from - 1) &&
    !CLOSING.includes(formAt(body, to))
  );
}

/** Whether the words can stand in the source with its own ellipsis between them, and nothing left out. */
function mayStandAsWritten(grams: GramIndex, { tokens, parts, grams: own }: Shape, source: Source): boolean {
  const gap = parts.find(({ kind }) => kind === 'gap');
  const over = keptGramsOver(tokens, own, gap?.from ?? 0);
  return over.length === 0 || grams.votesWithAll(source.path, over) !== undefined;
}
