import type { LineColumn, Verdict } from '#corpus-index';
import type { JudgedDraft } from '../../language/judge-draft';
import type { Severity } from '../../language/problem';
import type { citationJson } from '../drafts';
import type { judgementJson } from '../judgement-json';

/** A stretch of a text as people count it; the end is behind the last character. */
export interface Region extends LineColumn {
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a source that a finding speaks of. */
export interface FindingPlace extends Region {
  /** Relative to the root, `/` between folders. */
  readonly path: string;
  /** `para. 4 of Verne 2014`. */
  readonly name: string;
  /** The source's words there. */
  readonly text: string;
}

/** What a finding is about in its draft: the index in the draft's citations or quotations. */
export interface Subject {
  readonly kind: 'citation' | 'quotation';
  readonly index: number;
}

/** One problem of a draft or of the folder's own files, as every report tells it. */
export interface Finding extends Region {
  /** Relative to the root, `/` between folders. */
  readonly path: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The words of the draft that it is about, on one line; empty for a file as a whole. */
  readonly words: string;
  /** The same in every run for the same mistake, wherever in the draft it stands. */
  readonly fingerprint: string;
  /** A baseline names it: it is known and does not fail the run. */
  readonly inBaseline: boolean;
  readonly subject?: Subject;
  readonly place?: FindingPlace;
}

export type CitationReport = ReturnType<typeof citationJson>;

export type QuotationReport = { readonly text: string } & Region & ReturnType<typeof judgementJson>;

export interface ReviewCounts {
  readonly accepted: number;
  readonly queried: number;
  readonly rejected: number;
  /** Decided on, but something has changed since. */
  readonly stale: number;
  readonly undecided: number;
  /** Decisions on citations that are in the draft no more. */
  readonly dropped: number;
}

export interface DraftReport {
  readonly path: string;
  readonly citations: readonly CitationReport[];
  /** One for each of `judged.quotations`. */
  readonly quotations: readonly QuotationReport[];
  readonly findings: readonly Finding[];
  /** How many citations reviewers decided on and how; absent where there is no review. */
  readonly review?: ReviewCounts;
  readonly judged: JudgedDraft;
}

export interface Summary {
  readonly drafts: number;
  readonly citations: number;
  readonly resolved: number;
  readonly quotations: number;
  readonly accepted: number;
  readonly unchecked: number;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
  readonly errors: number;
  readonly warnings: number;
}

/** What a baseline said of a run. */
export interface BaselineReport {
  /** Findings that it names. */
  readonly known: number;
  /** What it names and the run did not find. */
  readonly gone: readonly { readonly path: string; readonly code: string; readonly words: string }[];
}

/** Everything that `check` found: what each format is made of. */
export interface CheckReport {
  /** Of the program. */
  readonly version: string;
  readonly drafts: readonly DraftReport[];
  /** Of the folder's own files. */
  readonly problems: readonly Finding[];
  readonly summary: Summary;
  readonly baseline?: BaselineReport;
}

export const findingsOf = (report: CheckReport): readonly Finding[] => [
  ...report.drafts.flatMap((draft) => draft.findings),
  ...report.problems,
];

/** `1 draft`, `2 drafts`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
