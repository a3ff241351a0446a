import type { JudgedDraft } from '../judge-draft';
import type { Problem, ProblemCode } from '../problem';
import { fixAlteredQuotation } from './altered-quotation';
import { fixAmbiguousQuotation } from './ambiguous-quotation';
import type { CitationFixer, Fix, NameFixer, Proposal, Proposals, QuotationFixer, Replacement } from './fix';
import { fixMisplacedQuotation } from './misplaced-quotation';
import { fixMissingQuotation } from './missing-quotation';
import { fixMovedQuotation } from './moved-quotation';
import { mergeReplacements } from './replacements';
import { fixSpelling } from './spelling';
import { mendedWith, subjectOf, type Subject } from './subjects';
import type { Trial } from './trial';
import { fixUnknownLocator } from './unknown-locator';
import { fixUnknownSource } from './unknown-source';

const CITATION_FIXERS: Readonly<Partial<Record<ProblemCode, CitationFixer>>> = {
  'unknown-source': fixUnknownSource,
  'unknown-locator': fixUnknownLocator,
};

const QUOTATION_FIXERS: Readonly<Partial<Record<ProblemCode, QuotationFixer>>> = {
  'altered-quotation': fixAlteredQuotation,
  'missing-quotation': fixMissingQuotation,
  'misplaced-quotation': fixMisplacedQuotation,
  'ambiguous-quotation': fixAmbiguousQuotation,
  'moved-quotation': fixMovedQuotation,
};

const NAME_FIXERS: Readonly<Partial<Record<ProblemCode, NameFixer>>> = { spelling: fixSpelling };

/** The fixes of a problem, in the order in which they are shown. Each has been tried: what does not mend is left out. */
export function findFixes(trial: Trial, problem: Problem): Fix[] {
  const subject = subjectOf(trial.judged, problem);
  const proposals = subject && proposalsFor(trial.judged, problem, subject);
  if (!proposals) return [];
  const fixes: Fix[] = [];
  for (let next = proposals.next(); !next.done;) {
    const fix = tried(trial, problem, subject, next.value, fixes);
    if (fix) fixes.push(fix);
    next = proposals.next(fix !== undefined);
  }
  return fixes;
}

/** The preferred fix of a problem as it most likely is, not tried. */
export function guessFix(judged: JudgedDraft, problem: Problem): Fix | undefined {
  const subject = subjectOf(judged, problem);
  const first = subject && proposalsFor(judged, problem, subject)?.next().value;
  if (!first?.isPreferred) return undefined;
  const { title, isSafe = false } = first;
  for (const attempt of first.attempts) {
    const edits = editsOf(judged, attempt);
    if (edits) return { problem, title, edits, isPreferred: true, isSafe };
  }
  return undefined;
}

function proposalsFor(judged: JudgedDraft, problem: Problem, { kind, at }: Subject): Proposals | undefined {
  const { code } = problem;
  if (kind === 'name') return NAME_FIXERS[code]?.(judged, problem);
  if (kind === 'citation') {
    const citation = judged.citations[at];
    return citation && CITATION_FIXERS[code]?.(judged, citation);
  }
  const quotation = judged.quotations[at];
  return quotation && QUOTATION_FIXERS[code]?.(judged, quotation);
}

/** The first attempt that mends, unless another fix does the same already. */
function tried(
  trial: Trial,
  problem: Problem,
  subject: Subject,
  proposal: Proposal,
  others: readonly Fix[],
): Fix | undefined {
  for (const attempt of proposal.attempts) {
    const edits = editsOf(trial.judged, attempt);
    if (!edits) continue;
    if (others.some((other) => isEqual(other.edits, edits))) return undefined;
    const after = trial.mended(edits, mendedWith(trial.judged, subject));
    if (!after) continue;
    const { title, isPreferred = false, isSafe = false, remark } = proposal;
    const judgement = subject.kind === 'quotation' ? after.quotations[subject.at]?.judgement : undefined;
    const remarked = judgement && remark ? remark(judgement) : '';
    if (remarked === undefined) continue;
    return {
      problem,
      title: title + remarked,
      edits,
      isPreferred: isPreferred && !others.some((other) => other.isPreferred),
      isSafe,
    };
  }
  return undefined;
}

/** What an attempt changes, in order; undefined where that is nothing, or contends for one place. */
function editsOf({ draft }: JudgedDraft, attempt: readonly Replacement[]): Replacement[] | undefined {
  const edits = mergeReplacements(
    attempt.filter(({ start, end, text }) => draft.text.slice(start, end) !== text),
  );
  return edits && edits.length > 0 ? edits : undefined;
}

const isEqual = (some: readonly Replacement[], others: readonly Replacement[]): boolean =>
  some.length === others.length &&
  some.every(
    ({ start, end, text }, at) =>
      start === others[at]?.start && end === others[at].end && text === others[at].text,
  );
