import type { Corpus } from '../corpus';
import type { Source } from '../passages/source';
import { findPlaces, placeInside, type FoundPlace } from './find-places';
import type { GramIndex } from './gram-index';
import { wordHashes } from './grams';
import type { Readings } from './liberties';
import { joinedRanges, passagesWithVotes, rangesWithVotes, widenedRange } from './passage-ranges';
import { shortenedInside } from './shortened-inside';
import { shapeOf, type Run, type Shape } from './quotation-shape';
import { sourceTokens, type PassageRange } from './source-tokens';

/**
 * What `findPlaces` finds in a source, looked for only in the passages that have the quotation's word grams: where one
 * is missing, its words cannot stand. With `n`, a place inside that paragraph is enough, if the words stand there as written.
 */
export function placesIn(grams: GramIndex, readings: Readings, source: Source, n?: number): FoundPlace[] {
  const inside =
    n === undefined
      ? undefined
      : (placeInside(readings, source, n) ?? shortenedInside(grams, readings, source, n));
  if (inside) return [inside];
  const shapes = [...new Set(readings.map(shapeOf))];
  const [shape] = shapes;
  const run = shape && shapes.length === 1 && shape.parts.length === 1 ? shape.runs[0] : undefined;
  if (run) return placesOfRun(grams, readings, run, source);
  const ranges = shapes.map((one) => rangesOf(grams, one, source));
  if (ranges.includes(undefined)) return findPlaces(readings, source);
  const narrow = ranges.flatMap((one) => one ?? []);
  const found = findPlacesIn(narrow, readings, source);
  // What stands before an omission and what stands behind it can be far apart.
  const isSettled = narrow.length === 0 || !shapes.some(({ hasGap }) => hasGap) || found.some(isTogether);
  return isSettled ? found : findPlaces(readings, source);
}

/** Of words without a mark of the editor's: most stand in one passage alone, and then it is enough to look at that. */
function placesOfRun(grams: GramIndex, readings: Readings, run: Run, source: Source): FoundPlace[] {
  const votes = grams.votesWithAll(source.path, run.grams);
  if (!votes) return [];
  const passages = passagesWithVotes(source, votes, run.grams.length, run.reach);
  const [only] = passages;
  const inside =
    only && passages.length === 1 && only.to === only.from + 1
      ? placeInside(readings, source, only.to, true)
      : undefined;
  if (inside) return [inside];
  return findPlacesIn(
    passages.map((range) => widenedRange(source, range, run.reach)),
    readings,
    source,
  );
}

function findPlacesIn(ranges: readonly PassageRange[], readings: Readings, source: Source): FoundPlace[] {
  const narrow = joinedRanges(ranges);
  if (narrow.length === 0) return [];
  return findPlaces(
    readings,
    source,
    narrow.map((range) => sourceTokens(source, range)),
  );
}

const isTogether = ({ risks }: FoundPlace): boolean => !risks.some(({ kind }) => kind === 'fragments-apart');

/** Where in a source a quotation can stand; undefined where its runs are too short to tell. */
function rangesOf(grams: GramIndex, shape: Shape, source: Source): PassageRange[] | undefined {
  if (shape.runs.length === 0) return rangesOfWords(grams, shape, source);
  let best: PassageRange[] | undefined;
  for (const run of shape.runs) {
    const votes = grams.votesWithAll(source.path, run.grams);
    const ranges = votes ? rangesWithVotes(source, votes, run.grams.length, run.reach) : [];
    if (!best || passagesIn(ranges) < passagesIn(best)) best = ranges;
    if (ranges.length === 0) break;
  }
  return best;
}

/** The same by the words that stand together in a quotation, for a source too large to be searched whole. */
function rangesOfWords(
  grams: GramIndex,
  { tokens, parts }: Shape,
  source: Source,
): PassageRange[] | undefined {
  let best = new Uint32Array(0);
  for (const { kind, from, to } of parts) {
    const words = kind === 'literal' ? wordHashes(tokens, from, to) : best;
    if (words.length > best.length) best = words.slice();
  }
  const length = tokens.end.at(-1) ?? 0;
  const ranges = best.length > 0 ? grams.rangesWithWords(source.path, best) : undefined;
  return ranges?.map((range) => widenedRange(source, range, { before: length, behind: length }));
}

const passagesIn = (ranges: readonly PassageRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/** So many sources are looked through for words that many of them have. */
const MOST_SOURCES = 64;

/** The sources that have all grams of the longest run of a quotation, without which its words cannot stand in them. */
export function sourcesToSearch(corpus: Corpus, readings: Readings): readonly Source[] {
  const found = new Set<string>();
  for (const { runs } of new Set(readings.map(shapeOf))) {
    const [longest] = runs;
    if (!longest) return corpus.candidates(readings.at(-1)?.text ?? '');
    for (const path of corpus.wordGrams.sourcesWithAll(longest.grams)) found.add(path);
  }
  const sources = [...found].sort().flatMap((path) => corpus.sourceAt(path) ?? []);
  return sources.slice(0, MOST_SOURCES);
}
