import { touches, type Corpus, type Source, type Span } from '#corpus-index';
import type { Citation, Draft } from './draft';
import { judgeDraft } from './judge-draft';
import { paragraphsOf } from './locators';

export interface Target {
  readonly source: Source;
  readonly span: Span;
}

/**
 * Where a citation leads: the cited paragraph; of a page or a whole source the paragraph in which the quoted words begin, else all
 * that is cited, or the beginning of the source.
 */
export function findDefinition(corpus: Corpus, draft: Draft, offset: number): Target[] {
  const citation = draft.citations.find(
    ({ span, locator }) => touches(span, offset) || (locator && touches(locator.span, offset)),
  );
  const source = citation && corpus.source(citation.key);
  if (!source) return [];
  const numbers = citation.locator ? (paragraphsOf(source, citation.locator) ?? []) : [];
  if (numbers.length === 1) return passagesOf(source, numbers);
  const quoted = quotedPassages(corpus, draft, citation).filter(
    (n) => numbers.length === 0 || numbers.includes(n),
  );
  const cited = passagesOf(source, quoted.length > 0 ? quoted : numbers);
  const start = source.passages[0]?.start ?? 0;
  return cited.length > 0 ? cited : [{ source, span: { start, end: start } }];
}

const passagesOf = (source: Source, numbers: readonly number[]): Target[] =>
  numbers.flatMap((n) => source.passages[n - 1] ?? []).map((span) => ({ source, span }));

/** The paragraphs of the cited source in which the words begin that the citation is for. */
function quotedPassages(corpus: Corpus, draft: Draft, citation: Citation): number[] {
  const quotations = draft.quotations.filter(({ citations }) => citations.includes(citation));
  const judged = judgeDraft(corpus, { ...draft, citations: [], quotations }).quotations;
  const places = judged.flatMap(({ judgement: { place } }) => place ?? []);
  return [
    ...new Set(places.flatMap(({ source, n }) => (source === citation.key && n !== undefined ? [n] : []))),
  ];
}
