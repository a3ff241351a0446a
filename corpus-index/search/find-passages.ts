import { rarity, saturated, TEXT_BOOST, type WordCounts } from './bm25';
import type { HeldSegment } from './held-segment';
import type { PassageHit } from './passage-index';
import { PostingCursor } from './postings';
import { readQuery, type QueryWord } from './read-query';
import { similarTerms, type SimilarTerm } from './similar-terms';
import type { Tally } from './tally';

/** The passages of all segments that fit a query best: the statistics are of all, so that it does not matter how they are parted. */
export function findPassages(
  segments: readonly HeldSegment[],
  counts: WordCounts,
  query: string,
  limit: number,
  tally: Tally,
): PassageHit[] {
  tally.begin(segments.reduce((sum, { passages }) => sum + passages, 0));
  const lists = segments.map(({ segment }) => segment.terms);
  let last: QueryWord | undefined;
  for (const word of readQuery(query)) {
    tally.nextWord(word.term !== last?.term);
    for (const similar of similarTerms(lists, word)) {
      const weight = similar.weight * word.times;
      scoreText(segments, counts, similar, weight * TEXT_BOOST, tally);
      scoreAbout(segments, counts, similar, weight, tally);
    }
    last = word;
  }
  return best(segments, tally, limit);
}

function scoreText(
  segments: readonly HeldSegment[],
  counts: WordCounts,
  { ordinals }: SimilarTerm,
  weight: number,
  tally: Tally,
): void {
  const factor = weight * rarity(counts.passages, countOf(segments, ordinals, 'countInText'));
  const mean = counts.words / counts.passages;
  const cursor = new PostingCursor();
  segments.forEach(({ segment, base, livePassages }, at) => {
    const ordinal = ordinals[at];
    if (ordinal === undefined) return;
    const { lengths } = segment;
    cursor.open(segment.text, ordinal);
    while (cursor.next()) {
      const { place } = cursor;
      if (livePassages?.[place] === 0) continue;
      tally.add(base + place, factor * saturated(cursor.frequency, (lengths[place] ?? 0) / mean));
    }
  });
}

function scoreAbout(
  segments: readonly HeldSegment[],
  counts: WordCounts,
  { ordinals }: SimilarTerm,
  weight: number,
  tally: Tally,
): void {
  const matching = countOf(segments, ordinals, 'countInAbout');
  if (matching === 0) return;
  const factor = weight * rarity(counts.passages, matching);
  const mean = counts.aboutWords / counts.passages;
  const cursor = new PostingCursor();
  segments.forEach(({ segment, base, isLive }, at) => {
    const ordinal = ordinals[at];
    if (ordinal === undefined) return;
    const { heads, aboutLengths } = segment;
    cursor.open(segment.about, ordinal);
    while (cursor.next()) {
      const { place } = cursor;
      if (isLive[place] === 0) continue;
      const score = factor * saturated(cursor.frequency, (aboutLengths[place] ?? 0) / mean);
      const end = heads[place + 1] ?? 0;
      for (let passage = heads[place] ?? 0; passage < end; passage++) tally.add(base + passage, score);
    }
  });
}

function countOf(
  segments: readonly HeldSegment[],
  ordinals: SimilarTerm['ordinals'],
  count: 'countInText' | 'countInAbout',
): number {
  return segments.reduce((sum, segment, at) => {
    const ordinal = ordinals[at];
    return ordinal === undefined ? sum : sum + segment[count](ordinal);
  }, 0);
}

interface Candidate extends PassageHit {
  readonly hasAll: boolean;
}

/** The best passages of the tally, best first. */
function best(segments: readonly HeldSegment[], tally: Tally, limit: number): PassageHit[] {
  const chosen: Candidate[] = [];
  for (let at = 0; at < tally.size && limit > 0; at++) {
    const passage = tally.passage(at);
    const [hasAll, score] = [tally.hasAll(passage), tally.scoreOf(passage)];
    const worst = chosen.length < limit ? undefined : chosen.at(-1);
    if (worst && (worst.hasAll === hasAll ? score < worst.score : worst.hasAll)) continue;
    put(chosen, { ...placeOf(segments, passage), score, hasAll });
    if (chosen.length > limit) chosen.pop();
  }
  return chosen.map(({ path, n, score }) => ({ path, n, score }));
}

/** Puts a candidate in its place among those in order. */
function put(chosen: Candidate[], candidate: Candidate): void {
  let [low, high] = [0, chosen.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(chosen[middle] as Candidate, candidate) < 0) low = middle + 1;
    else high = middle;
  }
  chosen.splice(low, 0, candidate);
}

function inOrder(one: Candidate, other: Candidate): number {
  if (one.hasAll !== other.hasAll) return one.hasAll ? -1 : 1;
  if (one.score !== other.score) return other.score - one.score;
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.n - other.n;
}

function placeOf(segments: readonly HeldSegment[], passage: number): { path: string; n: number } {
  const held = segments.findLast(({ base }) => base <= passage);
  const local = passage - (held?.base ?? 0);
  const source = held?.segment.sources[held.sourceOf(local)];
  return { path: source?.path ?? '', n: held?.segment.numbers[local] ?? 0 };
}
