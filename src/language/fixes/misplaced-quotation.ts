import type { Place } from '#corpus-index';
import type { Citation, Draft } from '../draft';
import { citePlace, paragraphTerm } from './cite-place';
import { citeSource } from './cite-source';
import type { Proposals, QuotationFixer } from './fix';
import { placesIn } from './places';

/** The locator of the paragraph where the words stand; or the source that they really come from. */
export const fixMisplacedQuotation: QuotationFixer = function* (judged, { quotation, judgement }) {
  const { suggestion } = judgement;
  const [first, another] = quotation.citations;
  if (!suggestion) return;
  const own = quotation.citations.find(({ key }) => key === suggestion.source);
  if (own) yield* correctLocator(judged.draft, own, placesIn(judged.corpus, quotation, suggestion));
  // Of several citations nobody can say which one is wrong.
  else if (first && !another) yield* citeSource(judged, first, quotation, suggestion);
};

function* correctLocator(draft: Draft, citation: Citation, places: readonly Place[]): Proposals {
  const { key, locator } = citation;
  const isOnly = places.length === 1;
  for (const { n } of places) {
    const propose = (paragraphs: string | undefined, title: string) => ({
      title,
      attempts: citePlace(draft, citation, { key, paragraphs }),
      isPreferred: isOnly,
      isSafe: isOnly,
    });
    if (n === undefined) {
      yield propose(undefined, 'Take the locator away: the words stand in no numbered paragraph');
      continue;
    }
    const isOffered = yield propose(String(n), `Correct the locator to ${paragraphTerm(String(n))}`);
    if (isOffered || locator?.label !== 'paragraph') continue;
    // Another quotation needs the paragraph that the locator names already.
    const both = `${locator.value}, ${n}`;
    yield propose(both, `Add the paragraph to the locator: ${paragraphTerm(both)}`);
  }
}
