import type { Place, Source } from '#corpus-index';
import { passageText } from '../passage-text';
import { citePlace } from './cite-place';
import { locatorOf, locatorsOf, locatorTerm, paragraphLocatorOf } from './cited-locator';
import type { QuotationFixer } from './fix';
import { placesIn } from './places';

/** Longest beginning of a paragraph that tells it from the others, in UTF-16 code units. */
const LONGEST_BEGINNING = 48;

/** One choice for each paragraph in which the words stand: only the writer knows which one was meant. */
export const fixAmbiguousQuotation: QuotationFixer = function* ({ corpus, draft }, { quotation, judgement }) {
  const { suggestion } = judgement;
  const source = suggestion && corpus.source(suggestion.source);
  const citation = quotation.citations.find(({ key, locator }) => key === source?.key && !locator);
  if (!source || !citation) return;
  const places = placesIn(corpus, quotation, suggestion);
  // Two on one page are told apart by their paragraphs.
  const isTold = locatorsOf(draft, citation, source, places).length === places.length;
  for (const place of places) {
    const locator = isTold ? locatorOf(draft, citation, source, place) : paragraphLocatorOf(place);
    if (!locator) continue;
    yield {
      title: `Name ${locatorTerm(locator)}: “${beginning(source, place)}”`,
      attempts: citePlace(draft, citation, { key: source.key, locator }),
    };
  }
};

function beginning(source: Source, { n = 0 }: Place): string {
  const passage = source.passages[n - 1];
  const text = passage ? passageText(source, passage) : '';
  return text.length <= LONGEST_BEGINNING
    ? text
    : `${text.slice(0, LONGEST_BEGINNING).replace(/\s+\S*$/, '')} …`;
}
