import { bracketPairs, markdownSpan, MARKUP, rawMarkdown, unitAt, type InlineText } from '#corpus-index';
import { keyAt } from './citation-key';

/** `@` or `-@` with its key, in units of an inline text. */
export interface PlacedKey {
  readonly key: string;
  /** Where it begins: at the `-` of `-@key`. */
  readonly start: number;
  readonly at: number;
  readonly end: number;
  readonly suppressAuthor: boolean;
}

/** The inline text of one block, with what finding its citations asks of it. */
export class CitationText {
  readonly scan: string;
  readonly brackets: ReadonlyMap<number, number>;
  private readonly groupEnds: ReadonlyMap<number, number>;
  private readonly emphasisEnds: ReadonlySet<number>;
  private parentheses: ReadonlyMap<number, number> | undefined;

  /** The inline text's offsets are those of `markdown`. */
  constructor(
    readonly inline: InlineText,
    readonly markdown: string,
  ) {
    this.scan = inline.scan;
    this.brackets = bracketPairs(inline);
    this.groupEnds = new Map(inline.groups.map(({ start, end }) => [start, end]));
    this.emphasisEnds = new Set(
      inline.groups.filter(({ kind }) => kind === 'emphasis').map(({ end }) => end),
    );
  }

  /** Where the emphasis or link ends that begins at `unit`. */
  groupEnd(unit: number): number | undefined {
    return this.groupEnds.get(unit);
  }

  /** Where the round bracket closes that opens at `unit`. */
  closingParenthesis(unit: number): number | undefined {
    this.parentheses ??= parenthesisPairs(this.scan);
    return this.parentheses.get(unit);
  }

  /**
   * The key whose `-@` or `@` stands at `start`, if pandoc sees one: not behind a letter, a digit or a stop. The `-` is
   * none of the key's where it belongs to a dash or ends a word.
   */
  keyAt(start: number): PlacedKey | undefined {
    const suppressAuthor = this.scan[start] === '-' && !this.isInDash(start) && !this.isAfterWord(start);
    const at = this.scan[start] === '-' ? start + 1 : start;
    const from = suppressAuthor ? start : at;
    if (this.scan[at] !== '@' || this.isAfterWord(from)) return undefined;
    const written = keyAt(this.markdown, markdownSpan(this.inline, at, at + 1).start);
    return (
      written && { key: written.key, start: from, at, end: unitAt(this.inline, written.end), suppressAuthor }
    );
  }

  /** Whether the hyphen at `at` is the last of `--` or `---`. */
  private isInDash(at: number): boolean {
    let hyphens = 1;
    while (this.scan[at - hyphens] === '-') hyphens++;
    return hyphens % 3 !== 1;
  }

  private isAfterWord(start: number): boolean {
    const { scan } = this;
    if (this.emphasisEnds.has(start)) return true;
    if (scan[start - 1] === '.') return scan[start - 2] !== '.';
    const before = scan.slice(Math.max(0, start - 2), start);
    return /[\p{L}\p{N}]$/u.test(before);
  }

  /** The Markdown of a stretch on one line. */
  raw(start: number, end: number): string {
    return rawMarkdown(this.markdown, 0, this.inline, start, end).replaceAll('\n', ' ').trim();
  }

  /** What a reader sees of a stretch, and the unit of each of its characters. */
  visible(start: number, end: number): { text: string; units: readonly number[] } {
    const units: number[] = [];
    for (let unit = start; unit < end; unit++) if (this.scan[unit] !== MARKUP) units.push(unit);
    return { text: units.map((unit) => this.inline.text.charAt(unit)).join(''), units };
  }
}

function parenthesisPairs(scan: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { index } of scan.matchAll(/[()]/g)) {
    if (scan[index] === '(') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}
