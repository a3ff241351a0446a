import type { Steps } from '../actors/steps';
import { PostingCursor, PostingWriter, type Postings } from './postings';
import type { Segment, SegmentSource } from './segment';
import { TermPacker } from './term-list';

/** So many terms are joined in one step: a millisecond or so, the commonest of them aside. */
const TERMS_OF_ONE_STEP = 512;

/** A segment, and which of its sources (1) still count. */
export interface SegmentPart {
  readonly segment: Segment;
  readonly isLive: Uint8Array;
}

/** One segment of what still counts in several, as if it had been built of that alone. */
export function* joinSegments(parts: readonly SegmentPart[]): Steps<Segment> {
  const tables = tablesOf(parts);
  const packer = new TermPacker();
  const [text, about] = [new PostingWriter(), new PostingWriter()];
  const cursor = new PostingCursor();
  const ordinals = parts.map(() => 0);
  for (let count = 1; ; count++) {
    const first = firstOf(parts, ordinals);
    const holder = parts[first];
    if (!holder) break;
    const { terms } = holder.segment;
    const ordinal = ordinals[first] ?? 0;
    parts.forEach(({ segment }, at) => {
      const other = ordinals[at] ?? 0;
      if (other >= segment.terms.size) return;
      if (at !== first && terms.compare(ordinal, segment.terms, other) !== 0) return;
      copy(cursor, segment.text, other, tables.newPassages[at], text);
      copy(cursor, segment.about, other, tables.newSources[at], about);
      ordinals[at] = other + 1;
    });
    if (text.open + about.open > 0) {
      packer.add(terms.units.subarray(terms.starts[ordinal], terms.starts[ordinal + 1]));
      text.endTerm();
      about.endTerm();
    }
    if (count % TERMS_OF_ONE_STEP === 0) yield;
  }
  return { ...tables.joined, terms: packer.finish(), text: text.finish(), about: about.finish() };
}

/** The part whose next term is the first of all; -1 where none is left. */
function firstOf(parts: readonly SegmentPart[], ordinals: readonly number[]): number {
  let first = -1;
  parts.forEach(({ segment: { terms } }, at) => {
    const ordinal = ordinals[at] ?? 0;
    if (ordinal >= terms.size) return;
    const best = parts[first]?.segment.terms;
    if (!best || terms.compare(ordinal, best, ordinals[first] ?? 0) < 0) first = at;
  });
  return first;
}

const GONE = 0xffffffff;

function copy(
  cursor: PostingCursor,
  from: Postings,
  term: number,
  numbering: Uint32Array | undefined,
  to: PostingWriter,
): void {
  cursor.open(from, term);
  while (cursor.next()) {
    const place = numbering?.[cursor.place] ?? GONE;
    if (place !== GONE) to.add(place, cursor.frequency);
  }
}

interface JoinedTables {
  /** Of each part: which number its passages and sources have now; `GONE` for those that no longer count. */
  readonly newPassages: readonly Uint32Array[];
  readonly newSources: readonly Uint32Array[];
  readonly joined: Pick<Segment, 'sources' | 'heads' | 'numbers' | 'lengths' | 'aboutLengths'>;
}

function tablesOf(parts: readonly SegmentPart[]): JoinedTables {
  const newPassages = parts.map(({ segment }) => new Uint32Array(segment.numbers.length).fill(GONE));
  const newSources = parts.map(({ segment }) => new Uint32Array(segment.sources.length).fill(GONE));
  const sources: SegmentSource[] = [];
  const heads = [0];
  const aboutLengths: number[] = [];
  const all = parts.reduce((sum, { segment }) => sum + segment.numbers.length, 0);
  const [numbers, lengths] = [new Uint32Array(all), new Uint32Array(all)];
  let size = 0;
  parts.forEach(({ segment, isLive }, part) => {
    segment.sources.forEach((source, at) => {
      if (isLive[at] !== 1) return;
      const [head, end] = [segment.heads[at] ?? 0, segment.heads[at + 1] ?? 0];
      numbers.set(segment.numbers.subarray(head, end), size);
      lengths.set(segment.lengths.subarray(head, end), size);
      for (let passage = head; passage < end; passage++) (newPassages[part] as Uint32Array)[passage] = size++;
      (newSources[part] as Uint32Array)[at] = sources.length;
      sources.push(source);
      heads.push(size);
      aboutLengths.push(segment.aboutLengths[at] ?? 0);
    });
  });
  return {
    newPassages,
    newSources,
    joined: {
      sources,
      heads: Uint32Array.from(heads),
      numbers: numbers.slice(0, size),
      lengths: lengths.slice(0, size),
      aboutLengths: Uint32Array.from(aboutLengths),
    },
  };
}
