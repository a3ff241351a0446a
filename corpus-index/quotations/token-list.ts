import { BASIS, formHash, LOWER, PRIME } from './form-hash';
import { ENDS, GOES_ON, isPlainMark, KINDS, SPACE, WORD, wordGoesOn } from './plain-token';
import { IS_OTHER, IS_SPACED, IS_WORD, type Tokens } from './tokens';

/** Collects the tokens of a text in typed arrays that many lists share. */
export class TokenList {
  /** Where the next token is put in the room; the list's own begin at `room.used`. */
  private next = room.used;
  private others: Map<number, string> | undefined;
  /** Where the last token of the stretch that is read ends. */
  private last = -1;

  /** `offset`: what is added to where tokens stand in `text`. One list is made at a time. */
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
    let { next, last } = this;
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
          let code = 0;
          for (; to < limit; to++) {
            code = text.charCodeAt(to);
            if ((kinds[code] ?? 0) < WORD) break;
            hash = Math.imul(hash ^ (lower[code] ?? 0), PRIME);
          }
          goesOn = to < limit && kinds[code] !== SPACE ? wordGoesOn(text, to, limit) : ENDS;
          if (goesOn === GOES_ON) hash = Math.imul(hash ^ text.charCodeAt(to++), PRIME);
        }
        if (goesOn !== ENDS) break;
      } else if (!isPlainMark(text, at, limit)) break;
      if (next === start.length) {
        next = makeRoom(next);
        ({ start, end, hashes, flags } = room);
      }
      start[next] = at + offset;
      end[next] = to + offset;
      hashes[next] = hash;
      flags[next] = (kind >= WORD ? IS_WORD : 0) | (at === last ? 0 : IS_SPACED);
      next++;
      last = at = to;
    }
    this.next = next;
    this.last = last + shift;
    return at;
  }

  /** Adds a token with a form of `form`'s characters, which stands from `from` to `to` (exclusive) in the text. */
  add(form: string, from: number, to: number, isWord: boolean): void {
    if (this.next === room.size) this.next = makeRoom(this.next);
    const isOther = form.length !== to - from || !this.text.startsWith(form, from);
    if (isOther) (this.others ??= new Map<number, string>()).set(this.next - room.used, form);
    const index = this.next++;
    room.start[index] = from + this.offset;
    room.end[index] = to + this.offset;
    room.hashes[index] = formHash(form);
    room.flags[index] =
      (isWord ? IS_WORD : 0) | (from === this.last ? 0 : IS_SPACED) | (isOther ? IS_OTHER : 0);
    this.last = to;
  }

  /** Adds the tokens of a stretch that were read before. */
  append({ length, start, end, hashes, flags, others }: Tokens): void {
    if (room.size < this.next + length) this.next = makeRoom(this.next, length);
    room.start.set(start, this.next);
    room.end.set(end, this.next);
    room.hashes.set(hashes, this.next);
    room.flags.set(flags, this.next);
    for (const [index, form] of others)
      (this.others ??= new Map<number, string>()).set(this.next - room.used + index, form);
    this.next += length;
  }

  finish(): Tokens {
    const { text, offset, others = NO_OTHERS } = this;
    const length = this.next - room.used;
    const { start, end, hashes, flags } = leaveRoom(this.next);
    return { length, start, end, hashes, flags, text, offset, others };
  }
}

const NO_OTHERS: ReadonlyMap<number, string> = new Map();

/**
 * Most lists are short, and to get memory for one takes longer than to fill it: so many tokens share one piece of it. It is kept
 * as long as any of them is, and therefore is not large.
 */
const SHARED = 2048;

let room = roomFor(SHARED);

/** Up to `used` finished lists stand. */
function roomFor(size: number) {
  const memory = new ArrayBuffer(size * 13);
  return { memory, size, used: 0, ...viewOf(memory, size, 0, size) };
}

/** The places `from` to `to` of a room; `subarray` takes twice as long. */
function viewOf(memory: ArrayBuffer, size: number, from: number, to: number) {
  return {
    start: new Uint32Array(memory, from * 4, to - from),
    end: new Uint32Array(memory, (size + from) * 4, to - from),
    hashes: new Uint32Array(memory, (size * 2 + from) * 4, to - from),
    flags: new Uint8Array(memory, size * 12 + from, to - from),
  };
}

type Room = ReturnType<typeof roomFor>;

/** Moves the list that ends at `next` to a new room, with place for so many `more`, and answers where it ends there. */
function makeRoom(next: number, more = 1): number {
  const length = next - room.used;
  const larger = roomFor(Math.max(SHARED, (length + more) * 2));
  copyTokens(room, room.used, next, larger);
  room = larger;
  return length;
}

/** The tokens of the list that ends at `next`: where they stand, or, of a long list, a copy of its own. */
function leaveRoom(next: number): Pick<Room, 'start' | 'end' | 'hashes' | 'flags'> {
  const { memory, size, used } = room;
  if (size === SHARED) {
    room.used = next;
    return viewOf(memory, size, used, next);
  }
  const own = roomFor(next - used);
  copyTokens(room, used, next, own);
  room = roomFor(SHARED);
  return own;
}

function copyTokens(source: Room, from: number, to: number, target: Room): void {
  const own = viewOf(source.memory, source.size, from, to);
  target.start.set(own.start);
  target.end.set(own.end);
  target.hashes.set(own.hashes);
  target.flags.set(own.flags);
}
