import { OPAQUE, MARKUP, type InlineText, type Span } from '#corpus-index';
import { looksLikeLeadingApostrophe, looksLikeTrailingApostrophe } from './apostrophes';
import { flanksOf, opensBehindPrefix } from './flanks';
import {
  closes,
  closesMixed,
  isSingle,
  LOW_COMMAS,
  QUOTATION_MARKS,
  TEX_CLOSING,
  TEX_OPENING,
} from './marks';
import { spanAround } from './spans';

/** How many marks are kept open: beyond it nothing is nested, but marks stand alone. */
const DEEPEST = 32;

/** How much text around a mark tells whether it is an apostrophe, in UTF-16 code units. */
const NEAR = 12;

/** Right behind a quotation's last mark: `[@key`, `[see @key`. */
const CITED = /^[.,;:]?\s*\[[^\]]*@/;
const CITED_WITHIN = 40;

/** An opening mark that begins at `open` and its closing mark that ends with `close`, in units of an inline text. */
export interface MarkPair {
  readonly open: number;
  readonly close: number;
}

/** A double mark without a partner. */
export interface UnpairedMark {
  readonly at: number;
  readonly opens: boolean;
}

export interface ReadMarks {
  readonly pairs: readonly MarkPair[];
  /** In no quotation and no citation; single marks, which may be apostrophes, are none. */
  readonly unpaired: readonly UnpairedMark[];
}

/** An opening mark that has not been closed yet. */
interface OpenMark {
  readonly mark: string;
  readonly at: number;
  /** May be an apostrophe: only a mark that cannot be one closes it. */
  readonly doubtful: boolean;
  /** Where a mark stands that closes it if no better one follows. */
  tentative?: number;
}

/**
 * The pairs of quotation marks in a block, inner ones too. Marks inside a citation's brackets (`zones`) pair only with
 * each other. An opening mark without a closing one quotes nothing.
 */
export const markPairs = (inline: InlineText, zones: readonly Span[]): readonly MarkPair[] =>
  readMarks(inline, zones).pairs;

export function readMarks(inline: InlineText, zones: readonly Span[]): ReadMarks {
  const pairer = new MarkPairer(inline);
  let zone = 0;
  for (const { 0: mark, index } of inline.text.matchAll(QUOTATION_MARKS)) {
    if (inline.scan[index] === OPAQUE) continue;
    while ((zones[zone]?.end ?? Infinity) <= index) {
      pairer.leaveZone(zone);
      zone++;
    }
    if ((zones[zone]?.start ?? Infinity) <= index) pairer.enterZone(zone);
    pairer.take(mark, index);
  }
  return pairer.finish();
}

class MarkPairer {
  private readonly pairs: MarkPair[] = [];
  private open: OpenMark[] = [];
  private outside: OpenMark[] | undefined;
  private zone = -1;
  private readonly unpaired: UnpairedMark[] = [];

  constructor(private readonly inline: InlineText) {}

  enterZone(zone: number): void {
    if (this.zone === zone) return;
    this.zone = zone;
    this.outside = this.open;
    this.open = [];
  }

  leaveZone(zone: number): void {
    if (this.zone !== zone || !this.outside) return;
    this.dropFrom(0);
    this.open = this.outside;
    this.outside = undefined;
  }

  take(mark: string, at: number): void {
    if (mark === TEX_OPENING || mark === LOW_COMMAS) this.beginDoubled(mark, at);
    else if (mark === TEX_CLOSING && !this.closeTex(at))
      for (const next of [at, at + 1]) this.takeOne("'", next);
    else if (mark !== TEX_CLOSING) this.takeOne(mark, at);
  }

  private takeOne(mark: string, at: number): void {
    const isPrefixed = opensBehindPrefix(this.textBefore(at), this.textBehind(at));
    const { canOpen, canClose } = flanksOf(mark, isPrefixed ? '' : this.before(at), this.after(at));
    const isAlone = !canOpen && !canClose && this.standsAlone(at);
    if ((canClose || isAlone) && this.close(mark, at)) return;
    if (canOpen || (isAlone && !/\d\s$/.test(this.textBefore(at)))) this.begin(mark, at);
    else if (canClose && !(mark === '"' && this.repairInches(at))) this.addUnpaired(mark, at, false);
  }

  finish(): ReadMarks {
    this.dropFrom(0);
    this.open = this.outside ?? [];
    this.outside = undefined;
    this.dropFrom(0);
    const pairs = this.pairs.sort((a, b) => a.open - b.open);
    const outer: MarkPair[] = [];
    for (const pair of pairs) if (pair.open > (outer.at(-1)?.close ?? -1)) outer.push(pair);
    const spans = outer.map(({ open, close }) => ({ start: open, end: close + 1 }));
    const unpaired = this.unpaired.filter(({ at }) => !spanAround(spans, at)).sort((a, b) => a.at - b.at);
    return { pairs, unpaired };
  }

