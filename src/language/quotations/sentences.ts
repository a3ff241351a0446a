import { MARKUP, type InlineText, type Span } from '#corpus-index';
import { firstFrom, spanAround } from './spans';
import type { QuotedStretch } from './quoted-stretches';

/** Words with a stop that ends no sentence; a single letter is a name's initial or a locator's term. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{L}|mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|cf|ca|pp|paras?|vols?|figs?|eds?|trans|chaps?|secs?|gen|col|lt|sgt|capt|rev|hon|gov|sen|rep|jan|feb|mar|apr|aug|sept?|oct|nov|dec|bk|art|approx|al)\.$/iu;
/** `no. 5`, but not `He said no.` */
const NUMBER = /(?<![\p{L}\p{N}])nos?\.\s+\d$/iu;

const TERMINAL = /[.!?…。！？؟۔।]+/g;
/** Closing marks and brackets that belong to the sentence they follow. */
const CLOSING = /\uFFFC*[)\]}"'”’»›」』]/y;
const UNSPACED_TERMINAL = /[。！？]$/;

/**
 * Where the sentences of a block end, in units of its inline text, the last one at its end. A stop inside a quotation
 * ends a sentence only with the quotation; brackets and notes right behind a stop (`closers`) belong to what they follow.
 */
export function sentenceEnds(
  inline: InlineText,
  quotations: readonly QuotedStretch[],
  closers: readonly Span[],
): number[] {
  const { text } = inline;
  const ends: number[] = [];
  for (const { 0: stops, index } of text.matchAll(TERMINAL)) {
    if (index < (ends.at(-1) ?? 0)) continue;
    const from = index + stops.length;
    const quotation = spanAround(quotations, index);
    if (quotation && !/^[\s\uFFFC]*$/.test(text.slice(from, quotation.close))) continue;
    if (spanAround(closers, index)) continue;
    if (stops === '.' && isAbbreviation(text, from)) continue;
    const end = endBehind(text, quotation ? quotation.close + 1 : from, closers);
    if (beginsSentence(text, end, UNSPACED_TERMINAL.test(stops))) ends.push(end);
  }
  if ((ends.at(-1) ?? 0) < text.length) ends.push(text.length);
  return ends;
}

const isAbbreviation = (text: string, end: number): boolean =>
  ABBREVIATION.test(text.slice(Math.max(0, end - 9), end)) ||
  NUMBER.test(text.slice(Math.max(0, end - 5), end + 2));

/** Which sentence holds the unit: the place of its end in `ends`. */
export function sentenceAt(ends: readonly number[], unit: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > unit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Behind closing marks, then citations and notes with the space before them, then stops. */
function endBehind(text: string, from: number, closers: readonly Span[]): number {
  let end = from;
  for (CLOSING.lastIndex = end; CLOSING.test(text); CLOSING.lastIndex = end) end = CLOSING.lastIndex;
  for (let next = nextCloser(text, end, closers); next; next = nextCloser(text, end, closers)) end = next.end;
  while (/[.,;:!?]/.test(text.charAt(end)) && end > from) end++;
  return end;
}

function nextCloser(text: string, end: number, closers: readonly Span[]): Span | undefined {
  const start = end + (/^\s*/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  return closers[firstFrom(closers, start)]?.start === start ? closers[firstFrom(closers, start)] : undefined;
}

/** Whether a new sentence begins behind `end`: white space, and then nothing that goes on in lower case. */
function beginsSentence(text: string, end: number, unspaced: boolean): boolean {
  const behind = text.slice(end, end + 40).replaceAll(MARKUP, '');
  if (behind.trim() === '') return true;
  return (unspaced || /^\s/.test(behind)) && !/^\s*\p{Ll}/u.test(behind);
}
