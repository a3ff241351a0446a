import type { Problem, ProblemCode } from '../problem';
import { guessFix } from './find-fixes';
import type { Fix, Replacement } from './fix';
import { mergeReplacements } from './replacements';
import { mendedWith, subjectOf } from './subjects';
import { joinSubjects, type Subjects, type Trial } from './trial';

/** What the preferred fix of every problem of a code does. */
const TITLES: Readonly<Partial<Record<ProblemCode, string>>> = {
  'unknown-source': 'Correct all unknown keys that quoted words prove',
  'unknown-locator': 'Correct all unknown locators',
  'misplaced-quotation': 'Correct the citations of all misplaced quotations',
  'moved-quotation': 'Correct the locators of all moved quotations',
  'altered-quotation': 'Restore the source’s words in all altered quotations',
  spelling: 'Write all names whose spelling is mixed in the house spelling',
};

/** Undefined where no fix of the code is ever preferred. */
export const fixAllTitle = (code: ProblemCode): string | undefined => TITLES[code];

/** Which fixes are to be made, and how one is found that has been tried. */
export interface Wanted {
  readonly isWanted: (fix: Fix) => boolean;
  readonly find: (problem: Problem) => Fix | undefined;
}

/** A fix with what it must mend; not tried yet where it is only a guess. */
interface Chosen {
  readonly fix: Fix;
  readonly subjects: Subjects;
}

/**
 * The fixes of several problems as one change. What each problem's fix most likely is, is tried on all of them at once,
 * since every trial reads the whole draft; a problem for which the guess is wrong has its fix looked for alone. The result is
 * judged as a whole.
 */
export function fixAll(
  trial: Trial,
  problems: readonly Problem[],
  { isWanted, find }: Wanted,
): Replacement[] {
  const guesses = problems.flatMap((problem) => {
    const guess = guessFix(trial.judged, problem);
    return guess && isWanted(guess) ? chosen(trial, guess) : [];
  });
  const apart = withoutContention(guesses);
  const right = new Map(trial.mendedAmong(editsOf(apart) ?? [], apart).map((one) => [one.fix.problem, one]));
  const found = (problem: Problem) => chosen(trial, find(problem));
  const all = withoutContention(problems.flatMap((problem) => right.get(problem) ?? found(problem)));
  if (all.length === 0 || isMended(trial, all)) return editsOf(all) ?? [];
  // A guess that mends its own problem may still do harm elsewhere.
  return together(trial, withoutContention(problems.flatMap(found)));
}

function chosen(trial: Trial, fix: Fix | undefined): Chosen[] {
  const subject = fix && subjectOf(trial.judged, fix.problem);
  return subject ? [{ fix, subjects: mendedWith(trial.judged, subject) }] : [];
}

/** As many as go together, the first in the draft first. */
function together(trial: Trial, all: readonly Chosen[]): Replacement[] {
  if (isMended(trial, all)) return editsOf(all) ?? [];
  let kept: Chosen[] = [];
  for (const one of all) if (isMended(trial, [...kept, one])) kept = [...kept, one];
  return editsOf(kept) ?? [];
}

/** Where two want to change one place, the first in the draft holds. */
function withoutContention(all: readonly Chosen[]): Chosen[] {
  let kept: Chosen[] = [];
  for (const one of all) if (editsOf([...kept, one])) kept = [...kept, one];
  return kept;
}

const editsOf = (all: readonly Chosen[]): Replacement[] | undefined =>
  mergeReplacements(all.flatMap(({ fix }) => fix.edits));

function isMended(trial: Trial, all: readonly Chosen[]): boolean {
  const edits = editsOf(all);
  const subjects = joinSubjects(all.map((one) => one.subjects));
  return edits !== undefined && trial.mended(edits, subjects) !== undefined;
}
