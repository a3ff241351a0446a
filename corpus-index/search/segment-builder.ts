import { WordCursor } from '../text/word-cursor';
import type { IndexedSource } from './passage-index';
import { PostingWriter, type Postings } from './postings';
import type { Segment, SegmentSource } from './segment';
import { TermPacker, textOf } from './term-list';
import { TermTable } from './term-table';

/** Gathers sources word by word, and puts what it has gathered in the order of the terms at the end. */
export class SegmentBuilder {
  private readonly table = new TermTable();
  private readonly cursor = new WordCursor('');
  private readonly text = new GatheredPostings();
  private readonly about = new GatheredPostings();
  private readonly sources: SegmentSource[] = [];
  private readonly heads: number[] = [0];
  private readonly numbers: number[] = [];

  /** How many postings are gathered. */
  get postings(): number {
    return this.text.size;
  }

  add({ path, about, passages, fingerprint }: IndexedSource): void {
    for (const { n, text } of passages) {
      this.read(text, this.text);
      this.numbers.push(n);
    }
    this.read(about, this.about);
    this.heads.push(this.numbers.length);
    this.sources.push(fingerprint === undefined ? { path } : { path, fingerprint });
  }

  finish(): Segment {
    const { table } = this;
    const names = Array.from({ length: table.size }, (_, id) => textOf(table.unitsOf(id)));
    const order = Uint32Array.from(names.keys());
    // By code units, as the list of terms is searched.
    order.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
    const packer = new TermPacker();
    for (const id of order) packer.add(table.unitsOf(id));
    return {
      terms: packer.finish(),
      text: this.text.finish(order),
      about: this.about.finish(order),
      sources: this.sources,
      heads: Uint32Array.from(this.heads),
      numbers: Uint32Array.from(this.numbers),
      lengths: this.text.lengths,
      aboutLengths: this.about.lengths,
    };
  }

  private read(text: string, into: GatheredPostings): void {
    const { cursor, table } = this;
    cursor.read(text);
    while (cursor.next()) into.add(table.idOf(cursor));
    cursor.read('');
    into.endPlace();
  }
}

const MOST_FREQUENT = 0xffff;

/** Entries of a chunk, as a power of two. */
const CHUNK_BITS = 16;
const CHUNK_MASK = 2 ** CHUNK_BITS - 1;

interface Chunk {
  readonly terms: Uint32Array;
  readonly frequencies: Uint16Array;
}

/** The different terms of one place after the other, each with its frequency. In chunks: arrays that grow are copied again and again. */
class GatheredPostings {
  private readonly chunks: Chunk[] = [];
  private length = 0;
  /** Where the terms of the open place begin. */
  private head = 0;
  /** Where the terms of each place begin; one more for the end. */
  private readonly heads: number[] = [0];
  /** Of each term where it was last put down, one more than its index, so that 0 is nowhere. */
  private last = new Uint32Array(1024);

  get size(): number {
    return this.length;
  }

  /** How many different terms each place has. */
  get lengths(): Uint32Array {
    const lengths = new Uint32Array(this.heads.length - 1);
    for (let place = 0; place < lengths.length; place++)
      lengths[place] = (this.heads[place + 1] ?? 0) - (this.heads[place] ?? 0);
    return lengths;
  }

  /** One more word of the open place. */
  add(term: number): void {
    if (term >= this.last.length) this.growLast(term);
    const known = (this.last[term] ?? 0) - 1;
    if (known >= this.head) this.addAgain(known);
    else {
      const at = this.length & CHUNK_MASK;
      const chunk = at === 0 ? this.newChunk() : this.chunks[this.length >> CHUNK_BITS];
      if (chunk) {
        chunk.terms[at] = term;
        chunk.frequencies[at] = 1;
      }
      this.last[term] = ++this.length;
    }
  }

  endPlace(): void {
    this.head = this.length;
    this.heads.push(this.length);
  }

  /** The postings of each term, the terms in this order. */
  finish(order: Uint32Array): Postings {
    const heads = this.headsOfTerms(order.length);
    const { terms: places, frequencies } = this.byTerm(heads);
    const writer = new PostingWriter();
    for (const term of order) {
      const end = heads[term + 1] ?? 0;
      for (let at = heads[term] ?? 0; at < end; at++) writer.add(places[at] ?? 0, frequencies[at] ?? 0);
      writer.endTerm();
    }
    return writer.finish();
  }

  private addAgain(known: number): void {
    const { frequencies } = this.chunks[known >> CHUNK_BITS] ?? {};
    const at = known & CHUNK_MASK;
    if (frequencies) frequencies[at] = Math.min((frequencies[at] ?? 0) + 1, MOST_FREQUENT);
  }

  private headsOfTerms(count: number): Uint32Array {
    const heads = new Uint32Array(count + 1);
    for (let at = 0; at < this.length; at++) {
      const next = (this.chunks[at >> CHUNK_BITS]?.terms[at & CHUNK_MASK] ?? 0) + 1;
      heads[next] = (heads[next] ?? 0) + 1;
    }
    for (let term = 1; term <= count; term++) heads[term] = (heads[term] ?? 0) + (heads[term - 1] ?? 0);
    return heads;
  }

  /** The same entries by their terms: places instead of terms. */
  private byTerm(heads: Uint32Array): Chunk {
    const [places, frequencies] = [new Uint32Array(this.length), new Uint16Array(this.length)];
    const next = heads.slice();
    for (let place = 0; place + 1 < this.heads.length; place++) {
      const end = this.heads[place + 1] ?? 0;
      for (let at = this.heads[place] ?? 0; at < end; at++) {
        const chunk = this.chunks[at >> CHUNK_BITS];
        const term = chunk?.terms[at & CHUNK_MASK] ?? 0;
        const to = next[term] ?? 0;
        places[to] = place;
        frequencies[to] = chunk?.frequencies[at & CHUNK_MASK] ?? 0;
        next[term] = to + 1;
      }
    }
    return { terms: places, frequencies };
  }

  private newChunk(): Chunk {
    const size = 2 ** CHUNK_BITS;
    const chunk = { terms: new Uint32Array(size), frequencies: new Uint16Array(size) };
    this.chunks.push(chunk);
    return chunk;
  }

  private growLast(term: number): void {
    const last = new Uint32Array(2 * term);
    last.set(this.last);
    this.last = last;
  }
}
