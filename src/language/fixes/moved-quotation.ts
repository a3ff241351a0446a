import { compareLocked } from '../lock/compare-locked';
import { citePlace } from './cite-place';
import { locatorOf, locatorTerm } from './cited-locator';
import type { QuotationFixer } from './fix';

/**
 * The paragraph in which the locked words stand now, where the same words stand in the one that is cited: else the
 * quotation is misplaced and has that fix. Not where nobody can tell which place was quoted.
 */
export const fixMovedQuotation: QuotationFixer = function* (judged, at) {
  const comparison = compareLocked(judged).find((one) => one.judged === at)?.comparison;
  if (comparison?.state !== 'moved' || !comparison.certain || at.judgement.verdict === 'elsewhere') return;
  const { source: key } = comparison.place;
  const citation = at.quotation.citations.find((one) => one.key === key && one.locator);
  const source = judged.corpus.source(key);
  const locator = citation && source && locatorOf(judged.draft, citation, source, comparison.place);
  if (!locator) return;
  yield {
    title: `Correct the locator to ${locatorTerm(locator)}`,
    attempts: citePlace(judged.draft, citation, { key, locator }),
    isPreferred: true,
  };
};
