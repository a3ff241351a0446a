import { checkDraft } from '../checks/check-draft';
import type { JudgedDraft } from '../judge-draft';
import type { Problem, ProblemCode } from '../problem';
import { findFixes } from './find-fixes';
import type { Fix, Replacement } from './fix';
import { fixAll, fixAllTitle } from './fix-all';
import { Trial } from './trial';

/** So many other problems are looked at for whether there is more to fix of one kind: a menu must not wait for all. */
const MOST_LOOKED_AT = 4;

/** The codes whose fixes may be safe: the fixes of others are not even looked for on saving. */
const SAFE_CODES: readonly ProblemCode[] = ['unknown-locator', 'misplaced-quotation'];

/** The fixes of one judged draft, each found when it is asked for and then kept. */
export class DraftFixes {
  readonly problems: readonly Problem[];
  private readonly trial: Trial;
  private readonly found = new Map<Problem, readonly Fix[]>();

  constructor(judged: JudgedDraft) {
    this.problems = checkDraft(judged);
    this.trial = new Trial(judged);
  }

  of(problem: Problem): readonly Fix[] {
    const fixes = this.found.get(problem) ?? findFixes(this.trial, problem);
    this.found.set(problem, fixes);
    return fixes;
  }

  /** What fixing all problems like this one is called; undefined where there is no second one to fix without a choice. */
  titleOfAll(problem: Problem): string | undefined {
    if (!this.preferred(problem)) return undefined;
    const others = this.problems.filter((other) => other.code === problem.code && other !== problem);
    const hasMore = others.slice(0, MOST_LOOKED_AT).some((other) => this.preferred(other));
    return hasMore ? fixAllTitle(problem.code) : undefined;
  }

  /** The preferred fixes of all problems of a code, as one change. */
  all(code: ProblemCode): Replacement[] {
    return this.together([code], ({ isPreferred }) => isPreferred);
  }

  /** Locators that quoted words prove: what may be corrected on saving, without asking. Never words, never a source. */
  safe(): Replacement[] {
    return this.together(SAFE_CODES, ({ isPreferred, isSafe }) => isPreferred && isSafe);
  }

  private together(codes: readonly ProblemCode[], isWanted: (fix: Fix) => boolean): Replacement[] {
    const problems = this.problems.filter(({ code }) => codes.includes(code));
    const find = (problem: Problem) => this.of(problem).find(isWanted);
    return fixAll(this.trial, problems, { isWanted, find });
  }

  private preferred(problem: Problem): Fix | undefined {
    return this.of(problem).find(({ isPreferred }) => isPreferred);
  }
}
