import { formHash } from './form-hash';
import { IS_OTHER, type Tokens } from './tokens';

/** Collects the tokens of a text in typed arrays that are used again for each text. */
export class TokenList {
  private length = 0;
  private readonly others = new Map<number, string>();

  /** `offset`: what is added to where tokens stand in `text`. */
  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {}

  /** Adds a token whose form is its own characters, `from` to `to` of the text. */
  addAsWritten(from: number, to: number, flags: number): void {
    this.place(from, to, formHash(this.text, from, to), flags);
  }

  /** Adds a token with a form of `form`'s characters. */
  add(form: string, from: number, to: number, flags: number): void {
    if (form.length === to - from && this.text.startsWith(form, from)) {
      this.addAsWritten(from, to, flags);
      return;
    }
    this.others.set(this.length, form);
    this.place(from, to, formHash(form), flags | IS_OTHER);
  }

  finish(): Tokens {
    const { length, text, offset, others } = this;
    const { start, end, hashes, flags } = room;
    const own = roomFor(length);
    for (let index = 0; index < length; index++) {
      own.start[index] = start[index] ?? 0;
      own.end[index] = end[index] ?? 0;
      own.hashes[index] = hashes[index] ?? 0;
      own.flags[index] = flags[index] ?? 0;
    }
    return { length, ...own, text, offset, others };
  }

  private place(from: number, to: number, hash: number, flags: number): void {
    const index = this.length++;
    if (index >= room.start.length) room = largerRoom();
    room.start[index] = from + this.offset;
    room.end[index] = to + this.offset;
    room.hashes[index] = hash;
    room.flags[index] = flags;
  }
}

/** One list is made at a time, so that all can be made in the same room. */
let room = roomFor(1024);

/** In one piece of memory: most lists are short, and to get each piece takes as long as to fill it. */
function roomFor(size: number) {
  const memory = new ArrayBuffer(size * 13);
  return {
    start: new Uint32Array(memory, 0, size),
    end: new Uint32Array(memory, size * 4, size),
    hashes: new Uint32Array(memory, size * 8, size),
    flags: new Uint8Array(memory, size * 12, size),
  };
}

function largerRoom(): typeof room {
  const larger = roomFor(room.start.length * 2);
  larger.start.set(room.start);
  larger.end.set(room.end);
  larger.hashes.set(room.hashes);
  larger.flags.set(room.flags);
  return larger;
}
