import type { Tokens } from './tokens';

/** Collects tokens in typed arrays that are used again for each text. */
export class TokenList {
  private length = 0;
  private readonly pieces: string[] = [];
  /** Length of `joined` so far, the space behind the last form included. */
  private position = 1;
  /** Forms that stand in `raw` as they will stand in `joined`, one space between them: not cut out yet. */
  private raw = '';
  private rawFrom = 0;
  private rawEnd = -1;

  /** Adds a token whose form is its own characters, `from` to `to` of `text`; `offset`: where that text begins. */
  addAsWritten(text: string, from: number, to: number, offset: number, flags: number): void {
    if (this.raw !== text || from !== this.rawEnd + 1 || text.charCodeAt(this.rawEnd) !== 32) {
      this.cutRaw();
      this.raw = text;
      this.rawFrom = from;
    }
    this.rawEnd = to;
    this.place(from + offset, to + offset, to - from, flags);
  }

  /** Adds a token with another form; `start` and `end` are offsets of the whole text. */
  add(form: string, start: number, end: number, flags: number): void {
    this.cutRaw();
    this.pieces.push(form);
    this.place(start, end, form.length, flags);
  }

  finish(): Tokens {
    this.cutRaw();
    const { length } = this;
    if (length === 0) return NOTHING;
    grow(length + 1);
    arrays.at[length] = this.position;
    return {
      length,
      joined: ` ${this.pieces.join(' ')} `,
      at: arrays.at.slice(0, length + 1),
      start: arrays.start.slice(0, length),
      end: arrays.end.slice(0, length),
      flags: arrays.flags.slice(0, length),
    };
  }

  private place(start: number, end: number, formLength: number, flags: number): void {
    const index = this.length++;
    if (index >= arrays.at.length) grow(index + 1);
    arrays.at[index] = this.position;
    arrays.start[index] = start;
    arrays.end[index] = end;
    arrays.flags[index] = flags;
    this.position += formLength + 1;
  }

  private cutRaw(): void {
    if (this.rawEnd >= 0) this.pieces.push(this.raw.slice(this.rawFrom, this.rawEnd));
    this.raw = '';
    this.rawEnd = -1;
  }
}

const NOTHING: Tokens = {
  length: 0,
  joined: ' ',
  at: Uint32Array.of(1),
  start: new Uint32Array(0),
  end: new Uint32Array(0),
  flags: new Uint8Array(0),
};

/** One list is made at a time, so that all can be made in the same room. */
let arrays = roomFor(1024);

function roomFor(size: number) {
  return {
    at: new Uint32Array(size),
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    flags: new Uint8Array(size),
  };
}

function grow(needed: number): void {
  if (needed <= arrays.at.length) return;
  const larger = roomFor(Math.max(needed, arrays.at.length * 2));
  larger.at.set(arrays.at);
  larger.start.set(arrays.start);
  larger.end.set(arrays.end);
  larger.flags.set(arrays.flags);
  arrays = larger;
}
