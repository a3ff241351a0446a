import type { MappedText } from '../text/mapped-text';
import { MappedTextBuilder } from '../text/mapped-text';
import type { Span } from '../text/span';
import { applyOverrides, type PassageOverrides } from './overrides';
import type { DropReason } from './passage';
import type { PageStretch, SourceMetadata, SourceText } from './source';
import { bodyRoles, numberPassages, type Block } from './split-text';

/**
 * What the reader of a format that is no plain text (a web page, PDF, Word) makes of a file's bytes: a text that stands for the
 * file, and how it falls into blocks. All offsets are UTF-16 code units of `text`, ends exclusive. It depends on the bytes alone,
 * so it can be kept as long as they stay the same.
 */
export interface SourceDocument {
  readonly text: string;
  /** In order, none over another; white space alone stands between them. */
  readonly blocks: readonly DocumentBlock[];
  /** Where the reading differs from `text`, in order: marks of notes are passed over, borders of cells put in. */
  readonly edits: readonly ReadingEdit[];
  /** For paged sources. */
  readonly pages?: readonly PageStretch[];
  /** Parts of the file that could not be read: `page 3`. */
  readonly unread?: readonly string[];
  /** Words that the file itself strikes out are not in the text. */
  readonly withdrawn?: boolean;
  readonly metadata: SourceMetadata;
}

/** A paragraph, or what stands as one. An `item` is of a list or a table: short as it may be, no heading. */
export interface DocumentBlock extends Span {
  readonly kind: 'paragraph' | 'item';
  /** Why it is no passage, where the format itself says so. */
  readonly reason?: DropReason;
}

/** A stretch of the text, maybe an empty one, that is read as `text`. */
export interface ReadingEdit extends Span {
  readonly text: string;
}

/** A source's text, reading, passages and metadata out of what its reader gave. */
export function splitDocument(
  document: SourceDocument,
  overrides?: PassageOverrides,
): Omit<SourceText, 'path' | 'format'> {
  const { text, metadata, pages, unread, withdrawn } = document;
  const blocks: Block[] = document.blocks.map(({ start, end, kind, reason }) => ({
    start,
    end,
    words: text.slice(start, end),
    isItem: kind === 'item',
    ...(reason ? { reason } : {}),
  }));
  const { passages, dropped } = numberPassages(applyOverrides(bodyRoles(blocks, metadata.title), overrides));
  return {
    text,
    reading: readingOfDocument(document),
    metadata,
    passages: pages ? withPages(passages, pages) : passages,
    dropped,
    ...(pages ? { pages } : {}),
    ...(unread ? { unread } : {}),
    ...(withdrawn ? { withdrawn } : {}),
  };
}

function readingOfDocument({ text, edits }: SourceDocument): MappedText {
  if (edits.length === 0) return { text };
  const builder = new MappedTextBuilder();
  let at = 0;
  for (const edit of edits) {
    builder.copy(text, at, edit.start);
    builder.replace(edit.text, edit.start, edit.end);
    at = edit.end;
  }
  builder.copy(text, at, text.length);
  return builder.finish();
}

/** Each passage with the label of the page on which it begins. */
function withPages(passages: SourceText['passages'], pages: readonly PageStretch[]): SourceText['passages'] {
  let at = 0;
  return passages.map((passage) => {
    while ((pages[at]?.end ?? Infinity) <= passage.start) at++;
    const page = pages[at];
    return page && page.start <= passage.start ? { ...passage, page: page.label } : passage;
  });
}
