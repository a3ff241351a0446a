import {
  isAccepted,
  judgeAnywhere,
  judgeQuotation,
  type Corpus,
  type Place,
  type Readings,
} from '#corpus-index';
import type { Quotation } from '../draft';

/** So many places are offered to choose from; where words stand more often than that, they say little. */
const MOST_PLACES = 5;

/** A quotation's words as the check reads them: as typed, and as Markdown shows them. */
export const readingsOf = ({ text, reading }: Quotation): Readings => [{ text }, reading];

/**
 * The first paragraphs in which a quotation stands acceptably in the source of a place where it is known to stand, one
 * place for each, in order. The place itself where it is in no paragraph: in a title, a heading or a caption.
 */
export function placesIn(corpus: Corpus, quotation: Quotation, known: Place): Place[] {
  const key = known.source;
  const places: Place[] = [];
  let paragraphs = corpus.source(key)?.passages.map(({ n }) => n) ?? [];
  while (places.length < MOST_PLACES && paragraphs.length > 0) {
    const { verdict, place } = judgeQuotation(corpus, readingsOf(quotation), [{ key, paragraphs }]);
    if (!isAccepted(verdict) || place?.n === undefined) break;
    places.push(place);
    paragraphs = paragraphs.filter((n) => n !== place.n);
  }
  return places.length > 0 ? places : [known];
}

/** Whether a quotation stands in one paragraph of one source, and nowhere else. */
export const standsOnce = (corpus: Corpus, quotation: Quotation): boolean =>
  isAccepted(judgeAnywhere(corpus, readingsOf(quotation)).verdict);
