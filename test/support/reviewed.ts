import { noReviews, readReviews, type Decision } from '#corpus-index';
import { hashing } from '../../src/ingest/sha256';
import { checkDraft } from '../../src/language/checks/check-draft';
import { judgeDraft, withReview, type JudgedDraft } from '../../src/language/judge-draft';
import { decide, type Deciding } from '../../src/language/review/decide';
import { parseDraft } from '../../src/language/parse-draft';
import type { Problem } from '../../src/language/problem';
import { corpusOf } from './corpus-of';

type Files = Readonly<Record<string, string>>;

/** Who and when, in tests. */
export const REVIEWER = { by: 'Reviewer <r@example.org>', at: '2026-03-04T05:06:07Z' };

/** The review of a draft after one more decision. `text` is the file as it was; empty: there was none. */
export function decided(
  files: Files,
  text: string,
  draft: string,
  deciding: Partial<Deciding> & { readonly citation: number },
): string | undefined {
  const file = text === '' ? noReviews : readReviews(text);
  const all: Deciding = { decision: 'accepted', ...REVIEWER, ...deciding };
  return decide(judgeDraft(corpusOf(files), parseDraft(draft)), { file, draft: 'drafts/a.md', hashing }, all);
}

/** The review of a draft whose citations were decided on one by one; undefined leaves one out. */
export const reviewOfAll = (
  files: Files,
  draft: string,
  decisions: readonly ({ readonly decision: Decision; readonly note?: string } | undefined)[],
): string =>
  decisions.reduce(
    (text, one, citation) => (one ? (decided(files, text, draft, { citation, ...one }) ?? text) : text),
    '',
  );

/** A draft judged beside its review. */
const judgedBeside = (files: Files, draft: string, review: string, isRequired = false): JudgedDraft =>
  withReview(judgeDraft(corpusOf(files), parseDraft(draft)), {
    reviews: readReviews(review).reviews,
    hashing,
    isRequired,
  });

/** The problems of a draft beside its review, as `severity code: message`. */
export const reviewProblems = (files: Files, draft: string, review: string, isRequired = false): string[] =>
  checkDraft(judgedBeside(files, draft, review, isRequired)).map(
    ({ severity, code, message }: Problem) => `${severity} ${code}: ${message}`,
  );
