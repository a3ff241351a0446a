import type { SourceText } from '../passages/source';
import type { PassageVotes } from './gram-index';
import type { PassageRange } from './source-tokens';

/** Words of a source can be longer than those of a quotation: invisible characters, spaces, marks of footnotes. */
const STRETCH = 2;

/** How far a quotation reaches around a place in it, in characters. */
export interface Reach {
  readonly before: number;
  readonly behind: number;
}

/**
 * The passages around those that have at least `fewest` votes together, as far apart as `reach` lets a quotation run: the ranges
 * in which it must lie if its words stand in the source. In order; those that touch are one.
 */
export const rangesWithVotes = (
  source: Pick<SourceText, 'passages'>,
  votes: PassageVotes,
  fewest: number,
  reach: Reach,
): PassageRange[] =>
  joinedRanges(
    passagesWithVotes(source, votes, fewest, reach).map((range) => widenedRange(source, range, reach)),
  );

/** The passages themselves, as far apart as `reach` lets a quotation run. */
export function passagesWithVotes(
  source: Pick<SourceText, 'passages'>,
  votes: PassageVotes,
  fewest: number,
  reach: Reach,
): PassageRange[] {
  const touched = [...votes.keys()].sort((a, b) => a - b);
  const ranges: PassageRange[] = [];
  touched.forEach((first, at) => {
    let sum = 0;
    for (let next = at; next < touched.length; next++) {
      const passage = touched[next] ?? first;
      if (next > at && distance(source, first, passage) > reach.behind * STRETCH) return;
      sum += votes.get(passage) ?? 0;
      if (sum < fewest) continue;
      ranges.push({ from: first, to: passage + 1 });
      return;
    }
  });
  return ranges;
}

/** Characters between the end of one passage and the beginning of a later one. */
const distance = ({ passages }: Pick<SourceText, 'passages'>, first: number, later: number): number =>
  (passages[later]?.start ?? 0) - (passages[first]?.end ?? 0);

/** With the passages that the rest of the quotation can stand in; one behind them at least, where its sentence may go on. */
export function widenedRange(
  { passages }: Pick<SourceText, 'passages'>,
  { from, to }: PassageRange,
  { before, behind }: Reach,
): PassageRange {
  const start = passages[from]?.start ?? 0;
  const stop = passages[to - 1]?.end ?? 0;
  let [first, end] = [from, to];
  while (first > 0 && before > 0 && start - (passages[first]?.start ?? 0) <= before * STRETCH) first--;
  while (end < passages.length && (passages[end - 1]?.end ?? 0) - stop <= behind * STRETCH) end++;
  return { from: first, to: end };
}

/** In order; those that touch are one. */
export function joinedRanges(ranges: readonly PassageRange[]): PassageRange[] {
  const apart: PassageRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && range.from <= last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else apart.push(range);
  }
  return apart;
}
