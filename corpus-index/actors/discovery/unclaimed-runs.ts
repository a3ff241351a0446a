import type { Span } from '../../text/span';
import { words } from '../../text/words';
import type { Claim } from './discovered-name';
import type { NameRun } from './name-runs';
import type { NameSurvey } from './survey';

/** A run of capitals that no actor claims, as a source writes it, with what is kept of its places. */
export interface SourceRun {
  readonly text: string;
  readonly isInitial: boolean;
  count: number;
  /** Where the first ones begin. */
  readonly starts: number[];
  /** Words in small letters before it, one for each place that has one. */
  readonly before: string[];
}

/** So many places are kept of each run of a source, and words before it. */
const MOST_STARTS = 3;
const MOST_BEFORE = 20;

/** The runs of a source without what mentions of actors cover; the same words once. */
export function unclaimedRuns({ text, runs }: NameSurvey, claims: readonly Claim[]): SourceRun[] {
  const byText = new Map<string, SourceRun>();
  let claim = 0;
  for (const run of runs) {
    while ((claims[claim]?.end ?? Infinity) <= run.start) claim++;
    for (const { start, end, isInitial, before } of piecesOf(text, run, claims, claim)) {
      const written = text.slice(start, end);
      const key = isInitial ? `^${written}` : written;
      let known = byText.get(key);
      if (!known) byText.set(key, (known = { text: written, isInitial, count: 0, starts: [], before: [] }));
      known.count++;
      if (known.starts.length < MOST_STARTS) known.starts.push(start);
      if (before !== '' && known.before.length < MOST_BEFORE) known.before.push(before);
    }
  }
  return [...byText.values()];
}

/** What claims leave of a run; `first` is the first claim that may touch it. */
function piecesOf(text: string, run: NameRun, claims: readonly Claim[], first: number): NameRun[] {
  const touching: Claim[] = [];
  for (let at = first; (claims[at]?.start ?? Infinity) < run.end; at++) {
    const claim = claims[at];
    if (claim && claim.end > run.start) touching.push(claim);
  }
  if (touching.length === 0) return [run];
  const pieces: NameRun[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { start, end } of wordSpans(text, run)) {
    if (touching.some((claim) => claim.start < end && start < claim.end)) open = undefined;
    else if (open) open.end = end;
    else {
      open = { start, end };
      const isFirst = start === run.start;
      pieces.push(
        Object.assign(open, { isInitial: isFirst && run.isInitial, before: isFirst ? run.before : '' }),
      );
    }
  }
  return pieces.filter(({ start, end }) => /\p{Lu}/u.test(text.slice(start, end)));
}

const wordSpans = (text: string, { start: from, end: to }: Span): Span[] =>
  words(text.slice(from, to)).map(({ start, end }) => ({ start: start + from, end: end + from }));
