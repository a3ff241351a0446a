import {
  judgeQuotation,
  type Actor,
  type Claim,
  type Corpus,
  type Judgement,
  type Mention,
} from '#corpus-index';
import type { Citation, Draft, Quotation } from './draft';
import { JudgementMemo } from './judgement-memo';
import type { DraftLock } from './lock/draft-lock';
import { isResolved, isUnread, pagesOf, paragraphsOf } from './locators';
import type { DraftReview } from './review/draft-review';

export interface JudgedCitation {
  readonly citation: Citation;
  readonly resolved: boolean;
  /** It names a place in a source whose text is not at hand: whether it resolves was not checked. */
  readonly isUnread: boolean;
}

export interface JudgedQuotation {
  readonly quotation: Quotation;
  readonly judgement: Judgement;
}

/** The names in a draft's text, and whose they are. */
export interface DraftNames {
  readonly mentions: readonly Mention[];
  readonly actor: (id: string) => Actor | undefined;
}

/** A draft with what the corpus says of each citation and quotation: what every check starts from. */
export interface JudgedDraft {
  readonly draft: Draft;
  readonly corpus: Corpus;
  readonly citations: readonly JudgedCitation[];
  readonly quotations: readonly JudgedQuotation[];
  /** What its quotations were locked to, where any are. */
  readonly lock?: DraftLock;
  /** What reviewers decided on its citations, where any did, or must. */
  readonly review?: DraftReview;
  /** Whom it names, where its spellings are to be checked. */
  readonly names?: DraftNames;
}

/**
 * Judges every citation and quotation of a draft. Given the `memo` of the draft's last version, only quotations that changed since,
 * or all if the corpus did.
 */
export function judgeDraft(
  corpus: Corpus,
  draft: Draft,
  lock?: DraftLock,
  memo = new JudgementMemo(),
): JudgedDraft {
  const citations = draft.citations.map((citation): JudgedCitation => {
    const [source, isKnown] = [corpus.source(citation.key), corpus.isKnownKey(citation.key)];
    return {
      citation,
      resolved: isResolved(citation, source, isKnown),
      isUnread: isUnread(citation, source, isKnown),
    };
  });
  const remembered = memo.version(corpus);
  const quotations = draft.quotations.map((quotation) => {
    const claims = quotation.citations.map((citation) => claimOf(corpus, citation));
    const judgement = remembered(quotation, claims, () => judge(corpus, quotation, claims));
    return { quotation, judgement };
  });
  return { draft, corpus, citations, quotations, ...(lock && { lock }) };
}

/** The same draft and judgements beside another lock. */
export const withLock = (
  { draft, corpus, citations, quotations, names, review }: JudgedDraft,
  lock: DraftLock | undefined,
): JudgedDraft => ({
  ...{ draft, corpus, citations, quotations },
  ...(lock && { lock }),
  ...(names && { names }),
  ...(review && { review }),
});

/** The same draft and judgements with the names in it. */
export const withNames = (judged: JudgedDraft, names: DraftNames | undefined): JudgedDraft =>
  names ? { ...judged, names } : judged;

/** The same draft and judgements beside what reviewers decided. */
export const withReview = (judged: JudgedDraft, review: DraftReview | undefined): JudgedDraft =>
  review ? { ...judged, review } : judged;

/** The words as typed come first: what stands in a source character for character needs no reading. */
const judge = (corpus: Corpus, { text, reading }: Quotation, claims: readonly Claim[]): Judgement =>
  judgeQuotation(corpus, [{ text }, reading], claims);

function claimOf(corpus: Corpus, { key, locator }: Citation): Claim {
  const source = corpus.source(key);
  if (!locator || !source) return { key };
  const within = pagesOf(source, locator);
  return { key, paragraphs: paragraphsOf(source, locator) ?? 'unknown', ...(within ? { within } : {}) };
}
