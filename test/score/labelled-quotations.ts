import type { Source } from '#corpus-index';

/** A quotation made from a source, and what is known of it. */
export interface LabelledQuotation {
  readonly id: string;
  readonly kind: QuotationKind;
  readonly quote: string;
  readonly source: string;
  /** Paragraph it was taken from; absent for what is from nowhere. */
  readonly n?: number;
  readonly isTrue: boolean;
}

export type QuotationKind =
  | 'exact'
  | 'typography'
  | 'ellipsis'
  | 'brackets'
  | 'nested marks'
  | 'across paragraphs'
  | 'word changed'
  | 'negation changed'
  | 'number changed'
  | 'name changed'
  | 'words dropped'
  | 'words added'
  | 'spliced'
  | 'reordered'
  | 'another source'
  | 'invented';

/** Words of a stretch of a source with their offsets. */
interface Slice {
  readonly source: Source;
  readonly n: number;
  readonly words: readonly string[];
}

/** Quotations of every kind, `each` of each, made from the sources by chance. */
export class QuotationMaker {
  constructor(
    private readonly sources: readonly Source[],
    private readonly random: () => number,
  ) {}

  make(each: number): LabelledQuotation[] {
    return Object.entries(this.makers).flatMap(([kind, maker]) => {
      const made: LabelledQuotation[] = [];
      for (let tries = 0; made.length < each && tries < each * 60; tries++) {
        const one = maker();
        if (one) made.push({ ...one, id: `${kind} ${made.length + 1}`, kind: kind as QuotationKind });
      }
      return made;
    });
  }

  private readonly makers: Record<QuotationKind, () => Omit<LabelledQuotation, 'id' | 'kind'> | undefined> = {
    exact: () => this.whole(this.slice(), (words) => words.join(' '), true),
    typography: () =>
      this.whole(
        this.slice(),
        (words) => restyle(words.join(' '), this.random),
        true,
        (before, after) => before !== after,
      ),
    ellipsis: () => this.whole(this.slice(14, 40), (words) => this.leaveOut(words), true),
    brackets: () => this.whole(this.slice(), (words) => this.bracket(words), true),
    'nested marks': () =>
      this.whole(
        this.slice(10, 40),
        (words) => nest(words.join(' ')),
        true,
        (before) => /[“"].+[”"]/.test(before),
      ),
    'across paragraphs': () => this.acrossParagraphs(),
    'word changed': () =>
      this.whole(
        this.slice(),
        (words) =>
          this.replaceOne(
            words,
            (word) => /^[a-z]{4,}$/.test(word),
            () => this.pick(OTHER_WORDS),
          ),
        false,
      ),
    'negation changed': () => this.whole(this.slice(), (words) => this.negate(words), false),
    'number changed': () =>
      this.whole(
        this.slice(8, 30),
        (words) =>
          this.replaceOne(
            words,
            (word) => /\d/.test(word),
            (word) => this.otherNumber(word),
          ),
        false,
      ),
    'name changed': () =>
      this.whole(
        this.slice(8, 30),
        (words) =>
          this.replaceOne(
            words.slice(1),
            (word) => /^(?:al-|Al-)?[A-Z][a-z]{3,}$/.test(word),
            () => this.pick(OTHER_NAMES),
            words[0],
          ),
        false,
      ),
    'words dropped': () => this.whole(this.slice(10, 35), (words) => this.drop(words), false),
    'words added': () =>
      this.whole(
        this.slice(8, 30),
        (words) => insertAt(words, this.inner(words), this.pick(OTHER_WORDS)).join(' '),
        false,
      ),
    spliced: () => this.splice(),
    reordered: () => this.reorder(),
    'another source': () => this.anotherSource(),
    invented: () => this.invent(),
  };

  private whole(
    slice: Slice | undefined,
    change: (words: readonly string[]) => string | undefined,
    isTrue: boolean,
    fits: (before: string, after: string) => boolean = () => true,
  ) {
    const before = slice?.words.join(' ');
    const quote = slice && change(slice.words);
    if (!slice || quote === undefined || before === undefined || !fits(before, quote)) return undefined;
    if (!isTrue && this.stands(quote)) return undefined;
    return { quote, source: slice.source.key, n: slice.n, isTrue };
  }

