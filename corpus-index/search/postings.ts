/** Which places have each term, and how often. A place is a passage's number in its segment, or a source's. */
export interface Postings {
  /** How many places have each term. */
  readonly counts: Uint32Array;
  /** Where each term's places begin in `bytes`; one more for the end. */
  readonly starts: Uint32Array;
  /**
   * Of each place the distance from the one before, doubled, one more where the term stands there more than once; and then how
   * often. Numbers of seven bits a byte, the highest bit set where the number goes on.
   */
  readonly bytes: Uint8Array;
}

/** Writes the postings of one term after the other. */
export class PostingWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private readonly counts: number[] = [];
  private readonly starts: number[] = [0];
  private last = -1;
  private count = 0;

  /** Places in ascending order. */
  add(place: number, frequency: number): void {
    if (this.length + 10 > this.bytes.length) this.grow();
    const distance = (place - this.last) * 2;
    this.last = place;
    this.count++;
    if (frequency === 1) this.write(distance);
    else {
      this.write(distance + 1);
      this.write(frequency);
    }
  }

  /** How many places the open term has. */
  get open(): number {
    return this.count;
  }

  endTerm(): void {
    this.counts.push(this.count);
    this.starts.push(this.length);
    this.last = -1;
    this.count = 0;
  }

  finish(): Postings {
    return {
      counts: Uint32Array.from(this.counts),
      starts: Uint32Array.from(this.starts),
      bytes: this.bytes.slice(0, this.length),
    };
  }

  private write(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.bytes[this.length++] = (rest & 127) | 128;
    this.bytes[this.length++] = rest;
  }

  private grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}

/** Walks over the places of a term. After `next()` has returned true, `place` has it `frequency` times. */
export class PostingCursor {
  place = -1;
  frequency = 0;

  private bytes: Uint8Array = new Uint8Array();
  private at = 0;
  private end = 0;

  open({ starts, bytes }: Postings, term: number): void {
    this.bytes = bytes;
    this.at = starts[term] ?? 0;
    this.end = starts[term + 1] ?? 0;
    this.place = -1;
  }

  next(): boolean {
    if (this.at >= this.end) return false;
    const value = this.read();
    this.place += value >>> 1;
    this.frequency = (value & 1) === 0 ? 1 : this.read();
    return true;
  }

  private read(): number {
    let byte = this.bytes[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127 && shift < 32; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}
