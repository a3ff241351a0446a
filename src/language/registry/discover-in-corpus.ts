import {
  discoverNames,
  originalSpan,
  passageAt,
  readingSpans,
  sourceNames,
  surveyNames,
  type Corpus,
  type DiscoveredName,
  type NamePlace,
  type Passage,
  type Source,
} from '#corpus-index';
import { ActorView } from '../actor-view';

/** The names that no actor of a corpus claims, the likeliest first; sources by their keys. */
export function discoverInCorpus(corpus: Corpus, ignored: readonly string[]): readonly DiscoveredName[] {
  const view = new ActorView(corpus);
  const surveyed = corpus.sources.map((source) =>
    sourceNames({
      source: source.key,
      survey: surveyNames(source.reading.text, readingSpans(source, source.passages)),
      claims: view.mentionsInReading(source),
    }),
  );
  return discoverNames(surveyed, { actors: corpus.actors, ignored });
}

/** Where a discovered name stands in its source's own text. */
export interface PlaceInSource {
  readonly source: Source;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** Nothing where the source has changed since. */
export function placeInSource(
  source: Source | undefined,
  { start, end }: NamePlace,
): PlaceInSource | undefined {
  const span = source && originalSpan(source.reading, start, end);
  const passage = span && passageAt(source, span.start);
  return passage && { source, passage, start: span.start, end: span.end };
}