  /** Whether the words are, by bad luck, a source's own. */
  private stands(quote: string): boolean {
    return this.sources.some((source) => plain(source.text).includes(plain(quote)));
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item;
  }

  private slice(fewest = 8, most = 30): Slice | undefined {
    const source = this.pick(this.sources);
    const passage = this.pick(source.passages);
    const words = wordsOf(source, passage);
    if (words.length < fewest) return undefined;
    const length = Math.min(words.length, fewest + Math.floor(this.random() * (most - fewest)));
    const from = Math.floor(this.random() * (words.length - length + 1));
    return { source, n: passage.n, words: words.slice(from, from + length) };
  }

  private inner(words: readonly string[]): number {
    return 1 + Math.floor(this.random() * (words.length - 2));
  }

  private leaveOut(words: readonly string[]): string {
    const from = 4 + Math.floor(this.random() * 3);
    const length = 2 + Math.floor(this.random() * Math.max(1, words.length - from - 7));
    return [
      ...words.slice(0, from),
      this.pick(['…', '...', '[…]', '[...]', '. . .']),
      ...words.slice(from + length),
    ].join(' ');
  }

  private bracket(words: readonly string[]): string {
    const first = words[0] ?? '';
    const turned = /^\p{Lu}/u.test(first) ? first.charAt(0).toLowerCase() : first.charAt(0).toUpperCase();
    if (this.random() < 0.4 && /^\p{L}/u.test(first) && turned !== first.charAt(0))
      return [`[${turned}]${first.slice(1)}`, ...words.slice(1)].join(' ');
    if (this.random() < 0.5)
      return insertAt(
        words,
        this.inner(words),
        this.pick(['[sic]', '[that is]', '[the group]', '[in Iran]']),
      ).join(' ');
    return (
      this.replaceOne(
        words,
        (word) => /^(?:it|they|he|his|their|its|this|that|the)$/.test(word),
        () => this.pick(['[the group]', '[Tehran]', '[the men]']),
      ) ?? insertAt(words, this.inner(words), '[sic]').join(' ')
    );
  }

  private replaceOne(
    words: readonly string[],
    fits: (word: string) => boolean,
    other: (word: string) => string,
    lead?: string,
  ): string | undefined {
    const places = [...words.keys()].filter((at) => fits(words[at] ?? ''));
    if (places.length === 0) return undefined;
    const at = this.pick(places);
    const changed = other(words[at] ?? '');
    if (changed === words[at]) return undefined;
    return [
      ...(lead === undefined ? [] : [lead]),
      ...words.slice(0, at),
      changed,
      ...words.slice(at + 1),
    ].join(' ');
  }

  private negate(words: readonly string[]): string | undefined {
    const not = words.findIndex((word) => /^(?:not|never|no|without)$/i.test(word));
    if (not > 0 && not < words.length - 1) return words.filter((_, at) => at !== not).join(' ');
    const verb = words.findIndex(
      (word, at) =>
        at > 0 &&
        at < words.length - 1 &&
        /^(?:is|are|was|were|has|have|had|did|could|would|will|can)$/.test(word),
    );
    return verb < 0 ? undefined : insertAt(words, verb + 1, this.pick(['not', 'never'])).join(' ');
  }

  private otherNumber(word: string): string {
    const digits = word
      .split('')
      .map((sign, at) => ({ sign, at }))
      .filter(({ sign }) => /\d/.test(sign));
    const { sign, at } = this.pick(digits);
    return (
      word.slice(0, at) + String((Number(sign) + 1 + Math.floor(this.random() * 8)) % 10) + word.slice(at + 1)
    );
  }

  private drop(words: readonly string[]): string | undefined {
    if (hasEllipsis(words)) return undefined;
    const from = this.inner(words.slice(0, -4)) + 1;
    const length = 1 + Math.floor(this.random() * 4);
    return [...words.slice(0, from), ...words.slice(from + length)].join(' ');
  }

  private acrossParagraphs() {
    const source = this.pick(this.sources);
    const passage = this.pick(source.passages.slice(0, -1));
    const next = source.passages[passage.n];
    if (!next) return undefined;
    const quote = [...wordsOf(source, passage).slice(-8), ...wordsOf(source, next).slice(0, 8)].join(' ');
    return { quote, source: source.key, n: passage.n, isTrue: true };
  }