  private addUnpaired(mark: string, at: number, opens: boolean): void {
    const isInches = !opens && this.mayBeInches(at);
    if (!isSingle(mark) && !isInches && this.outside === undefined) this.unpaired.push({ at, opens });
  }

  private begin(mark: string, at: number): void {
    const doubtful = isSingle(mark) && (mark === '’' || looksLikeLeadingApostrophe(this.textBehind(at)));
    const last = this.open.at(-1);
    if (!doubtful && last?.tentative !== undefined && isSingle(mark)) this.dropFrom(this.open.length - 1);
    this.open.push({ mark, at, doubtful });
    if (this.open.length > DEEPEST) this.open.shift();
  }

  private beginDoubled(mark: string, at: number): void {
    if (flanksOf('“', this.before(at), this.after(at + 1)).canOpen) this.begin(mark, at);
  }

  private closeTex(at: number): boolean {
    const index = this.open.findLastIndex(({ mark }) => mark === TEX_OPENING || mark === LOW_COMMAS);
    const open = this.open[index];
    if (open) this.closeAt(index, open, at + 1);
    return open !== undefined;
  }

  /** Closes the innermost quotation that `mark` can close; answers whether there is one. */
  private close(mark: string, at: number): boolean {
    const index =
      this.openIndex((open) => closes(open.mark, mark)) ??
      this.openIndex((open) => closesMixed(open.mark, mark));
    const open = index === undefined ? undefined : this.open[index];
    if (index === undefined || !open) return false;
    if (isSingle(mark) && looksLikeTrailingApostrophe(this.textBefore(at), this.textBehind(at)))
      open.tentative ??= at;
    else this.closeAt(index, open, at);
    return true;
  }

  /** The innermost open mark that suits, one that may be an apostrophe only where there is no other. */
  private openIndex(suits: (open: OpenMark) => boolean): number | undefined {
    const sure = this.open.findLastIndex((open) => !open.doubtful && suits(open));
    const index = sure < 0 ? this.open.findLastIndex(suits) : sure;
    return index < 0 ? undefined : index;
  }

  private closeAt(index: number, open: OpenMark, at: number): void {
    this.dropFrom(index + 1);
    this.open.length = index;
    const { tentative } = open;
    const isOver = tentative !== undefined && /[.!?]\s+\p{Lu}/u.test(this.inline.text.slice(tentative, at));
    this.pairs.push({ open: open.at, close: isOver ? tentative : at });
  }

  /** Gives up the open marks from `index` on; those with a closing mark that will do are closed by it. */
  private dropFrom(index: number): void {
    for (const { mark, at, tentative, doubtful } of this.open.splice(index)) {
      // ‘Abd al-Rahman and the emirs’ camp: a transliterated name and a plural.
      const isName = mark === '‘' && /^\p{Lu}/u.test(this.after(at));
      if (tentative !== undefined && !doubtful && !isName) this.pairs.push({ open: at, close: tentative });
      else this.addUnpaired(mark, at, true);
    }
  }

  /** In `"a 6" pipe"` the inch mark has closed the quotation: it goes on to the mark that would else close nothing. */
  private repairInches(at: number): boolean {
    const last = this.pairs.at(-1);
    if (!last || this.inline.text[last.open] !== '"' || this.inline.text[last.close] !== '"') return false;
    const isInches = this.mayBeInches(last.close);
    if (isInches) this.pairs[this.pairs.length - 1] = { open: last.open, close: at };
    return isInches;
  }

  /** A figure stands in front of the mark, and no citation behind it. */
  private mayBeInches(at: number): boolean {
    return /\d/.test(this.before(at)) && !CITED.test(this.inline.text.slice(at + 1, at + 1 + CITED_WITHIN));
  }

  /** `" words "`: whatever a mark with white space on both sides is, it is not passed over. */
  private standsAlone(at: number): boolean {
    const mark = this.inline.text.charAt(at);
    return !isSingle(mark) && [this.before(at), this.after(at)].every((next) => /^\s?$/.test(next));
  }

  /** The character before a mark; markup and marks of direction between them do not count. */
  private before(at: number): string {
    let index = at - 1;
    while (isInvisible(this.inline.text.charAt(index))) index--;
    const low = /[\uDC00-\uDFFF]/.test(this.inline.text.charAt(index));
    return index < 0 ? '' : this.inline.text.slice(low ? index - 1 : index, index + 1);
  }

  private after(at: number): string {
    let index = at + 1;
    while (isInvisible(this.inline.text.charAt(index))) index++;
    const code = this.inline.text.codePointAt(index);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  private textBefore(at: number): string {
    return this.inline.text.slice(Math.max(0, at - NEAR), at).replaceAll(MARKUP, '');
  }

  private textBehind(at: number): string {
    return this.inline.text.slice(at + 1, at + 1 + NEAR).replaceAll(MARKUP, '');
  }
}

const isInvisible = (character: string): boolean =>
  character === MARKUP || /^[\u200B-\u200F\u061C\u2060\u2066-\u2069]/.test(character);
