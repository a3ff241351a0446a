import type { ProblemCode } from '../problem';
import type { Fix, Replacement } from './fix';
import { mergeReplacements } from './replacements';
import { mendedWith, subjectOf } from './subjects';
import type { Subjects, Trial } from './trial';

/** What the preferred fix of every problem of a code does. */
const TITLES: Readonly<Partial<Record<ProblemCode, string>>> = {
  'unknown-source': 'Correct all unknown keys that quoted words prove',
  'unknown-locator': 'Correct all unknown locators',
  'misplaced-quotation': 'Correct the citations of all misplaced quotations',
  'altered-quotation': 'Restore the source’s words in all altered quotations',
};

/** Undefined where no fix of the code is ever preferred. */
export const fixAllTitle = (code: ProblemCode): string | undefined => TITLES[code];

/**
 * Fixes made together, as many as go together: where two want to change one place, the first in the draft holds. The
 * result is judged as a whole, since each was judged alone.
 */
export function fixAll(trial: Trial, fixes: readonly Fix[]): Replacement[] {
  const apart = withoutContention(fixes);
  if (apart.length === 0 || isMended(trial, apart)) return editsOf(apart) ?? [];
  let chosen: Fix[] = [];
  for (const fix of apart) if (isMended(trial, [...chosen, fix])) chosen = [...chosen, fix];
  return editsOf(chosen) ?? [];
}

function withoutContention(fixes: readonly Fix[]): Fix[] {
  let chosen: Fix[] = [];
  for (const fix of fixes) if (editsOf([...chosen, fix])) chosen = [...chosen, fix];
  return chosen;
}

const editsOf = (fixes: readonly Fix[]): Replacement[] | undefined =>
  mergeReplacements(fixes.flatMap(({ edits }) => edits));

function isMended(trial: Trial, fixes: readonly Fix[]): boolean {
  const edits = editsOf(fixes);
  return edits !== undefined && trial.mended(edits, subjectsOf(trial, fixes)) !== undefined;
}

function subjectsOf({ judged }: Trial, fixes: readonly Fix[]): Subjects {
  const all = fixes.flatMap(({ problem }) => {
    const subject = subjectOf(judged, problem);
    return subject ? [mendedWith(judged, subject)] : [];
  });
  return {
    quotations: all.flatMap(({ quotations }) => quotations),
    citations: all.flatMap(({ citations }) => citations),
  };
}
