import { BASIS, formHash, LOWER, PRIME } from './form-hash';
import { ENDS, GOES_ON, isPlainMark, KINDS, SPACE, WORD, wordGoesOn } from './plain-token';
import { IS_OTHER, IS_SPACED, IS_WORD, type Tokens } from './tokens';

/** Collects the tokens of a text in typed arrays that are used again for each text. */
export class TokenList {
  private length = 0;
  private readonly others = new Map<number, string>();
  /** Where the last token of the stretch that is read ends. */
  private last = -1;

  /** `offset`: what is added to where tokens stand in `text`. */
  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {}

  /** White space stands in front of the first token of a stretch, whatever does. */
  beginStretch(): void {
    this.last = -1;
  }

  /**
   * Adds the tokens from `from` on, as long as a look at a few characters tells each, its form being its own characters. Answers
   * where that ends: at `limit`, or where the pattern of tokens must tell. What is read is `text`, moved by `shift` in the whole one.
   */
  // eslint-disable-next-line complexity -- the innermost loops: a call for each letter, and an object for each token, would be felt
  addPlain(text: string, from: number, limit: number, shift: number): number {
    // Variables of the function, as the bundle's own are looked up each time.
    const [kinds, lower] = [KINDS, LOWER];
    let { length, last } = this;
    let { start, end, hashes, flags } = room;
    const offset = this.offset + shift;
    last -= shift;
    let at = from;
    while (at < limit) {
      const first = text.charCodeAt(at);
      const kind = kinds[first] ?? 0;
      if (kind === SPACE) {
        at++;
        continue;
      }
      let to = at + 1;
      let hash = Math.imul(BASIS ^ (lower[first] ?? 0), PRIME);
      if (kind >= WORD) {
        let goesOn = GOES_ON;
        while (goesOn === GOES_ON) {
          for (; to < limit; to++) {
            const code = text.charCodeAt(to);
            if ((kinds[code] ?? 0) < WORD) break;
            hash = Math.imul(hash ^ (lower[code] ?? 0), PRIME);
          }
          goesOn = to < limit ? wordGoesOn(text, to, limit) : ENDS;
          if (goesOn === GOES_ON) hash = Math.imul(hash ^ text.charCodeAt(to++), PRIME);
        }
        if (goesOn !== ENDS) break;
      } else if (!isPlainMark(text, at, limit)) break;
      if (length === start.length) ({ start, end, hashes, flags } = largerRoom());
      start[length] = at + offset;
      end[length] = to + offset;
      hashes[length] = hash;
      flags[length] = (kind >= WORD ? IS_WORD : 0) | (at === last ? 0 : IS_SPACED);
      length++;
      last = at = to;
    }
    this.length = length;
    this.last = last + shift;
    return at;
  }

  /** Adds a token with a form of `form`'s characters, which stands from `from` to `to` (exclusive) in the text. */
  add(form: string, from: number, to: number, isWord: boolean): void {
    if (this.length === room.start.length) largerRoom();
    const isOther = form.length !== to - from || !this.text.startsWith(form, from);
    if (isOther) this.others.set(this.length, form);
    const index = this.length++;
    room.start[index] = from + this.offset;
    room.end[index] = to + this.offset;
    room.hashes[index] = formHash(form);
    room.flags[index] =
      (isWord ? IS_WORD : 0) | (from === this.last ? 0 : IS_SPACED) | (isOther ? IS_OTHER : 0);
    this.last = to;
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
  room = larger;
  return larger;
}
