/** Text to put into a draft; nothing is ever replaced. */
export interface Edit {
  /** Where in the draft. */
  readonly offset: number;
  readonly text: string;
}

/** The draft with edits made, which are in its order. */
export function applyEdits(draft: string, edits: readonly Edit[]): string {
  let text = '';
  let from = 0;
  for (const edit of edits) {
    text += draft.slice(from, edit.offset) + edit.text;
    from = edit.offset;
  }
  return text + draft.slice(from);
}
