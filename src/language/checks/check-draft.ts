import type { JudgedDraft } from '../judge-draft';
import type { Problem } from '../problem';
import { alteredQuotation } from './altered-quotation';
import { ambiguousQuotation } from './ambiguous-quotation';
import { changedSource } from './changed-source';
import type { Check } from './check';
import { editorialRisk } from './editorial-risk';
import { lostQuotation } from './lost-quotation';
import { misplacedQuotation } from './misplaced-quotation';
import { missingQuotation } from './missing-quotation';
import { movedQuotation } from './moved-quotation';
import { queriedCitation } from './queried-citation';
import { rejectedCitation } from './rejected-citation';
import { staleReview } from './stale-review';
import { spelling } from './spelling';
import { uncheckedQuotation } from './unchecked-quotation';
import { uncitedQuotation } from './uncited-quotation';
import { undecidedCitation } from './undecided-citation';
import { uncheckedLocator } from './unchecked-locator';
import { unreadLocator } from './unread-locator';
import { unreadQuotation } from './unread-quotation';
import { unknownLocator } from './unknown-locator';
import { unknownSource } from './unknown-source';

/** What became of locked quotations; they say nothing of a draft that is not locked. */
const LOCK_CHECKS: readonly Check[] = [movedQuotation, changedSource, lostQuotation];

/** What reviewers decided, and what they must decide still; they say nothing of a draft without a review. */
const REVIEW_CHECKS: readonly Check[] = [rejectedCitation, queriedCitation, staleReview, undecidedCitation];

const CHECKS: readonly Check[] = [
  unknownSource,
  unknownLocator,
  unreadLocator,
  uncheckedLocator,
  alteredQuotation,
  missingQuotation,
  misplacedQuotation,
  ambiguousQuotation,
  uncheckedQuotation,
  unreadQuotation,
  editorialRisk,
  ...LOCK_CHECKS,
  ...REVIEW_CHECKS,
  uncitedQuotation,
  spelling,
];

/** Every problem of a draft, in its order: the same for the editor and the command line. */
export const checkDraft = (judged: JudgedDraft): Problem[] => run(CHECKS, judged);

/** Of these, those that the lock tells. */
export const checkLocked = (judged: JudgedDraft): Problem[] => run(LOCK_CHECKS, judged);

const run = (checks: readonly Check[], judged: JudgedDraft): Problem[] =>
  checks.flatMap((check) => check(judged)).sort((a, b) => a.span.start - b.span.start);
