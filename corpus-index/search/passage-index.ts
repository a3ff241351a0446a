/** A passage as the index takes it in. */
export interface IndexedPassage {
  /** Paragraph number. */
  readonly n: number;
  /** The words a reader sees. */
  readonly text: string;
}

/** A passage found: the source's path, the paragraph's number, and a score (higher is better, of no unit). */
export interface PassageHit {
  readonly path: string;
  readonly n: number;
  readonly score: number;
}

/** Finds passages by their words. Engines differ in size and speed, not in what they answer. */
export interface PassageIndex {
  /** Takes a source's passages in, in place of those it had. `about`: its title and authors, by which they are found too. */
  put(path: string, passages: readonly IndexedPassage[], about: string): Promise<void>;
  remove(path: string): Promise<void>;
  /**
   * The passages that fit `query` best, at most `limit`: those with all its words first, then those with some. The last word
   * may be unfinished. A query without words finds nothing.
   */
  search(query: string, limit: number): Promise<readonly PassageHit[]>;
}
