import type { Place, Source } from '#corpus-index';
import { passageText } from '../passage-text';
import { citePlace, paragraphTerm } from './cite-place';
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
  for (const place of placesIn(corpus, quotation, suggestion)) {
    if (place.n === undefined) continue;
    const paragraphs = String(place.n);
    yield {
      title: `Name ${paragraphTerm(paragraphs)}: “${beginning(source, place)}”`,
      attempts: citePlace(draft, citation, { key: source.key, paragraphs }),
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
