import { BOUNDARY } from '../text/boundary';
import type { Span } from '../text/span';
import { KINDS, plainQuoteOrDash, QUOTE } from './plain-token';
import { TokenList } from './token-list';

/**
 * The words and marks of a text in the forms in which quotation and source are compared. Two texts with
 * the same forms differ in typography only: the shape of quote marks and dashes, spaces, line breaks,
 * ligatures, soft hyphens, composed or combining accents. Case, digits, letters and all other marks count.
 */
export interface Tokens {
  readonly length: number;
  /** Offsets in the text the tokens were read from, end exclusive. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Bits: see `IS_WORD`, `IS_SPACED` and `IS_OTHER`. */
  readonly flags: Uint8Array;
  /** The hash of each form, its case folded (`form-hash.ts`): the same for the same forms, and now and then for others. */
  readonly hashes: Uint32Array;
  /** What forms as written are cut from: the text the tokens were read from, from `offset` on. */
  readonly text: string;
  readonly offset: number;
  /** The forms that are not as written, by token. */
  readonly others: ReadonlyMap<number, string>;
}

export const IS_WORD = 1;
export const IS_SPACED = 2;
/** The form is not the characters that stand in the text. */
export const IS_OTHER = 4;

/** All quotation marks and primes have one form: sources nest them one way, drafts the other. */
export const QUOTE_MARK = '"';
export const DASH = '-';
export const ELLIPSIS = '…';

