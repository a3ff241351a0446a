import type { Span } from '../../text/span';
import type { NameRun } from './name-runs';
import { nameRuns } from './name-runs';
import type { StatedForm } from './stated-forms';
import { statedForms } from './stated-forms';

/** What may be names in one text, before it is known what the rest of the corpus and the registry say of them. */
export interface NameSurvey {
  readonly text: string;
  /** In order. */
  readonly runs: readonly NameRun[];
  readonly stated: readonly StatedForm[];
  /** Words that the text has in small letters. */
  readonly small: ReadonlySet<string>;
}

/** More capitals than so many of ten words, or letters, and a passage is a heading. */
const HEADING_SHARE = 0.6;
const SHORTEST_HEADING = 4;

/**
 * Looks a text through for runs of words in capitals; `passages` are stretches of it. What is all in capitals, or
 * a title in Title Case, is passed over: its capitals say nothing.
 */
export function surveyNames(text: string, passages: readonly Span[]): NameSurvey {
  const small = new Set<string>();
  const runs: NameRun[] = [];
  const stated: StatedForm[] = [];
  for (const passage of passages) {
    if (isHeading(text.slice(passage.start, passage.end))) continue;
    const found = statedForms(text, passage, nameRuns(text, passage, small));
    for (const run of found.runs) runs.push(run);
    for (const form of found.stated) stated.push(form);
  }
  return { text, runs, stated, small };
}

function isHeading(passage: string): boolean {
  if (passage.length > 300) return false;
  const found = passage.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  if (found.length < SHORTEST_HEADING) return false;
  const shouted = found.filter((word) => word.length > 1 && word === word.toUpperCase());
  if (shouted.length > HEADING_SHARE * found.length) return true;
  const long = found.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return !/[.!?…]["”’)\]]*\s*$/.test(passage) && capital.length >= 0.8 * long.length && long.length > 5;
}
