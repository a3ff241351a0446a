import type { Stretch } from './block';
import type { InlineText } from './inline-text';
import { InlineTextBuilder } from './inline-text-builder';

/** Shortest text, in UTF-16 code units, that is asked about: a shorter one is read quickly whatever it holds. */
const SHORTEST = 1024;

/** The share of Markdown's characters from which on a text is no prose. Tables and dense citations stay far below. */
const DENSITY = 0.2;

/** How many characters the underline of a heading counts for: each takes micromark as long as all that stands around it. */
const UNDERLINE_WEIGHT = 40;

const SYNTAX = /[[\]*_`<>&!#~\\]|^[=-]+[ \t]*$/gm;

/**
 * Whether a text consists of Markdown's own characters to a degree that no prose does: thousands of brackets or stars in
 * a row, on which micromark's time grows with their square.
 */
export function isDense(markdown: string): boolean {
  if (markdown.length < SHORTEST) return false;
  const limit = markdown.length * DENSITY;
  let weight = 0;
  for (const [syntax] of markdown.matchAll(SYNTAX)) {
    weight += /^[=-]/.test(syntax) ? UNDERLINE_WEIGHT : 1;
    if (weight > limit) return true;
  }
  return false;
}

/** Such a text as one paragraph without any markup: its words can be searched, no part of it is lost. */
export function readDense(markdown: string): Stretch {
  const block = {
    kind: 'paragraph',
    start: 0,
    end: markdown.length,
    containers: [],
    inline: denseInline(markdown, 0),
  } as const;
  return { blocks: [block], opaque: [] };
}

/** The same for inline content; its offsets count from `base`. */
export function denseInline(content: string, base: number): InlineText {
  const builder = new InlineTextBuilder();
  for (const { 0: line, index } of content.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    const start = base + index;
    if (/^[\r\n]/.test(line)) builder.lineBreak(start, start + line.length);
    else builder.add('text', line, start, start + line.length);
  }
  return builder.finish();
}
