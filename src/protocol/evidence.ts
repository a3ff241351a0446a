export interface EvidencePackParams {
  /** URI of the folder. */
  readonly folder: string;
  /** URI of the only draft that goes in; else all of the folder do. */
  readonly draft?: string;
}

/** `Problem`: as the server answers, a `ServerProblem`; as a person reads it, a sentence. */
export interface EvidencePackResult<Problem = string> {
  /** The page, whole. */
  readonly html?: string;
  /** What a person should know where none was made. */
  readonly problem?: Problem;
}

export const evidenceMethods = {
  /** Every citation beside its passage, with the review, as one page. */
  evidencePack: 'sourcewright/evidencePack',
} as const;
