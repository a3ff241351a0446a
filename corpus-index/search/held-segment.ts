import { PostingCursor, type Postings } from './postings';
import type { Segment } from './segment';

/** A segment in use: which of its sources still count. */
export class HeldSegment {
  /** 1 for each source that counts. */
  readonly isLive: Uint8Array;
  /** The number of its first passage among those of all segments. */
  base = 0;
  /** 1 for each passage that counts; undefined while all do. */
  livePassages: Uint8Array | undefined;
  private readonly cursor = new PostingCursor();

  constructor(readonly segment: Segment) {
    this.isLive = new Uint8Array(segment.sources.length).fill(1);
  }

  get passages(): number {
    return this.segment.numbers.length;
  }

  drop(source: number): void {
    const { heads } = this.segment;
    this.isLive[source] = 0;
    this.livePassages ??= new Uint8Array(this.passages).fill(1);
    this.livePassages.fill(0, heads[source], heads[source + 1]);
  }

  /** How many passages that count have the term in their own words. */
  countInText(term: number): number {
    return this.livePassages
      ? this.sum(this.segment.text, term, (place) => this.livePassages?.[place] ?? 0)
      : (this.segment.text.counts[term] ?? 0);
  }

  /** How many passages that count have the term in their source's title or authors. */
  countInAbout(term: number): number {
    if (this.segment.about.counts[term] === 0) return 0;
    return this.sum(this.segment.about, term, (source) =>
      this.isLive[source] === 1 ? this.passagesOf(source) : 0,
    );
  }

  passagesOf(source: number): number {
    const { heads } = this.segment;
    return (heads[source + 1] ?? 0) - (heads[source] ?? 0);
  }

  /** The source that a passage belongs to. */
  sourceOf(passage: number): number {
    const { heads } = this.segment;
    let [low, high] = [0, heads.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((heads[middle] ?? 0) <= passage) low = middle;
      else high = middle;
    }
    return low;
  }

  private sum(postings: Postings, term: number, valueOf: (place: number) => number): number {
    let total = 0;
    this.cursor.open(postings, term);
    while (this.cursor.next()) total += valueOf(this.cursor.place);
    return total;
  }
}
