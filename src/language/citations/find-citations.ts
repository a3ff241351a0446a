import { markdownSpan, type InlineText, type Span } from '#corpus-index';
import type { Citation } from '../draft';
import { bracketItems, type BracketItem } from './bracket-items';
import { readSuffix } from './citation-suffix';
import { CitationText, type PlacedKey } from './citation-text';

/** The citations of one bracket, or one in the text with its bracketed suffix; in units of the inline text. */
export interface CitationGroup extends Span {
  readonly kind: 'bracket' | 'in-text';
  /** Their offsets are those of the Markdown that the inline text was read from. */
  readonly citations: readonly Citation[];
  /** Stands in the prefix or suffix of another one. */
  readonly inner: boolean;
}

export interface FoundCitations {
  /** In the order of the text. */
  readonly groups: readonly CitationGroup[];
  /** The labels of pandoc's numbered examples, `(@label)` at the start of a block: what looks like a citation of one is none. */
  readonly exampleLabels: readonly string[];
}

const NONE: FoundCitations = { groups: [], exampleLabels: [] };
const START = /https?:\/\/[^\s<>[\]]*|\[|-@|@/g;
/** How deep citations are looked for in each other's prefixes and suffixes: each level reads its text again. */
const DEEPEST = 8;
const BRACKET_BEHIND = /[ \t]*(?:\n[ \t]*)?\[/y;

/** Finds the citations of one block as pandoc's Markdown reader does. */
export function findCitations(inline: InlineText, markdown: string): FoundCitations {
  if (!inline.scan.includes('@')) return NONE;
  const finder = new CitationFinder(new CitationText(inline, markdown));
  return finder.find();
}

class CitationFinder {
  private readonly groups: CitationGroup[] = [];
  private readonly exampleLabels: string[] = [];
  /** Units of the `@` of keys that have been taken. */
  private readonly taken = new Set<number>();
  /** Where the groups end that are open at the place looked at, the innermost last. */
  private readonly openEnds: number[] = [];

  constructor(private readonly text: CitationText) {}

  find(): FoundCitations {
    const pattern = new RegExp(START);
    const { scan } = this.text;
    for (let match = pattern.exec(scan); match; match = pattern.exec(scan)) {
      if (match[0] === '[') this.takeBracket(match.index);
      else if (match[0].endsWith('@')) pattern.lastIndex = this.takeKey(match.index) ?? pattern.lastIndex;
    }
    return { groups: this.groups, exampleLabels: this.exampleLabels };
  }

  /** Takes the citations of the bracket at `open`, if it is one of citations. */
  private takeBracket(open: number): void {
    const close = this.depthAt(open) < DEEPEST ? this.text.brackets.get(open) : undefined;
    const items = close === undefined ? undefined : this.citedItems(open, close);
    if (close === undefined || !items) return;
    const group = markdownSpan(this.text.inline, open, close + 1);
    this.addGroup(
      'bracket',
      open,
      close + 1,
      items.map((item) => this.citation(item.key, group, item, false)),
    );
  }

  /** The parts of a bracket if each has a key and the bracket is not the text of a link or span. */
  private citedItems(open: number, close: number): CitedItem[] | undefined {
    if (this.isLinkText(close)) return undefined;
    const items = bracketItems(this.text, open + 1, close);
    return items.every(isCited) && items.every(({ key }) => !this.taken.has(key.at)) ? items : undefined;
  }

  /** Whether what stands right behind a bracket makes it the text of a link: `(address)`, or `[label]` that is no note. */
  private isLinkText(close: number): boolean {
    const { scan, brackets } = this.text;
    if (scan[close + 1] === '(') return this.text.closingParenthesis(close + 1) !== undefined;
    return scan[close + 1] === '[' && brackets.has(close + 1);
  }

  /** Takes the citation at `start` that stands in the text; answers where to go on. */
  private takeKey(start: number): number | undefined {
    const key = this.text.keyAt(start);
    if (!key || this.taken.has(key.at)) return key?.end;
    if (this.isExampleMark(key)) this.exampleLabels.push(key.key);
    else this.takeInText(key);
    return key.end;
  }

  /** `(@label)` at the start of a block, or of a further line of numbered examples, with a space behind it. */
  private isExampleMark({ key, start, end }: PlacedKey): boolean {
    const { scan } = this.text;
    const begins = start === 1 || (scan[start - 2] === '\n' && /^\(@[\p{L}\p{N}_-]*\)\s/u.test(scan));
    if (!begins || scan[start - 1] !== '(') return false;
    return /^[\p{L}\p{N}_-]*$/u.test(key) && /^\)\s/.test(scan.slice(end, end + 2));
  }

  private takeInText(key: PlacedKey): void {
    const { inline } = this.text;
    const bracket = this.bracketBehind(key.end);
    const end = bracket === undefined ? key.end : bracket.close + 1;
    const group = markdownSpan(inline, key.start, end);
    const others = bracket?.items.map((item) => this.citation(item.key, group, item, false)) ?? [];
    this.addGroup('in-text', key.start, end, [this.citation(key, group, bracket?.suffix, true), ...others]);
  }

  /** What stands in a bracket right behind a key in the text: more citations, or its locator and suffix and then more. */
  private bracketBehind(end: number): BracketBehind | undefined {
    const { scan, brackets } = this.text;
    BRACKET_BEHIND.lastIndex = end;
    const open = BRACKET_BEHIND.test(scan) ? BRACKET_BEHIND.lastIndex - 1 : -1;
    const close = this.depthAt(open) < DEEPEST ? brackets.get(open) : undefined;
    if (close === undefined) return undefined;
    const cited = this.citedItems(open, close);
    if (cited) return { close, items: cited };
    if (/[[({]/.test(scan[close + 1] ?? '')) return undefined;
    const [suffix, ...items] = bracketItems(this.text, open + 1, close);
    return items.every(isCited) ? { close, items, ...(suffix && { suffix }) } : undefined;
  }

  private citation(key: PlacedKey, group: Span, item: BracketItem | undefined, inText: boolean): Citation {
    const { text } = this;
    this.taken.add(key.at);
    const suffixStart = inText ? (item?.start ?? key.end) : key.end;
    const { locator, suffix } = readSuffix(text, suffixStart, item?.end ?? key.end);
    return {
      key: key.key,
      span: markdownSpan(text.inline, key.at, key.end),
      group,
      prefix: item && !inText ? text.raw(item.start, key.start) : '',
      suffix,
      ...(locator && { locator }),
      suppressAuthor: key.suppressAuthor,
      inText,
    };
  }

  private addGroup(kind: CitationGroup['kind'], start: number, end: number, citations: Citation[]): void {
    this.groups.push({ kind, start, end, citations, inner: this.depthAt(start) > 0 });
    this.openEnds.push(end);
  }

  /** How many groups are open at a place, each asked for behind the last one. */
  private depthAt(start: number): number {
    while ((this.openEnds.at(-1) ?? start + 1) <= start) this.openEnds.pop();
    return this.openEnds.length;
  }
}

type CitedItem = BracketItem & { readonly key: PlacedKey };
const isCited = (item: BracketItem): item is CitedItem => item.key !== undefined;

interface BracketBehind {
  readonly close: number;
  /** Of a bracket that is the locator and suffix of the key before it. */
  readonly suffix?: BracketItem;
  readonly items: readonly CitedItem[];
}
