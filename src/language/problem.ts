import type { Span } from '#corpus-index';

/** One code = one file in checks/ + one test + one heading in docs/diagnostics.md. */
export type ProblemCode =
  | 'unknown-source'
  | 'unknown-locator'
  | 'altered-quotation'
  | 'missing-quotation'
  | 'misplaced-quotation'
  | 'ambiguous-quotation'
  | 'unchecked-quotation'
  | 'unread-quotation'
  | 'unread-locator'
  | 'unchecked-locator'
  | 'editorial-risk'
  | 'moved-quotation'
  | 'changed-source'
  | 'lost-quotation'
  | 'uncited-quotation'
  | 'undecided-citation'
  | 'stale-review'
  | 'rejected-citation'
  | 'queried-citation'
  | 'spelling';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something a writer or reviewer should know about a stretch of a draft. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What happened and what to do, in plain sentences. */
  readonly message: string;
  readonly span: Span;
  /** The place in a source that the message speaks of. */
  readonly place?: { readonly source: string } & Span;
}
