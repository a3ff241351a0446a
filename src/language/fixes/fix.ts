import type { Judgement, Span } from '#corpus-index';
import type { JudgedCitation, JudgedDraft, JudgedQuotation } from '../judge-draft';
import type { Problem } from '../problem';

/** Text in the place of a stretch of the draft; where the stretch is empty, text put in. */
export interface Replacement extends Span {
  readonly text: string;
}

/**
 * One way out of a problem. The draft that it leads to has been judged: the quotation is accepted there, or the citation
 * resolved, and nothing else has become worse.
 */
export interface Fix {
  readonly problem: Problem;
  readonly title: string;
  /** In the order of the draft, not overlapping. */
  readonly edits: readonly Replacement[];
  /** The one of a problem's fixes that may be taken without a choice; at most one has it. */
  readonly isPreferred: boolean;
  /** Nothing changes but a locator, and the quoted words prove the new one: fit to be done without asking. */
  readonly isSafe: boolean;
}

/** What a fixer proposes: not judged yet. */
export interface Proposal {
  readonly title: string;
  /** Ways to do it, the best first, each made only when the one before did not mend the draft. */
  readonly attempts: Iterable<readonly Replacement[]>;
  readonly isPreferred?: boolean;
  readonly isSafe?: boolean;
  /** What the title adds about the judgement that the edits lead to; undefined: not to be offered with that judgement. */
  readonly remark?: (judgement: Judgement) => string | undefined;
}

/** Proposes fixes in the order in which they are shown; is told of each whether it was offered. */
export type Proposals = Generator<Proposal, void, boolean>;

/** Fixes for problems of one code, which belong to a quotation or to a citation. */
export type QuotationFixer = (judged: JudgedDraft, at: JudgedQuotation) => Proposals;
export type CitationFixer = (judged: JudgedDraft, at: JudgedCitation) => Proposals;
/** For problems of a name in the writer's own words. */
export type NameFixer = (judged: JudgedDraft, problem: Problem) => Proposals;
