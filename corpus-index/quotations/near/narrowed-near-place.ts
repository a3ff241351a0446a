import type { MappedText } from '../../text/mapped-text';
import type { Source } from '../../passages/source';
import type { GramIndex, PassageVotes } from '../gram-index';
import { gramsOf, keptGrams } from '../grams';
import { joinedRanges, rangesWithVotes, widenedRange } from '../passage-ranges';
import { shapeOf } from '../quotation-shape';
import { sourceTokens } from '../source-tokens';
import { nearPlace, type NearPlace } from './near-place';

/** Around so many passages the words are compared; of those that share fewer grams none is closer. */
const MOST_PASSAGES = 6;

/**
 * What `nearPlace` finds in a source, looked for only around the passages that share most word grams with the quotation, and those
 * that a citation names.
 */
export function nearPlaceIn(
  grams: GramIndex,
  reading: MappedText,
  source: Source,
  paragraphs: readonly number[] = [],
): NearPlace | undefined {
  const { tokens } = shapeOf(reading);
  const votes = grams.votesIn(source.path, gramsOf(tokens));
  if (votes.size === 0) return nearPlace(reading, source);
  const reach = { before: reading.text.length, behind: 2 * reading.text.length };
  const named = paragraphs.slice(0, MOST_PASSAGES).map((n) => n - 1);
  const ranges = joinedRanges(
    [...named, ...mostVoted(votes)].map((passage) =>
      widenedRange(source, { from: passage, to: passage + 1 }, reach),
    ),
  );
  return nearPlace(reading, source, {
    stretches: ranges.map((range) => sourceTokens(source, range).whole),
    mayStand: (from, to) => {
      const kept = keptGrams(tokens, from, to);
      const wanted = kept.length > 0 ? kept : gramsOf(tokens, from, to);
      const found = grams.votesIn(source.path, wanted);
      const around = { before: 0, behind: reading.text.length };
      return rangesWithVotes(source, found, wanted.length, around).length > 0;
    },
  });
}

const mostVoted = (votes: PassageVotes): number[] =>
  [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_PASSAGES)
    .map(([passage]) => passage);
