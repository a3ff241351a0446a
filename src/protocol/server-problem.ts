/** Why the server did not do what a reviewer, or who wants references printed, asked of it. The extension says it, in the person's language. */
export type ServerProblem =
  /** There is no such draft that is open and saved in a folder of the workspace. */
  | { readonly code: 'no-open-draft' }
  /** Not all sources are read. */
  | { readonly code: 'too-early-to-review' }
  | { readonly code: 'too-early-for-evidence' }
  /** The file of the draft's decisions is no review; `detail`: what is wrong with it, in English. */
  | { readonly code: 'broken-review'; readonly detail: string }
  /** It cannot be read; `detail`: the system's words. */
  | { readonly code: 'unreadable-review'; readonly detail: string }
  /** A decision could not be written into it; `detail`: the system's words. */
  | { readonly code: 'unwritable-review'; readonly path: string; readonly detail: string }
  /** Drafts that were to go into the evidence pack could not be read. */
  | { readonly code: 'unread-drafts'; readonly paths: readonly string[] }
  /** A list of references is put into drafts only. */
  | { readonly code: 'no-draft-for-references' }
  | { readonly code: 'too-early-for-references' }
  /** The draft cites nothing that is known. */
  | { readonly code: 'nothing-cited' }
  /** Reports are made of drafts in a folder of the workspace only. */
  | { readonly code: 'no-draft-to-export' }
  | { readonly code: 'too-early-to-export' }
  | { readonly code: 'no-citation-here' }
  | { readonly code: 'unknown-key'; readonly key: string }
  /** The style or locale that the settings name; `detail`: what is wrong with it, in English. */
  | { readonly code: 'unusable-style'; readonly detail: string };
