import type { Place, Source } from '#corpus-index';
import type { Citation, Draft } from '../draft';
import { shortReference } from '../reference';
import { citePlace, paragraphTerm } from './cite-place';
import type { Proposals } from './fix';

/** Proposes for a citation the source that the words stand in, once for each of the places there. */
export function* citeSource(
  draft: Draft,
  citation: Citation,
  source: Source,
  places: readonly Pick<Place, 'n'>[],
): Proposals {
  for (const { n } of places) {
    const paragraphs = n === undefined ? undefined : String(n);
    const where = paragraphs === undefined ? '' : `, ${paragraphTerm(paragraphs)}`;
    yield {
      title: `Cite ${shortReference(source)}${where} (@${source.key})`,
      attempts: citePlace(draft, citation, { key: source.key, paragraphs }),
      isPreferred: places.length === 1,
    };
  }
}
