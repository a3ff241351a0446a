import { touches, type Corpus, type Source, type Span } from '#corpus-index';
import type { Draft } from './draft';
import { paragraphsOf } from './locators';

export interface Target {
  readonly source: Source;
  readonly span: Span;
}

/** Where a citation leads: the cited paragraphs, or the beginning of the source. */
export function findDefinition(corpus: Corpus, draft: Draft, offset: number): Target[] {
  const citation = draft.citations.find(
    ({ span, locator }) => touches(span, offset) || (locator && touches(locator.span, offset)),
  );
  const source = citation && corpus.source(citation.key);
  if (!source) return [];
  const numbers = citation.locator ? (paragraphsOf(source, citation.locator) ?? []) : [];
  const cited = numbers.flatMap((n) => source.passages[n - 1] ?? []);
  const start = source.passages[0]?.start ?? 0;
  return cited.length > 0
    ? cited.map((span) => ({ source, span }))
    : [{ source, span: { start, end: start } }];
}
