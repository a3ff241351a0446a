import type { MappedText, SourceText } from '#corpus-index';
import { unpackReading, unpackText, type PackedReading, type PackedText } from './packed-text';

/** So many characters of sources are at hand as strings; what was asked for longest ago is packed again first. */
const MOST_CHARACTERS = 5_000_000;

/**
 * A source whose text is kept packed and unpacked when somebody asks for it. What was made of its text may be kept for as long as
 * `reading` is the same object.
 */
export function heldSource(
  source: Omit<SourceText, 'text' | 'reading'>,
  text: PackedText,
  reading: PackedReading | undefined,
): SourceText {
  return Object.assign(new HeldSource(new HeldText(text, reading)), source);
}

class HeldSource {
  readonly reading: MappedText;

  constructor(private readonly held: HeldText) {
    this.reading = held.isMapped ? new HeldMapping(held) : new HeldReading(held);
  }

  get text(): string {
    return this.held.unpacked.text;
  }
}

class HeldReading {
  constructor(protected readonly held: HeldText) {}

  get text(): string {
    return this.held.unpacked.reading.text;
  }
}

class HeldMapping extends HeldReading {
  get starts(): Uint32Array {
    return this.held.unpacked.reading.starts ?? NO_NUMBERS;
  }

  get ends(): Uint32Array {
    return this.held.unpacked.reading.ends ?? NO_NUMBERS;
  }
}

const NO_NUMBERS = new Uint32Array(0);

interface Unpacked {
  readonly text: string;
  readonly reading: MappedText;
}

class HeldText {
  /** Asked for since its turn to go came last. */
  isWanted = false;
  private strings: Unpacked | undefined;

  constructor(
    private readonly text: PackedText,
    private readonly packedReading: PackedReading | undefined,
  ) {}

  get isMapped(): boolean {
    return this.packedReading !== undefined;
  }

  get unpacked(): Unpacked {
    this.isWanted = true;
    if (this.strings) return this.strings;
    const text = unpackText(this.text);
    const strings = { text, reading: unpackReading(text, this.packedReading) };
    this.strings = strings;
    makeRoomFor(this);
    return strings;
  }

  /** A mapped letter is one of a second string too, and two numbers. Of what is very large, four may be at hand. */
  get weight(): number {
    return Math.min(this.text.bytes.length * (this.isMapped ? 6 : 1), MOST_CHARACTERS / 4);
  }

  pack(): void {
    this.strings = undefined;
  }
}

/** What is unpacked, in the order in which it came or was asked for when its turn to go came. */
const atHand = new Set<HeldText>();
let weight = 0;

function makeRoomFor(held: HeldText): void {
  atHand.add(held);
  weight += held.weight;
  for (const first of atHand) {
    if (weight <= MOST_CHARACTERS) return;
    atHand.delete(first);
    if (first.isWanted) {
      first.isWanted = false;
      atHand.add(first);
    } else {
      first.pack();
      weight -= first.weight;
    }
  }
}
