import type { SourceDocument } from '#corpus-index';
import type { ReadFormat } from './formats';
import type { ReadingProblemCode } from './readers/reading-problem';

/** What is asked of the thread that reads formats other than text. */
export interface FormatRequest {
  readonly id: number;
  readonly format: ReadFormat;
  /** In lower case, without its stop. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

export type FormatReply =
  | { readonly id: number; readonly document: SourceDocument }
  | { readonly id: number; readonly code: ReadingProblemCode; readonly detail: string };
