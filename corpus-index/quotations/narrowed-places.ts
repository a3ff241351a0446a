import type { Corpus } from '../corpus';
import type { Source } from '../passages/source';
import { findPlaces, placeInside, type FoundPlace } from './find-places';
import type { GramIndex } from './gram-index';
import type { Readings } from './liberties';
import { joinedRanges, passagesWithVotes, rangesWithVotes } from './passage-ranges';
import { shapeOf, type Shape } from './quotation-shape';
import { sourceTokens, type PassageRange } from './source-tokens';

/**
 * What `findPlaces` finds in a source, looked for only in the passages that have the quotation's word grams: where one
 * is missing, its words cannot stand.
 */
export function placesIn(grams: GramIndex, readings: Readings, source: Source): FoundPlace[] {
  const shapes = [...new Set(readings.map(shapeOf))];
  const inside = placeInOnePassage(grams, readings, shapes, source);
  if (inside) return [inside];
  const ranges = shapes.map((shape) => rangesOf(grams, shape, source));
  if (ranges.includes(undefined)) return findPlaces(readings, source);
  const narrow = joinedRanges(ranges.flatMap((one) => one ?? []));
  if (narrow.length === 0) return [];
  const found = findPlaces(
    readings,
    source,
    narrow.map((range) => sourceTokens(source, range)),
  );
  // What stands before an omission and what stands behind it can be far apart.
  const isSettled = !shapes.some(({ hasGap }) => hasGap) || found.some(isTogether);
  return isSettled ? found : findPlaces(readings, source);
}

/** Where words without a mark of the editor's stand in the one passage that has all their grams: nowhere else can they. */
function placeInOnePassage(
  grams: GramIndex,
  readings: Readings,
  [shape, ...others]: readonly Shape[],
  source: Source,
): FoundPlace | undefined {
  const [run] = shape?.runs ?? [];
  if (!shape || !run || others.length > 0 || shape.parts.length > 1) return undefined;
  const votes = grams.votesWithAll(source.path, run.grams);
  const [only, ...more] = votes ? passagesWithVotes(source, votes, run.grams.length, run.reach) : [];
  if (!only || more.length > 0 || only.to > only.from + 1) return undefined;
  return placeInside(readings, source, only.to, true);
}

const isTogether = ({ risks }: FoundPlace): boolean => !risks.some(({ kind }) => kind === 'fragments-apart');

/** Where in a source a quotation can stand; undefined where its runs are too short to tell. */
function rangesOf(grams: GramIndex, { runs }: Shape, source: Source): PassageRange[] | undefined {
  let best: PassageRange[] | undefined;
  for (const run of runs) {
    const votes = grams.votesWithAll(source.path, run.grams);
    const ranges = votes ? rangesWithVotes(source, votes, run.grams.length, run.reach) : [];
    if (!best || passagesIn(ranges) < passagesIn(best)) best = ranges;
    if (ranges.length === 0) break;
  }
  return best;
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
