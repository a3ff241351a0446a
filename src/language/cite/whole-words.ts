import type { Span } from '#corpus-index';

const WORD = /[\p{L}\p{N}\p{M}'’]/u;

/** A selection widened to whole words, white space at its ends left out. */
export function wholeWords(text: string, selection: Span): Span {
  let { start, end } = trimmed(text, selection);
  while (start > 0 && isInsideWord(text, start)) start--;
  while (end > start && isInsideWord(text, end)) end++;
  return { start, end };
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

/** A word runs on over the offset. */
const isInsideWord = (text: string, offset: number): boolean =>
  WORD.test(text[offset - 1] ?? '') && WORD.test(text[offset] ?? '');
