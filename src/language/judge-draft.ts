import { judgeQuotation, type Claim, type Corpus, type Judgement } from '#corpus-index';
import type { Citation, Draft, Quotation } from './draft';
import type { DraftLock } from './lock/draft-lock';
import { isResolved, pagesOf, paragraphsOf } from './locators';

export interface JudgedCitation {
  readonly citation: Citation;
  readonly resolved: boolean;
}

export interface JudgedQuotation {
  readonly quotation: Quotation;
  readonly judgement: Judgement;
}

/** A draft with what the corpus says of each citation and quotation: what every check starts from. */
export interface JudgedDraft {
  readonly draft: Draft;
  readonly corpus: Corpus;
  readonly citations: readonly JudgedCitation[];
  readonly quotations: readonly JudgedQuotation[];
  /** What its quotations were locked to, where any are. */
  readonly lock?: DraftLock;
}

export function judgeDraft(corpus: Corpus, draft: Draft, lock?: DraftLock): JudgedDraft {
  const citations = draft.citations.map((citation) => ({
    citation,
    resolved: isResolved(citation, corpus.source(citation.key), corpus.isKnownKey(citation.key)),
  }));
  const quotations = draft.quotations.map((quotation) => ({
    quotation,
    judgement: judge(corpus, quotation),
  }));
  return { draft, corpus, citations, quotations, ...(lock && { lock }) };
}

/** The same draft and judgements beside another lock. */
export const withLock = (
  { draft, corpus, citations, quotations }: JudgedDraft,
  lock: DraftLock | undefined,
): JudgedDraft => ({ draft, corpus, citations, quotations, ...(lock && { lock }) });

/** The words as typed come first: what stands in a source character for character needs no reading. */
const judge = (corpus: Corpus, quotation: Quotation): Judgement =>
  judgeQuotation(
    corpus,
    [{ text: quotation.text }, quotation.reading],
    quotation.citations.map((citation) => claimOf(corpus, citation)),
  );

function claimOf(corpus: Corpus, { key, locator }: Citation): Claim {
  const source = corpus.source(key);
  if (!locator || !source) return { key };
  const within = pagesOf(source, locator);
  return { key, paragraphs: paragraphsOf(source, locator) ?? 'unknown', ...(within ? { within } : {}) };
}
