import type { Place } from '#corpus-index';
import type { Citation, Quotation } from '../draft';
import type { JudgedDraft } from '../judge-draft';
import { shortReference } from '../reference';
import { citePlace } from './cite-place';
import { locatorsOf, locatorTerm } from './cited-locator';
import type { Proposals } from './fix';
import { placesIn, standsOnce } from './places';

/** Proposes for a citation the source in which a quotation is known to stand, once for each paragraph or page there. */
export function* citeSource(
  { corpus, draft }: JudgedDraft,
  citation: Citation,
  quotation: Quotation,
  known: Place,
): Proposals {
  const source = corpus.source(known.source);
  if (!source) return;
  // Where other sources have the same words, only the writer knows which of them was read.
  const isPreferred = standsOnce(corpus, quotation);
  for (const locator of locatorsOf(draft, citation, source, placesIn(corpus, quotation, known))) {
    const where = locator ? `, ${locatorTerm(locator)}` : '';
    yield {
      title: `Cite ${shortReference(source)}${where} (@${source.key})`,
      attempts: citePlace(draft, citation, { key: source.key, locator }),
      isPreferred,
    };
  }
}
