import type { Citation, Draft } from '../draft';
import { citePlace } from './cite-place';
import { type CitedLocator, locatorsOf, locatorTerm } from './cited-locator';
import { citeSource } from './cite-source';
import type { Proposals, QuotationFixer } from './fix';
import { placesIn } from './places';

/** The locator of the paragraph where the words stand; or the source that they really come from. */
export const fixMisplacedQuotation: QuotationFixer = function* (judged, { quotation, judgement }) {
  const { suggestion } = judgement;
  const [first, another] = quotation.citations;
  if (!suggestion) return;
  const own = quotation.citations.find(({ key }) => key === suggestion.source);
  const source = judged.corpus.source(suggestion.source);
  const places = placesIn(judged.corpus, quotation, suggestion);
  if (own && source) yield* correctLocator(judged.draft, own, locatorsOf(judged.draft, own, source, places));
  // Of several citations nobody can say which one is wrong.
  else if (first && !another) yield* citeSource(judged, first, quotation, suggestion);
};

function* correctLocator(
  draft: Draft,
  citation: Citation,
  choices: readonly (CitedLocator | undefined)[],
): Proposals {
  const { key, locator } = citation;
  const isOnly = choices.length === 1;
  for (const choice of choices) {
    const propose = (wanted: CitedLocator | undefined, title: string) => ({
      title,
      attempts: citePlace(draft, citation, { key, locator: wanted }),
      isPreferred: isOnly,
      isSafe: isOnly,
    });
    if (!choice) {
      yield propose(undefined, 'Take the locator away: the words stand in no numbered paragraph');
      continue;
    }
    const isOffered = yield propose(choice, `Correct the locator to ${locatorTerm(choice)}`);
    if (isOffered || locator?.label !== choice.label) continue;
    // Another quotation needs the place that the locator names already.
    const both = { ...choice, value: `${locator.value}, ${choice.value}` };
    yield propose(both, `Add the ${choice.label} to the locator: ${locatorTerm(both)}`);
  }
}
