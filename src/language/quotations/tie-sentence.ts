import type { Anchor } from './anchors';
import { isSingle } from './marks';
import type { Prose } from './prose';
import type { QuotedStretch } from './quoted-stretches';
import { textBetween, wordsBetween, type SentenceItem } from './sentence-items';
import type { TiedStretch } from './tie-inline';
import { countWords } from './word-count';

/** Fewest words of a quotation that no citation touches: below it are titles, terms and scare quotes. */
const FEWEST_WORDS = 3;

/** How many words nearer a bracket must be to what follows it to claim that instead of what it closes. */
const FORWARD_ADVANTAGE = 2;

/** Most words between the first half of `"...", writes @key, "..."` and its author. */
const INTERRUPTION_WORDS = 3;

/** More quotations and citations than a sentence has: in such a text only what touches belongs together. */
const MOST_ITEMS = 200;

/**
 * The quotations of one sentence with the citations that rules 1 to 3 of tie-inline.ts give them; those of one or two
 * words that no citation touches only where the sentence cites.
 */
export function tieSentence(prose: Prose, items: readonly SentenceItem[]): TiedStretch[] {
  const close = new Map<QuotedStretch, readonly Anchor[]>();
  const counted = items.filter((item, index) => {
    if (!item.quotation) return true;
    const anchors = item.inside.length > 0 ? item.inside : touching(prose, items, index);
    close.set(item.quotation, anchors);
    return anchors.length > 0 || countWords(prose.inline.text.slice(item.start, item.end)) >= FEWEST_WORDS;
  });
  const sentence = new Sentence(prose, counted, close);
  const places = new Map(counted.map((item, index) => [item, index]));
  const isCited = items.some(({ anchor }) => anchor !== undefined);
  return items.flatMap((item): TiedStretch[] => {
    if (!item.quotation) return [];
    const index = places.get(item) ?? -1;
    // Where the sentence cites, its reader may take them for the source's words: they are told, not passed over.
    if (index < 0)
      return isCited && isDouble(prose, item.quotation)
        ? [{ stretch: item.quotation, anchors: [], isTerm: true }]
        : [];
    const own = close.get(item.quotation) ?? [];
    return [{ stretch: item.quotation, anchors: own.length > 0 ? own : sentence.anchorsFor(index) }];
  });
}

/** Between single marks may stand a name from Arabic, `'n'` or a word that is only spoken of. */
const isDouble = ({ inline }: Prose, { open }: QuotedStretch): boolean => !isSingle(inline.text.charAt(open));

/** Rule 2: what follows the quotation, else the author right before it. */
function touching(prose: Prose, items: readonly SentenceItem[], index: number): readonly Anchor[] {
  const behind = runBehind(
    prose,
    items,
    index,
    (item, at) => item.anchor?.kind !== 'in-text' || !items[at + 1]?.quotation,
  );
  if (behind.length > 0) return behind;
  const item = items[index];
  const before = items[index - 1];
  if (!item || before?.anchor?.kind !== 'in-text') return [];
  return /^(?:['’]s)?[\s:,(—–-]*$/.test(textBetween(prose, before.end, item.start)) ? [before.anchor] : [];
}

/** The citations behind item `index` as far as nothing but punctuation stands between. */
function runBehind(
  prose: Prose,
  items: readonly SentenceItem[],
  index: number,
  counts: (item: SentenceItem, at: number) => boolean,
): Anchor[] {
  const run: Anchor[] = [];
  for (let at = index + 1; at < items.length; at++) {
    const item = items[at];
    const last = items[at - 1];
    if (!item?.anchor || !last || !counts(item, at)) break;
    if (!/^[\s.,;:!?…)\]—–-]*$/.test(textBetween(prose, last.end, item.start))) break;
    run.push(item.anchor);
  }
  return run;
}

/** Rule 3, for the quotations of a sentence that no citation touches. */
class Sentence {
  constructor(
    private readonly prose: Prose,
    private readonly items: readonly SentenceItem[],
    private readonly close: ReadonlyMap<QuotedStretch, readonly Anchor[]>,
  ) {}

  anchorsFor(index: number): readonly Anchor[] {
    if (this.items.length > MOST_ITEMS) return [];
    const behind = this.items.findIndex((item, at) => at > index && item.anchor !== undefined);
    const before = this.items.findLastIndex((item, at) => at < index && item.anchor !== undefined);
    const closing = behind >= 0 && this.looksBack(behind) ? this.items[behind] : undefined;
    const opening = before >= 0 && this.looksForward(before) ? this.items[before] : undefined;
    if (closing?.anchor && (!opening?.anchor || this.closingWins(index, opening.anchor, closing.anchor))) {
      return [closing.anchor, ...runBehind(this.prose, this.items, behind, () => true)];
    }
    return opening?.anchor ? this.authors(before, opening.anchor) : [];
  }

  private closingWins(index: number, opening: Anchor, closing: Anchor): boolean {
    const item = this.items[index];
    const keys = new Set(opening.citations.map(({ key }) => key));
    if (!item || closing.citations.some(({ key }) => keys.has(key))) return true;
    return this.words(item.end, closing.start) <= this.words(opening.end, item.start);
  }

  /** `@a and @b say`: authors that stand together open together. */
  private authors(index: number, anchor: Anchor): Anchor[] {
    const before = this.items[index - 1];
    if (before?.anchor?.kind !== 'in-text' || anchor.kind !== 'in-text') return [anchor];
    const together = /^\s*(?:,|and|&|und|et)\s*$/.test(textBetween(this.prose, before.end, anchor.start));
    return together ? [...this.authors(index - 1, before.anchor), anchor] : [anchor];
  }

  private looksBack(index: number): boolean {
    return this.items[index]?.anchor?.kind === 'in-text'
      ? !this.looksForward(index) || this.interrupts(index)
      : this.quotationBefore(index) !== undefined && !this.looksForward(index);
  }

  private looksForward(index: number): boolean {
    const item = this.items[index];
    const next = this.items[index + 1];
    if (!item?.anchor || !next?.quotation) return false;
    const own = this.close.get(next.quotation) ?? [];
    if (own.length > 0 && !own.includes(item.anchor)) return false;
    if (item.anchor.kind === 'in-text') return true;
    const before = this.quotationBefore(index);
    if (!before) return true;
    return this.words(item.end, next.start) + FORWARD_ADVANTAGE < this.words(before.end, item.start);
  }

  /** The quotation before a citation, with no other citation between. */
  private quotationBefore(index: number): SentenceItem | undefined {
    const before = this.items[index - 1];
    return before?.quotation ? before : undefined;
  }

  /** `"The river," writes @key, "was low."` or `"The river," @key writes, "was low."` */
  private interrupts(index: number): boolean {
    const item = this.items[index];
    const before = this.quotationBefore(index);
    const next = this.items[index + 1];
    if (!item || !before || !next?.quotation) return false;
    const [above, below] = [this.words(before.end, item.start), this.words(item.end, next.start)];
    if (below === 0) return above <= INTERRUPTION_WORDS;
    const goesOn = /[,—–]\s*$/.test(textBetween(this.prose, item.end, next.start));
    return above === 0 && below <= INTERRUPTION_WORDS && goesOn;
  }

  private words(start: number, end: number): number {
    return wordsBetween(this.prose, this.items, start, end);
  }
}
