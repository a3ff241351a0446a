import type { Span } from '../../text/span';
import type { NameRun } from './name-runs';
import { placePrepositions } from './word-classes';

/** Two names that a text itself says are one: "Ministry of X (MX)", "Karim Nuri, also known as Abu Hamid". */
export interface StatedForm {
  readonly full: Span;
  readonly other: Span;
  readonly kind: 'abbreviation' | 'alias';
}

export interface StatedForms {
  readonly stated: readonly StatedForm[];
  /** The runs, where a full form needs more than one of them put together: "al-Qaeda in the Arabian Peninsula (AQAP)". */
  readonly runs: readonly NameRun[];
}

const OPENS_BRACKET = /^\s*\(\s*(?:the\s+)?["“‘]?$/;
const CLOSES_BRACKET = /^["”’]?\s*[),;]/;
const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{N}&/-]{1,7}$/u;
const SAYS_ALIAS =
  /^["”’]?,?\s*[(["“‘]?\s*(?:(?:who (?:is|was) |was |is |and |or )?(?:also |better |formerly |previously |commonly )?(?:known|called|spelled|spelt|referred to) as|a\.?k\.?a\.?|alias|nom de guerre|kunya|real name|birth name|n[ée]e)[\s:,]*["“‘]?(?:the\s+)?$/i;
/** So far before its abbreviation a full form may begin. */
const LONGEST_FULL_FORM = 120;

/** What the text between and behind the runs of one passage says of them. */
export function statedForms(text: string, passage: Span, runs: readonly NameRun[]): StatedForms {
  const stated: StatedForm[] = [];
  let joined: readonly NameRun[] = runs;
  runs.forEach((run, at) => {
    const before = runs[at - 1];
    if (!before) return;
    const between = text.slice(before.end, run.start);
    if (SAYS_ALIAS.test(between) && !placePrepositions.has(before.before))
      stated.push({ full: before, other: run, kind: 'alias' });
    else if (OPENS_BRACKET.test(between) && CLOSES_BRACKET.test(text.slice(run.end, run.end + 4))) {
      const full = fullForm(text, passage, before, text.slice(run.start, run.end));
      if (!full) return;
      stated.push({ full, other: run, kind: 'abbreviation' });
      joined = joinRuns(joined, full);
    }
  });
  return { stated, runs: joined };
}

/** The words before a bracket whose initials the abbreviation has: from its last letter on, small words may be passed over. */
function fullForm(text: string, passage: Span, last: Span, abbreviation: string): Span | undefined {
  if (!ABBREVIATION.test(abbreviation)) return undefined;
  const from = Math.max(passage.start, last.end - LONGEST_FULL_FORM);
  const found = [...text.slice(from, last.end).matchAll(/\p{L}[\p{L}\p{M}'’ʿʾ]*/gu)];
  const letters = Array.from(abbreviation.replace(/[^\p{L}]/gu, '').toLowerCase());
  for (let word = found.pop(); word; word = found.pop()) {
    const isCapital = /^\p{Lu}/u.test(word[0]);
    const fits = word[0].charAt(0).toLowerCase() === letters.at(-1);
    if (fits && (isCapital || letters.length === 1 || word[0].length === 2)) letters.pop();
    else if (isCapital || word[0].length > 4) return undefined;
    if (letters.length === 0) return { start: from + word.index, end: last.end };
  }
  return undefined;
}

/** The runs with those that lie in `full` put together. */
function joinRuns(runs: readonly NameRun[], full: Span): readonly NameRun[] {
  const inside = runs.filter(({ start, end }) => start < full.end && full.start < end);
  const [first] = inside;
  // A title may stand before the full form in the same run.
  if (!first || (inside.length === 1 && first.start <= full.start)) return runs;
  const isInitial = first.start >= full.start && first.isInitial;
  const one = { start: Math.min(first.start, full.start), end: full.end, isInitial, before: first.before };
  return runs.flatMap((run) => (run === first ? [one] : inside.includes(run) ? [] : [run]));
}
