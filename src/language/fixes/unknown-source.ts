import { nearestKey } from '../checks/nearest-key';
import { citeKey } from './cite-place';
import { citeSource } from './cite-source';
import type { CitationFixer } from './fix';
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
  const [first] = quoted;
  if (first?.judgement.suggestion)
    yield* citeSource(judged, citation, first.quotation, first.judgement.suggestion);
};
