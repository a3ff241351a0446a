import { inlineParagraphs, MappedTextBuilder, type MappedText } from '#corpus-index';
import { readProse } from './prose';
import { appendWords, endWithoutCitations } from './quotation';

/**
 * The words of a quotation given by itself, as Markdown that would stand between its marks: read as in a draft, without
 * the citations and notes in it, and one or more paragraphs whatever block they look like. Offsets are those of `markdown`.
 */
export function readQuotation(markdown: string): MappedText {
  const builder = new MappedTextBuilder();
  let behind = 0;
  for (const { base, inline } of inlineParagraphs(markdown)) {
    const prose = readProse(inline, markdown.slice(base));
    if (behind > 0) builder.replace('\n\n', behind, base);
    appendWords(
      builder,
      markdown,
      { prose, base },
      { start: 0, end: endWithoutCitations(prose, 0, inline.text.length) },
    );
    behind = base + (inline.pieces.at(-1)?.end ?? 0);
  }
  return builder.finish();
}
