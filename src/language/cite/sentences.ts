import type { Span } from '#corpus-index';

/** Abbreviations that end in a full stop within a sentence, before a capital or a number. */
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Mt|Jr|Sr|vs|cf|ca|al|Inc|Ltd|Co|Corp|No|Nos|Vol|pp?|paras?|ch|sec|figs?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b(?:\p{Lu}\.)*\p{Lu}|\b(?:i\.e|e\.g|a\.k\.a|a\.m|p\.m))\.["”’)]*\s*$/u;

/** To make one takes longer than to find the sentences of a paragraph. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a stretch of prose, without white space around them. Unicode's sentence breaks, abbreviations joined. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let open: number | undefined;
  for (const { segment, index } of segmenter.segment(unwrapped(text.slice(start, end)))) {
    const from = open ?? start + index;
    const to = start + index + segment.length;
    if (to < end && ABBREVIATION.test(segment)) {
      open = from;
      continue;
    }
    open = undefined;
    pushTrimmed(sentences, text, from, to);
  }
  if (open !== undefined) pushTrimmed(sentences, text, open, end);
  return sentences;
}

/** Line breaks end sentences for Unicode; in a wrapped paragraph they do not. */
const unwrapped = (text: string): string => text.replace(/[\r\n]/g, ' ');

function pushTrimmed(sentences: Span[], text: string, from: number, to: number): void {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  if (end > start) sentences.push({ start, end });
}
