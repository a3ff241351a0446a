/** BM25+ (Y. Lv and C. Zhai, "Lower-bounding term frequency normalization", 2011) with the parameters that MiniSearch has. */
const K = 1.2;
const B = 0.7;
const D = 0.5;

/** A word of the passage itself weighs more than one of its source's title or authors. */
export const TEXT_BOOST = 2;

/** How many words all passages have, for what a score is measured by. */
export interface WordCounts {
  /** Passages that count. */
  readonly passages: number;
  /** Their different words, each passage's own, in sum. */
  readonly words: number;
  /** The different words of their sources' titles and authors, in sum. */
  readonly aboutWords: number;
}

export const rarity = (all: number, matching: number): number =>
  Math.log(1 + (all - matching + 0.5) / (matching + 0.5));

/** `length`: how many times as long as the mean the passage is. */
export const saturated = (frequency: number, length: number): number =>
  D + (frequency * (K + 1)) / (frequency + K * (1 - B + B * length));
