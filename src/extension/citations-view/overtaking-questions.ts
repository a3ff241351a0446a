/** What has to be asked for: some drafts, by their URIs, or all. */
export type Due = ReadonlySet<string> | 'all';

/** Questions that overtake each other: only the newest is answered, and it also asks for what those did that it overtook. */
export class OvertakingQuestions {
  #asked = 0;
  #due: Due = new Set();

  /** Undefined where a newer question overtook this one. */
  async ask<Answer>(
    draft: string | undefined,
    ask: (due: Due) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const asked = ++this.#asked;
    this.#due = draft === undefined || this.#due === 'all' ? 'all' : new Set([...this.#due, draft]);
    const answer = await ask(this.#due);
    if (asked !== this.#asked) return undefined;
    this.#due = new Set();
    return answer;
  }
}