  private splice() {
    const first = this.slice(8, 14);
    const second = this.slice(8, 14);
    if (!first || !second || first.n === second.n) return undefined;
    const other = this.pick(first.source.passages);
    const tail = wordsOf(first.source, other).slice(0, 8);
    if (hasEllipsis([...first.words, ...tail])) return undefined;
    const quote = [...first.words.slice(0, 8), ...tail].join(' ');
    return other.n === first.n || this.stands(quote)
      ? undefined
      : { quote, source: first.source.key, n: first.n, isTrue: false };
  }

  private reorder() {
    const slice = this.slice(12, 24);
    if (!slice) return undefined;
    const middle = Math.floor(slice.words.length / 2);
    const [head, tail] = [slice.words.slice(0, middle), slice.words.slice(middle)];
    const quote = [...tail, ...(this.random() < 0.5 ? ['…'] : []), ...head].join(' ');
    const text = plain(slice.source.text);
    const [early, late] = [text.indexOf(plain(tail.join(' '))), text.lastIndexOf(plain(head.join(' ')))];
    // Words that a source has twice may stand in this order, too.
    if (hasEllipsis(slice.words) || early < late) return undefined;
    return this.stands(quote) ? undefined : { quote, source: slice.source.key, n: slice.n, isTrue: false };
  }

  private anotherSource() {
    const slice = this.slice(10, 25);
    const other = this.pick(this.sources);
    const quote = slice?.words.join(' ') ?? '';
    const elsewhere = plain(other.text).includes(plain(quote));
    return !slice || other === slice.source || elsewhere
      ? undefined
      : { quote, source: other.key, isTrue: false };
  }

  private invent() {
    const length = 9 + Math.floor(this.random() * 12);
    const quote = Array.from({ length }, (_, at) =>
      at % 3 === 1 ? this.pick(COMMON) : this.pick(OTHER_WORDS),
    ).join(' ');
    return { quote, source: this.pick(this.sources).key, isTrue: false };
  }
}

/** The same words, whatever marks and spaces are around them. */
const plain = (text: string): string =>
  text
    .replace(/[“”„«»"'‘’]/g, "'")
    .replace(/\s*[–—-]\s*/g, '-')
    .replace(/\s+/g, ' ');

/** A source's own ellipsis: what is left out beside it reads as marked. */
const hasEllipsis = (words: readonly string[]): boolean => /…|\.\.\.|\. \./.test(words.join(' '));

const wordsOf = (source: Source, { start, end }: { start: number; end: number }): string[] =>
  source.text.slice(start, end).trim().split(/\s+/);

const insertAt = (words: readonly string[], at: number, word: string): string[] => [
  ...words.slice(0, at),
  word,
  ...words.slice(at),
];

const OTHER_WORDS =
  'harbour gardens slowly yellow musical kitchen window painter winter orchard copper gentle bicycle lantern meadow pepper rivers saddle thunder velvet walnut'.split(
    ' ',
  );
const OTHER_NAMES = ['Lisbon', 'Helga', 'Patagonia', 'Ottawa', 'Fernando', 'Quebec', 'Ingrid', 'Nairn'];
const COMMON = ['the', 'of', 'and', 'in', 'to', 'with'];

/** Other marks, dashes, ellipses and spaces; the words stay. */
function restyle(text: string, random: () => number): string {
  const changes: ((text: string) => string)[] = [
    (one) => one.replace(/[“”]/g, '"'),
    (one) => one.replace(/[’‘]/g, "'"),
    (one) => one.replace(/\s*[—–]\s*/g, ' - '),
    (one) => one.replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011'),
    (one) => one.replace(/…/g, '...'),
    (one) => one.replace(/ (?=\S+ \S+$)/, '\u00a0'),
    (one) => one.replace(/fi/, 'ﬁ').replace(/fl/, 'ﬂ'),
    (one) => one.replace(/(\p{L}{4})(?=\p{L}{4})/u, '$1\u00ad'),
    (one) => one.replace(/ /, '\n'),
  ];
  return changes.reduce((one, change) => (random() < 0.5 ? change(one) : one), text);
}

/** As it stands inside a quotation: double marks become single ones. */
const nest = (text: string): string =>
  text
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/"([^"]*)"/g, '‘$1’');
