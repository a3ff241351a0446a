import { MappedTextBuilder, type MappedText } from '../text/mapped-text';
import type { InlineText } from './inline-text';
import { eventReader } from './micromark-events';
import { maskPandocSyntax } from './pandoc-masks';
import { trimmedLength } from './plain-blocks';
import { readInline } from './read-inline';
import { appendReading } from './reading';
import { refineInline } from './refine-inline';

const BLANK_LINES = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))/g;

/**
 * What a reader sees of a fragment of running text in Markdown, such as a quotation as it stands between its marks:
 * emphasis, links, code ticks and HTML tags are dropped, escapes and entities decoded, notes left out. Offsets are those
 * of `markdown`. The fragment is one or more paragraphs, parted by blank lines: what looks like a heading, a list, a
 * quote or indented code is words here.
 */
export function readMarkdown(markdown: string): MappedText {
  const builder = new MappedTextBuilder();
  let end = 0;
  for (const { base, inline } of inlineParagraphs(markdown)) {
    if (end > 0) builder.replace('\n\n', end, base);
    appendReading(builder, markdown, base, inline, 0, inline.text.length);
    end = base + (inline.pieces.at(-1)?.end ?? 0);
  }
  return builder.finish();
}

/** A paragraph of a fragment, whose offsets count from `base`. */
export interface InlineParagraph {
  readonly base: number;
  readonly inline: InlineText;
}

/** The paragraphs of a fragment of running text; see `readMarkdown`. */
export function inlineParagraphs(markdown: string): InlineParagraph[] {
  const events = eventReader(new Set());
  const masked = maskPandocSyntax(markdown);
  const paragraphs: InlineParagraph[] = [];
  const take = (start: number, end: number) => {
    const base = start + (/[^ \t\r\n]/.exec(masked.slice(start, end))?.index ?? end - start);
    const content = masked.slice(base, base + trimmedLength(masked.slice(base, end)));
    if (content !== '')
      paragraphs.push({ base, inline: refineInline(readInline(content, 0, events, []), [], false) });
  };
  let start = 0;
  for (const { 0: blank, index } of masked.matchAll(BLANK_LINES)) {
    take(start, index);
    start = index + blank.length;
  }
  take(start, markdown.length);
  return paragraphs;
}
