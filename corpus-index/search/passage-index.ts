/** A passage as the index takes it in. */
export interface IndexedPassage {
  /** Paragraph number. */
  readonly n: number;
  /** The words a reader sees. */
  readonly text: string;
}

/** A source as the index takes it in. */
export interface IndexedSource {
  readonly path: string;
  /** Its title and authors, by which its passages are found too. */
  readonly about: string;
  readonly passages: readonly IndexedPassage[];
  /** Tells this content from any other. Where it is missing, the source is taken in whatever the index has. */
  readonly fingerprint?: string;
}

/** A passage found: the source's path, the paragraph's number, and a score (higher is better, of no unit). */
export interface PassageHit {
  readonly path: string;
  readonly n: number;
  readonly score: number;
}

/**
 * Finds passages by their words. All of it is asynchronous and takes many sources at once, as an engine may be a database on another
 * machine. Engines differ in size and speed. What all of them promise stands here and in one set of tests; beyond that, where more fits
 * than an engine for very many passages looks at, it is its own choice what it looks at, and scores compare within one answer only.
 */
export interface PassageIndex {
  /** Takes sources in, each in place of what its path had. One that the index has with the same fingerprint is left as it is. */
  put(sources: readonly IndexedSource[]): Promise<void>;
  remove(paths: readonly string[]): Promise<void>;
  /** Removes all sources but these. */
  retain(paths: readonly string[]): Promise<void>;
  /**
   * The passages that fit `query` best, at most `limit`: those with all its words first, then those with some; the better score
   * first, and of equal ones in the order of paths and numbers. The last word may be unfinished, and words of five letters or
   * more misspelled. Function words ("the", "of") are passed over, unless the query has no others. A query without words finds nothing.
   */
  search(query: string, limit: number): Promise<readonly PassageHit[]>;
}
