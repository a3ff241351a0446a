import type { MappedText } from '../../text/mapped-text';
import type { Source } from '../../passages/source';
import type { GramIndex, PassageVotes } from '../gram-index';
import { gramsOf, keptGrams } from '../grams';
import { joinedRanges, rangesWithVotes, widenedRange } from '../passage-ranges';
import { shapeOf } from '../quotation-shape';
import { sourceTokens } from '../source-tokens';
import { countWords } from '../tokens';
import { LARGE } from '../word-signatures';
import { nearInside } from './near-inside';
import { nearPlace, type NearPlace } from './near-place';

/** Around so many passages the words are compared; of those that share fewer grams none is closer. */
const MOST_PASSAGES = 6;

/** Passages that share less than this part of what the best one shares are not closer either. */
const LEAST_PART = 0.25;

/**
 * A close place of a quotation of more words shares a gram with it. Of fewer words, one change can part all that was kept: then
 * the whole source is searched.
 */
const SHORT = 16;

/**
 * What `nearPlace` finds in a source, looked for only around the passages that share most word grams with the quotation, and those
 * that a citation names. `atLeast`: see `nearPlace`.
 */
export function nearPlaceIn(
  grams: GramIndex,
  reading: MappedText,
  source: Source,
  paragraphs: readonly number[] = [],
  atLeast = 0,
): NearPlace | undefined {
  const inside = paragraphs.length === 1 && nearInside(reading, source, paragraphs[0] ?? 0);
  if (inside && inside.share >= atLeast) return inside;
  const { tokens, grams: own } = shapeOf(reading);
  const isLarge = source.reading.text.length > LARGE;
  const votes = grams.votesIn(source.path, own);
  if (votes.size === 0 && !isLarge && countWords(tokens) < SHORT)
    return nearPlace(reading, source, undefined, atLeast);
  const reach = { before: reading.text.length, behind: reading.text.length };
  const named = paragraphs.slice(0, MOST_PASSAGES).map((n) => n - 1);
  const ranges = joinedRanges(
    [...named, ...mostVoted(votes)].map((passage) =>
      widenedRange(source, { from: passage, to: passage + 1 }, reach),
    ),
  );
  const mayStand = (from: number, to: number): boolean => {
    if (isLarge) return false;
    const all = gramsOf(tokens, from, to);
    const kept = keptGrams(all);
    const wanted = kept.length > 0 ? kept : all;
    const found = grams.votesIn(source.path, wanted);
    const run = { before: 0, behind: reading.text.length };
    return rangesWithVotes(source, found, wanted.length, run).length > 0;
  };
  const stretches = ranges.map((range) => sourceTokens(source, range).whole);
  return nearPlace(reading, source, { stretches, mayStand }, atLeast);
}

function mostVoted(votes: PassageVotes): number[] {
  const sorted = [...votes].sort(([, a], [, b]) => b - a).slice(0, MOST_PASSAGES);
  const most = sorted[0]?.[1] ?? 0;
  return sorted.filter(([, shared]) => shared >= most * LEAST_PART).map(([passage]) => passage);
}
