import type { MappedText } from '../../text/mapped-text';
import type { Source } from '../../passages/source';
import { shapeOf } from '../quotation-shape';
import { sourceTokens } from '../source-tokens';
import { countWords, findRun, isSameForm, isWord, runOf, type Tokens } from '../tokens';
import { EDGE, rowsBetween, stepsOf } from './anchored-script';
import { changesOf, MOVED_WORDS, SPLICE_WORDS, type Change } from './differences';
import { isSameWord, nearPlaceOf, type NearPlace } from './near-place';

/** Tokens at either end of a quotation that stand in the paragraph as they are. */
const END = 5;

/** The words of a quotation that are the paragraph's: what shares so many with its cited paragraph was taken from it. */
const FEWEST_SHARED = 0.85;

/**
 * A quotation whose first and last words stand in a paragraph, with a few words between them changed, left out or added: the place is
 * there, whatever shares as many words elsewhere. Undefined says nothing: another place may be as close, or words may have been moved.
 */
export function nearInside(reading: MappedText, source: Source, n: number): NearPlace | undefined {
  const { tokens: quotation, parts } = shapeOf(reading);
  const isPlain = parts.length === 1 && parts[0]?.kind === 'literal' && parts[0].to === quotation.length;
  if (!isPlain || quotation.length < 2 * END || n < 1 || n > source.passages.length) return undefined;
  const tokens = sourceTokens(source, { from: n - 1, to: n }).body;
  const from = findRun(tokens, runOf(quotation, 0, END));
  const last = from < 0 ? -1 : findRun(tokens, runOf(quotation, quotation.length - END), from + END);
  if (last < 0 || last - from > quotation.length + SPLICE_WORDS) return undefined;
  // Begun anew on the way, it may rather begin there.
  const again = findRun(tokens, runOf(quotation, 0, END), from + 1);
  if (again >= 0 && again <= last) return undefined;
  const { changes, shared } = changesBetween(quotation, tokens, from, last + END);
  const share = shared / countWords(quotation);
  const isSure = changes.length > 0 && changes.every((one) => isSlight(one, quotation, tokens));
  return isSure && share >= FEWEST_SHARED
    ? nearPlaceOf({ source: tokens, from, to: last + END, changes, shared }, reading, source, share)
    : undefined;
}

/** What differs between a quotation and a stretch of the source that begins and ends as it does; what both have there stands fast. */
function changesBetween(quotation: Tokens, source: Tokens, from: number, to: number) {
  const shorter = Math.min(quotation.length, to - from);
  let [first, behind] = [END, END];
  while (first + behind < shorter && isSameForm(quotation, first, source, from + first)) first++;
  while (
    first + behind < shorter &&
    isSameForm(quotation, quotation.length - 1 - behind, source, to - 1 - behind)
  )
    behind++;
  if (first + behind === quotation.length - 1 && quotation.length === to - from) {
    const place = from + first;
    if (isOneForAnother(quotation, first, source, place)) {
      const changes: Change[] = [{ quotation: [first, first + 1], source: [place, place + 1] }];
      const isSame = isSameWord({ kind: 'changed', quotation: first, source: place }, quotation, source);
      return { changes, shared: countWords(quotation) - (isSame ? 0 : 1) };
    }
  }
  const [start, end] = [first - EDGE, quotation.length - behind + EDGE];
  const steps = stepsOf({
    quotation,
    rows: rowsBetween(start, end),
    source,
    from: from + start,
    to: to - behind + EDGE,
    openStart: false,
    openEnd: false,
  });
  let shared = countWords(quotation, 0, start) + countWords(quotation, end);
  for (const step of steps) if (isSameWord(step, quotation, source)) shared++;
  return { changes: changesOf(steps, from + start, start), shared };
}

/**
 * One word for another, and neither of them among those right beside it, which both sides have: most alterations are that. To change the
 * word is then the cheapest way, as `editScript` counts: on any other both words would be left out, or changed to something else.
 */
function isOneForAnother(quotation: Tokens, at: number, source: Tokens, place: number): boolean {
  if (!isWord(quotation, at) || !isWord(source, place)) return false;
  for (let away = 1; away <= EDGE; away++)
    for (const beside of [quotation.hashes[at - away], quotation.hashes[at + away]])
      if (beside === quotation.hashes[at] || beside === source.hashes[place]) return false;
  return true;
}

/** Too few words to have been moved from elsewhere, or to be a splice. */
const isSlight = (change: Change, quotation: Tokens, source: Tokens): boolean =>
  countWords(quotation, ...change.quotation) < MOVED_WORDS &&
  countWords(source, ...change.source) < SPLICE_WORDS;
