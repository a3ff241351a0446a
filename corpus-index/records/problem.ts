import type { Span } from '../text/span';

/** Something wrong in a records file: found while reading, never thrown. The rest of the file still counts. */
export interface RecordProblem {
  /** Stable code, one heading each in docs/diagnostics.md. */
  readonly code:
    'yaml-syntax' | 'record-shape' | 'duplicate-id' | 'weak-name' | 'shared-alias' | 'membership-cycle';
  readonly severity: 'error' | 'warning' | 'information';
  /** What happened and what to do, in one or two plain sentences. */
  readonly message: string;
  /** Where in the YAML text. */
  readonly span: Span;
}
