/** Why the server did not do what a reviewer asked of it. The extension says it, in the person's language. */
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
  | { readonly code: 'unread-drafts'; readonly paths: readonly string[] };
