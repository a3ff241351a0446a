import { judgeQuotation } from '#corpus-index';
import { placeIn, shortReference } from '../reference';
import { citePlace } from './cite-place';
import { locatorOf } from './cited-locator';
import type { QuotationFixer } from './fix';
import { readingsOf } from './places';
import { restoredWords } from './restore-words';
import { together } from './together';

/**
 * The words of the one place that is close, in another source than the cited one, with its citation. Never preferred: it
 * changes both what is quoted and who says it.
 */
export const fixMissingQuotation: QuotationFixer = function* ({ corpus, draft }, { quotation, judgement }) {
  const [citation, another] = quotation.citations;
  const key = judgement.suggestion?.source;
  const source = key === undefined ? undefined : corpus.source(key);
  if (!citation || another || !source) return;
  const { place, differences } = judgeQuotation(corpus, readingsOf(quotation), [{ key: source.key }]);
  if (!place || differences.length === 0) return;
  yield {
    title: `Restore the words of ${shortReference(source)}, ${placeIn(source, place)}, and cite it (@${source.key})`,
    attempts: together(restoredWords({ draft, quotation, source, place, differences }), [
      ...citePlace(draft, citation, { key: source.key, locator: locatorOf(draft, citation, source, place) }),
    ]),
  };
};
