import type { Span } from '#corpus-index';

const WORD = /[\p{L}\p{N}\p{M}'’]/u;

/** A selection widened to whole words, white space at its ends left out. */
export function wholeWords(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  while (from > 0 && WORD.test(text[from - 1] ?? '') && WORD.test(text[from] ?? '')) from--;
  while (to < text.length && to > from && WORD.test(text[to] ?? '') && WORD.test(text[to - 1] ?? '')) to++;
  return { start: from, end: to };
}
