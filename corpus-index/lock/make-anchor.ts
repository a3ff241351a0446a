import type { SourceText } from '../passages/source';
import type { Span } from '../text/span';
import { codePointsOf, normalised } from './code-points';
import type { Anchor } from './locked-quotation';

/** Code points of context on either side, fewer at the ends of a text: four or five words, as Hypothesis's client keeps. */
export const CONTEXT = 32;

/** The anchor of a stretch of a source's text (UTF-16 offsets). */
export function makeAnchor(source: Pick<SourceText, 'text' | 'reading'>, span: Span): Anchor {
  const points = codePointsOf(source);
  const [start, end] = [points.at(span.start), points.at(span.end)];
  const cut = (from: number, to: number) =>
    normalised(source.text.slice(points.offset(Math.max(0, from)), points.offset(to)));
  return {
    exact: cut(start, end),
    // A combining mark without its letter would be another character.
    prefix: cut(start - CONTEXT, start).replace(/^\p{M}+/u, ''),
    suffix: cut(end, end + CONTEXT),
    start,
    end,
  };
}
