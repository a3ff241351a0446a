import type { Span } from '../../text/span';
import { words } from '../../text/words';
import type { Claim, SurveyedSource } from './discovered-name';
import type { NameRun } from './name-runs';
import type { Tally } from './name-tally';
import { countPlace, newTally } from './name-tally';

/** A run of capitals that no actor claims, as it is written, with all its places. */
export interface UnclaimedRun {
  readonly text: string;
  readonly isInitial: boolean;
  readonly tally: Tally;
}

/** The runs of all sources without what mentions of actors cover; the same words once. */
export function unclaimedRuns(sources: readonly SurveyedSource[]): UnclaimedRun[] {
  const byText = new Map<string, UnclaimedRun>();
  for (const { source, survey, claims } of sources) {
    const { text } = survey;
    let claim = 0;
    for (const run of survey.runs) {
      while ((claims[claim]?.end ?? Infinity) <= run.start) claim++;
      for (const piece of piecesOf(text, run, claims, claim)) {
        const written = text.slice(piece.start, piece.end);
        const key = piece.isInitial ? `^${written}` : written;
        let known = byText.get(key);
        if (!known)
          byText.set(key, (known = { text: written, isInitial: piece.isInitial, tally: newTally() }));
        countPlace(
          known.tally,
          { source, start: piece.start, end: piece.end },
          piece.isInitial,
          piece.before,
        );
      }
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
