import {
  emptyLock,
  makeLockedQuotation,
  passageAt,
  quotationLine,
  readingOf,
  withDraft,
  type Lock,
  type LockedQuotation,
  type Source,
  type Span,
} from '#corpus-index';
import { hashing } from '../../src/ingest/sha256';
import { corpusOf } from './corpus-of';

/** A source from its text, by a path whose ending says its format. */
export const sourceOf = (text: string, path = 'sources/s.txt'): Source =>
  corpusOf({ [path]: text }).sources[0]!;

/** Locks a stretch of a source for a draft, as if the draft quoted it word for word. */
export function lockSpan(source: Source, span: Span, draft = 'drafts/a.md'): LockedQuotation {
  const text = readingOf(source, span);
  const n = passageAt(source, span.start)?.n;
  return makeLockedQuotation(hashing, {
    draft,
    quotation: quotationLine(text),
    verdict: 'verbatim',
    source,
    place: { ...span, source: source.key, text, ...(n === undefined ? {} : { n }) },
    acknowledged: [],
    before: undefined,
  });
}

/** The first stretch of a source that has these words. */
export function spanOf(source: Source, words: string): Span {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the source`);
  return { start, end: start + words.length };
}

export const lockWords = (source: Source, words: string, draft?: string): LockedQuotation =>
  lockSpan(source, spanOf(source, words), draft);

/** A lock of these quotations. */
export const lockOf = (...quotations: readonly LockedQuotation[]): Lock =>
  [...new Set(quotations.map(({ draft }) => draft))].reduce(
    (lock, draft) =>
      withDraft(
        lock,
        draft,
        quotations.filter((one) => one.draft === draft),
      ),
    emptyLock,
  );
