import { nearestKey } from '../checks/nearest-key';
import { citeKey } from './cite-place';
import { citeSource } from './cite-source';
import type { CitationFixer } from './fix';
import { placesIn } from './places';
import { quotationsOf } from './subjects';

/** The near key; or the source in which the quoted words stand. */
export const fixUnknownSource: CitationFixer = function* (judged, { citation }) {
  const { corpus, draft } = judged;
  const near = nearestKey(citation.key, corpus.keys);
  const quoted = quotationsOf(judged, citation);
  if (near !== undefined) {
    yield {
      title: `Correct the key to @${near}`,
      attempts: [citeKey(draft, citation, near)],
      // A key alone proves nothing: `berg2014` is as near to `berg2015`. Words that stand in the source do.
      isPreferred: quoted.length > 0,
    };
  }
  const suggestion = quoted[0]?.judgement.suggestion;
  const source = suggestion && corpus.source(suggestion.source);
  if (quoted[0] && source)
    yield* citeSource(draft, citation, source, placesIn(corpus, quoted[0].quotation, suggestion));
};
