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
import { uncheckedQuotation } from './unchecked-quotation';
import { uncitedQuotation } from './uncited-quotation';
import { unknownLocator } from './unknown-locator';
import { unknownSource } from './unknown-source';

const CHECKS: readonly Check[] = [
  unknownSource,
  unknownLocator,
  alteredQuotation,
  missingQuotation,
  misplacedQuotation,
  ambiguousQuotation,
  uncheckedQuotation,
  editorialRisk,
  movedQuotation,
  changedSource,
  lostQuotation,
  uncitedQuotation,
];

/** Every problem of a draft, in its order: the same for the editor and the command line. */
export function checkDraft(judged: JudgedDraft): Problem[] {
  return CHECKS.flatMap((check) => check(judged)).sort((a, b) => a.span.start - b.span.start);
}