/** Primes are no quotation marks: 5′ is not 5″. */
const QUOTE_MARKS = /["'`´‘’‚‛“”„‟«»‹›＂＇「」『』〝〞〟｢｣❝❞״]/u;
const DASHES = /[-‐‑‒–—―⸺⸻−﹘﹣－]/u;

/**
 * Characters that show nothing: soft hyphen, zero-width characters, byte order mark, variation selectors, the Arabic
 * stretching mark. Overrides of the direction of writing and Korean fillers, which show as blanks, are not among them: they change
 * what a reader sees.
 */
const INVISIBLE =
  /(?![\u115F\u1160\u202A-\u202E\u2066-\u2069\u3164\uFFA0])\p{Default_Ignorable_Code_Point}|\u0640/gu;

/**
 * In order: the full stop in front of an ellipsis; an ellipsis, as glyph or dots; a word (one ideograph or kana, or letters, digits, combining marks; between
 * them an apostrophe, an invisible character, or a separator of digits); doubled quote marks; dashes; anything else but space.
 */
const PIECE =
  /\.(?=\s?(?:\.\s?\.\s?\.|…))|(?:\.\s?\.\s?\.|…)[.…]*|([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}\p{M}](?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}\p{M}]|(?:(?![\u202A-\u202E\u2066-\u2069])\p{DI})+(?=[\p{L}\p{N}\p{M}])|['’ʼ‘`´′](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))*)|''|``|,,|[-‐‑‒–—―⸺⸻−﹘﹣－]+|\S/uy;

/**
 * Marks of footnotes in running text: `[12]` right behind a word or a mark; raised figures behind a mark, or behind a word where
 * they are no square or cube. What stands in front is asked for behind the first character, as few characters are one.
 */
const FOOTNOTE_MARK =
  /\[(?<=[\p{L}\p{P}].)\d{1,3}\]|[¹²³⁰⁴-⁹](?<=[.,;:!?”’"'»)].)[¹²³⁰⁴-⁹]{0,2}|[¹⁴-⁹](?<=\p{L}{3}.)(?![⁰¹²³⁴-⁹])|[¹²³⁴-⁹](?<=\p{L}{3}.)[⁰¹²³⁴-⁹]{1,2}/gu;

/** A word that the end of a wrapped line parts: its hyphen may belong to it or to the line. */
const LINE_HYPHEN = /(?<=\p{L})[-‐]\r?\n[ \t]*(?=\p{Ll})/gu;

/** The text with words joined over line ends, offsets kept; the same text where there are none. */
export const withJoinedLines = (text: string): string =>
  hasLineHyphen(text) ? text.replace(LINE_HYPHEN, (hyphen) => '\u2060'.repeat(hyphen.length)) : text;

/** A quick look, as most texts have none. */
function hasLineHyphen(text: string): boolean {
  for (let line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
    const before = text[text[line - 1] === '\r' ? line - 2 : line - 1];
    if (before === '-' || before === '‐') return true;
  }
  return false;
}

/** A stretch of a text; `apart`: no quotation runs into it from the one before. */
export interface Stretch extends Span {
  readonly apart?: boolean;
  /** Its tokens, where they were read before as a list of their own, from the same text at the same offset. */
  readonly tokens?: Tokens | undefined;
}

/**
 * Reads the tokens of `text`, or of stretches of it, in their order. Marks of footnotes are passed over. `offset` is added to
 * where they stand, for a text that was cut out of a longer one.
 */
export function tokensOf(
  text: string,
  stretches: readonly Stretch[] = [{ start: 0, end: text.length }],
  offset = 0,
): Tokens {
  const list = new TokenList(text, offset);
  for (const { start, end, apart, tokens } of stretches) {
    list.beginStretch();
    if (apart) list.add(BOUNDARY, start, start, false);
    list.beginStretch();
    if (tokens) list.append(tokens);
    else readStretch(text, start, end, list);
  }
  return list.finish();
}

/**
 * Most tokens can be told by a look at a few characters, the others by the pattern. From the first of those on what is read is the
 * stretch alone, if marks of footnotes had to be blanked out in it.
 */
function readStretch(text: string, start: number, end: number, list: TokenList): void {
  let at = readPlain(text, start, end, list);
  if (at === end) return;
  const whole = text.slice(start, end);
  const piece = withoutFootnoteMarks(whole);
  while (at < end) {
    const { form, isWord, end: to } = patternToken(piece, at - start);
    if (form !== '') list.add(form, at, start + to, isWord);
    at =
      piece === whole
        ? readPlain(text, start + to, end, list)
        : list.addPlain(piece, to, end - start, start) + start;
  }
}

/** Reads tokens up to `end`, or to where the pattern must tell. */
function readPlain(text: string, from: number, end: number, list: TokenList): number {
  for (let at = from; ;) {
    at = list.addPlain(text, at, end, 0);
    const to = at < end ? plainQuoteOrDash(text, at, end) : 0;
    if (to === 0) return at;
    list.add(KINDS[text.charCodeAt(at)] === QUOTE ? QUOTE_MARK : DASH, at, to, false);
    at = to;
  }
}

/** What the pattern reads at a place that is no plain space; the form is empty for what shows nothing. */
export function patternToken(
  text: string,
  at: number,
): { readonly form: string; readonly isWord: boolean; readonly end: number } {
  PIECE.lastIndex = at;
  const match = PIECE.exec(text);
  if (!match) return { form: '', isWord: false, end: at + 1 };
  const [piece, word] = match;
  return {
    form: word === undefined ? markForm(piece) : wordForm(word),
    isWord: word !== undefined,
    end: at + piece.length,
  };
}

/** Blanks the marks out, so that offsets stay. */
function withoutFootnoteMarks(text: string): string {
  if (!/\[\d|[⁰¹²³⁴-⁹]/.test(text)) return text;
  return text.replace(FOOTNOTE_MARK, (mark) => '\u2060'.repeat(mark.length));
}

/** Compatibility forms (ligatures, full width) are typography; `½` or `²` are not, and stay. */
function wordForm(word: string): string {
  if (/^[a-z0-9]+$/i.test(word)) return word;
  return word
    .replace(INVISIBLE, '')
    .replace(/[’ʼ‘`´′]/g, "'")
    .replace(/[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC\uFF10-\uFF5A]/g, (sign) => sign.normalize('NFKC'))
    .normalize('NFC');
}

function markForm(mark: string): string {
  if (mark.includes('…') || mark.startsWith('..') || /^\.\s?\.\s?\./.test(mark)) return ELLIPSIS;
  if (mark === ',,' || QUOTE_MARKS.test(mark)) return QUOTE_MARK;
  if (DASHES.test(mark)) return DASH;
  if (FULL_WIDTH_MARK.test(mark)) return mark.normalize('NFKC');
  return mark.replace(INVISIBLE, '').normalize('NFC');
}

/** East Asian marks as wide as a letter: they differ from ASCII's in their width. Brackets stay, as ASCII's are the editor's. */
const FULL_WIDTH_MARK = /^[\uFF01-\uFF0F\uFF1A-\uFF20]$/;

export function formAt({ flags, others, text, offset, start, end }: Tokens, index: number): string {
  const bits = flags[index];
  if (bits === undefined) return '';
  if ((bits & IS_OTHER) !== 0) return others.get(index) ?? '';
  return text.slice((start[index] ?? 0) - offset, (end[index] ?? 0) - offset);
}

/** Whether a token of one list has the form of a token of another: hashes only point, the characters tell. */
export function isSameForm(one: Tokens, index: number, other: Tokens, place: number): boolean {
  if (one.hashes[index] !== other.hashes[place]) return false;
  if ((((one.flags[index] ?? 0) | (other.flags[place] ?? 0)) & IS_OTHER) !== 0)
    return formAt(one, index) === formAt(other, place);
  const from = (one.start[index] ?? 0) - one.offset;
  const length = (one.end[index] ?? 0) - one.offset - from;
  const theirs = (other.start[place] ?? 0) - other.offset;
  if (length !== (other.end[place] ?? 0) - other.offset - theirs) return false;
  for (let at = 0; at < length; at++)
    if (one.text.charCodeAt(from + at) !== other.text.charCodeAt(theirs + at)) return false;
  return true;
}

export const isWord = (tokens: Tokens, index: number): boolean =>
  ((tokens.flags[index] ?? 0) & IS_WORD) !== 0;

/** Whether white space stands in front of the token. */
export const isSpaced = (tokens: Tokens, index: number): boolean =>
  ((tokens.flags[index] ?? 0) & IS_SPACED) !== 0;

/** The forms from one token to another (exclusive), a space between them. */
export function formsBetween(tokens: Tokens, from: number, to: number): string {
  const forms: string[] = [];
  for (let index = from; index < to; index++) forms.push(formAt(tokens, index));
  return forms.join(' ');
}

/** How many of the tokens `from` to `to` (exclusive) are words. */
export function countWords(tokens: Tokens, from = 0, to = tokens.length): number {
  let words = 0;
  for (let index = from; index < to; index++) if (isWord(tokens, index)) words++;
  return words;
}

/** Tokens `from` to `to` (exclusive) of a list, as they stand one behind the other. */
export interface TokenRun {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
}

export const runOf = (tokens: Tokens, from = 0, to = tokens.length): TokenRun => ({ tokens, from, to });

/** The first token at or behind `from` where the forms of `run` stand, or -1. */
export function findRun(tokens: Tokens, run: TokenRun, from = 0): number {
  const last = tokens.length - (run.to - run.from);
  const first = run.tokens.hashes[run.from];
  for (let at = Math.max(0, from); at <= last; at++)
    if (tokens.hashes[at] === first && standsAt(tokens, at, run)) return at;
  return -1;
}

/** Whether the forms of a run stand at a token. */
export function standsAt(tokens: Tokens, at: number, run: TokenRun): boolean {
  const length = run.to - run.from;
  if (at + length > tokens.length) return false;
  for (let offset = 0; offset < length; offset++)
    if (tokens.hashes[at + offset] !== run.tokens.hashes[run.from + offset]) return false;
  for (let offset = 0; offset < length; offset++)
    if (!isSameForm(run.tokens, run.from + offset, tokens, at + offset)) return false;
  return true;
}
