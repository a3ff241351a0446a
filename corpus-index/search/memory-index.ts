import { inOneGo, type Steps } from '../actors/steps';
import { findPassages } from './find-passages';
import { HeldSegment } from './held-segment';
import { joinSegments } from './join-segments';
import { MOST_GATHERED, MOST_JOINED_AT_ONCE, MOST_SCATTERED } from './limits';
import type { IndexedSource, PassageHit, PassageIndex } from './passage-index';
import type { Segment } from './segment';
import { SegmentBuilder } from './segment-builder';
import { Tally } from './tally';

/** A segment is joined with the one before unless that is larger by this: so each word is written again but a few times. */
const MUCH_LARGER = 1.5;

interface Place {
  readonly held: HeldSegment;
  readonly source: number;
}

/**
 * The index in memory: words to passages in typed arrays, with the scores of MiniSearch. What is put in goes into small segments
 * beside the large one, which `join` makes one of. Scores are reckoned over all segments: they are those of an index that
 * was built anew.
 */
export class MemoryIndex implements PassageIndex {
  private segments: HeldSegment[] = [];
  private readonly places = new Map<string, Place>();
  private builder = new SegmentBuilder();
  /** Sources of the builder, with their fingerprints. */
  private readonly gathered = new Map<string, string | undefined>();
  private readonly tally = new Tally();
  private readonly counts = { passages: 0, words: 0, aboutWords: 0 };
  private isJoining = false;
  /** Passages that were put in or removed since all was in one segment. */
  private scattered = 0;

  /** An index of what another one had as its only segment. */
  static of(segment: Segment): MemoryIndex {
    const index = new MemoryIndex();
    index.hold(segment);
    return index;
  }

  put(sources: readonly IndexedSource[]): Promise<void> {
    for (const source of sources) {
      if (this.has(source)) continue;
      this.drop(source.path);
      this.builder.add(source);
      this.gathered.set(source.path, source.fingerprint);
      this.scattered += source.passages.length;
      if (this.builder.postings >= MOST_GATHERED) this.seal();
    }
    return Promise.resolve();
  }

  remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.drop(path);
    return Promise.resolve();
  }

  retain(paths: readonly string[]): Promise<void> {
    const kept = new Set(paths);
    return this.remove([...this.places.keys(), ...this.gathered.keys()].filter((path) => !kept.has(path)));
  }

  search(query: string, limit: number): Promise<readonly PassageHit[]> {
    this.seal();
    return Promise.resolve(findPassages(this.segments, this.counts, query, limit, this.tally));
  }

  /** Whether so much was put in or removed since all was in one segment that `join` is worth its time. */
  get isScattered(): boolean {
    return this.scattered > this.counts.passages * MOST_SCATTERED;
  }

  /** Makes one segment of all, in steps: what is asked or put in between two of them counts. Answers that segment. */
  *join(): Steps<Segment> {
    this.seal();
    const { segments, scattered } = this;
    const parts = segments.map(({ segment, isLive }) => ({ segment, isLive: isLive.slice() }));
    this.isJoining = true;
    try {
      const joined = new HeldSegment(yield* joinSegments(parts));
      this.replace(segments, joined);
      this.scattered -= scattered;
      return joined.segment;
    } finally {
      this.isJoining = false;
    }
  }

  private has({ path, fingerprint }: IndexedSource): boolean {
    if (fingerprint === undefined) return false;
    const place = this.places.get(path);
    return (
      (place?.held.segment.sources[place.source]?.fingerprint ?? this.gathered.get(path)) === fingerprint
    );
  }

  private drop(path: string): void {
    if (this.gathered.has(path)) this.seal();
    const place = this.places.get(path);
    if (!place) return;
    this.places.delete(path);
    place.held.drop(place.source);
    this.scattered += place.held.passagesOf(place.source);
    this.count(place, -1);
  }

  /** Makes a segment of what the builder has gathered. */
  private seal(): void {
    if (this.gathered.size === 0) return;
    const segment = this.builder.finish();
    this.builder = new SegmentBuilder();
    this.gathered.clear();
    this.hold(segment);
    while (!this.isJoining && this.lastAreSmall()) this.joinLast();
  }

  private hold(segment: Segment): void {
    const held = new HeldSegment(segment);
    const last = this.segments.at(-1);
    held.base = (last?.base ?? 0) + (last?.passages ?? 0);
    this.segments = [...this.segments, held];
    segment.sources.forEach(({ path }, source) => {
      const place = { held, source };
      this.places.set(path, place);
      this.count(place, 1);
    });
  }

  private lastAreSmall(): boolean {
    const [one = Infinity, other = 0] = this.segments
      .slice(-2)
      .map(({ segment }) => segment.text.bytes.length);
    return one <= MUCH_LARGER * other && one + other <= MOST_JOINED_AT_ONCE;
  }

  private joinLast(): void {
    const parts = this.segments.slice(-2);
    this.replace(parts, new HeldSegment(inOneGo(joinSegments(parts))));
  }

  /** Puts a joined segment in the place of its parts; what was removed or replaced meanwhile stays so. */
  private replace(parts: readonly HeldSegment[], joined: HeldSegment): void {
    const old = new Set(parts);
    const first = this.segments.findIndex((held) => old.has(held));
    const others = this.segments.filter((held) => !old.has(held));
    this.segments = others.toSpliced(Math.max(first, 0), 0, joined);
    let base = 0;
    for (const held of this.segments) {
      held.base = base;
      base += held.passages;
    }
    joined.segment.sources.forEach(({ path }, source) => {
      const place = this.places.get(path);
      if (place && old.has(place.held)) this.places.set(path, { held: joined, source });
      else joined.drop(source);
    });
  }

  private count({ held: { segment }, source }: Place, sign: 1 | -1): void {
    const [head, end] = [segment.heads[source] ?? 0, segment.heads[source + 1] ?? 0];
    this.counts.passages += sign * (end - head);
    for (let passage = head; passage < end; passage++)
      this.counts.words += sign * (segment.lengths[passage] ?? 0);
    this.counts.aboutWords += sign * (segment.aboutLengths[source] ?? 0) * (end - head);
  }
}
