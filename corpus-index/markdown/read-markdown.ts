import { MappedTextBuilder, type MappedText } from '../text/mapped-text';
import { isDense, readDense } from './dense-text';
import { InlineReader } from './inline-reader';
import type { InlineText } from './inline-text';
import { eventReader, type EventReader } from './micromark-events';
import { appendReading } from './reading';
import { refineInline } from './refine-inline';
import { isTextBlock } from './block';

const PARAGRAPH = /[^\s](?:[^\r\n]|(?:\r\n|\n|\r(?!\n))(?![ \t]*(?:[\r\n]|$)))*/g;

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
  const reader = eventReader(new Set());
  return Array.from(markdown.matchAll(PARAGRAPH), ({ 0: paragraph, index }) => ({
    base: index,
    inline: readParagraph(paragraph.trimEnd(), reader),
  }));
}

function readParagraph(paragraph: string, reader: EventReader): InlineText {
  if (isDense(paragraph)) {
    const [block] = readDense(paragraph).blocks;
    if (block && isTextBlock(block)) return block.inline;
  }
  const inline = new InlineReader(paragraph, []);
  for (const [kind, token] of reader.inline(paragraph)) {
    if (kind === 'enter') inline.enter(token);
    else inline.exit(token);
  }
  return refineInline(inline.finish(), [], false);
}
