import type { SourceText } from '../passages/source';
import { tokensOf } from '../quotations/tokens';
import type { Span } from '../text/span';
import { codePointsOf } from './code-points';
import type { Anchor } from './locked-quotation';
import { shareOfWords } from './share-of-words';

/**
 * What a place is worth as an anchor's new one, one in all.
 *
 * The words weigh as much as all the rest: a place with other words never outdoes one that has them, wherever it stands.
 * Context weighs more than position: an edit further up moves every position behind it, but leaves the words around a
 * quotation as they were; whole paragraphs that change places take their context along. So much does position weigh that
 * of equal places the nearer one is named first, and so little that by itself it decides nothing (see `LEAD`). The price:
 * in lists and tables, whose rows look alike, an edit close by makes a place ambiguous although a person would see it.
 */
const WEIGHTS = { words: 0.5, prefix: 0.2, suffix: 0.2, position: 0.1 } as const;

/** The best place must be ahead of the next by more than its position can give it; else which is meant is not decided. */
export const LEAD: number = WEIGHTS.position;

export interface ScoredPlace {
  readonly span: Span;
  readonly score: number;
  /** Shares of prefix and suffix that are found again, from the quotation outwards. */
  readonly prefix: number;
  readonly suffix: number;
}

/** Rates places of a source, best first. */
export function scorePlaces(
  source: Pick<SourceText, 'text' | 'reading'>,
  anchor: Anchor,
  spans: readonly Span[],
): ScoredPlace[] {
  return spans.map((span) => scorePlace(source, anchor, span)).sort((a, b) => b.score - a.score);
}

function scorePlace(source: Pick<SourceText, 'text' | 'reading'>, anchor: Anchor, span: Span): ScoredPlace {
  const { text } = source;
  const points = codePointsOf(source);
  const prefix = shareAtEnd(anchor.prefix, text.slice(Math.max(0, span.start - NEIGHBOURHOOD), span.start));
  const suffix = shareAtStart(anchor.suffix, text.slice(span.end, span.end + NEIGHBOURHOOD));
  const words = shareOfWords(tokensOf(anchor.exact), tokensOf(text.slice(span.start, span.end)));
  const moved = Math.abs(points.at(span.start) - anchor.start) / Math.max(1, points.length, anchor.start);
  const score =
    WEIGHTS.words * words +
    WEIGHTS.prefix * prefix +
    WEIGHTS.suffix * suffix +
    WEIGHTS.position * (1 - Math.min(1, moved));
  return { span, score, prefix, suffix };
}

/** Enough of the text around a place, in UTF-16 units, to hold a context whose white space has grown. */
const NEIGHBOURHOOD = 160;

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

/** The share of `context` that `text` ends with; at the start of a text, nothing is to stand before. */
function shareAtEnd(context: string, text: string): number {
  const [wanted, found] = [oneSpaced(context), oneSpaced(text)];
  let same = 0;
  while (same < wanted.length && wanted.at(-1 - same) === found.at(-1 - same)) same++;
  return wanted === '' ? Number(found === '') : same / wanted.length;
}

function shareAtStart(context: string, text: string): number {
  const [wanted, found] = [oneSpaced(context), oneSpaced(text)];
  let same = 0;
  while (same < wanted.length && wanted[same] === found[same]) same++;
  return wanted === '' ? Number(found === '') : same / wanted.length;
}
