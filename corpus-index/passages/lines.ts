import type { Span } from '../text/span';

/** Line ends of every system, form feeds and Unicode's own separators. */
const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/g;

/** The non-blank lines of a text, without white space around them; `blankBefore`: blank lines stand above. */
export interface Line extends Span {
  readonly blankBefore: boolean;
  /** White space in front of the first word, in UTF-16 code units. */
  readonly indent: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = false;
  const take = (from: number, to: number) => {
    const content = text.slice(from, to);
    const trimmed = content.trim();
    if (trimmed === '') {
      blankBefore = true;
      return;
    }
    const indent = content.length - content.trimStart().length;
    const start = from + indent;
    lines.push({ start, end: start + trimmed.length, blankBefore: blankBefore && lines.length > 0, indent });
    blankBefore = false;
  };
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    take(from, match.index);
    from = match.index + match[0].length;
  }
  take(from, text.length);
  return lines;
}
