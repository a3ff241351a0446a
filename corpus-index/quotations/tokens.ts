import { BOUNDARY } from '../text/boundary';
import type { Span } from '../text/span';
import { isPlainSpace, isPlainWord, plainEnd } from './plain-token';
import { TokenList } from './token-list';

/**
 * The words and marks of a text in the forms in which quotation and source are compared. Two texts with
 * the same forms differ in typography only: the shape of quote marks and dashes, spaces, line breaks,
 * ligatures, soft hyphens, composed or combining accents. Case, digits, letters and all other marks count.
 */
export interface Tokens {
  readonly length: number;
  /** All forms, a space in front of each and behind the last, so that a search finds whole tokens. */
  readonly joined: string;
  /** Where each form begins in `joined`; one more entry for the end. */
  readonly at: Uint32Array;
  /** Offsets in the text the tokens were read from, end exclusive. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Bits: see `IS_WORD` and `IS_SPACED`. */
  readonly flags: Uint8Array;
}

const IS_WORD = 1;
const IS_SPACED = 2;

/** All quotation marks and primes have one form: sources nest them one way, drafts the other. */
export const QUOTE_MARK = '"';
export const DASH = '-';
export const ELLIPSIS = '…';

/** Primes are no quotation marks: 5′ is not 5″. */
const QUOTE_MARKS = /["'`´‘’‚‛“”„‟«»‹›＂＇「」『』〝〞〟״]/u;
const DASHES = /[-‐‑‒–—―⸺⸻−﹘﹣－]/u;

/**
 * Characters that show nothing: soft hyphen, zero-width characters, byte order mark, variation selectors, the Arabic
 * stretching mark. Overrides of the direction of writing are not among them: they change what a reader sees.
 */
const INVISIBLE = /(?![\u202A-\u202E\u2066-\u2069])\p{Default_Ignorable_Code_Point}|\u0640/gu;

/**
 * In order: the full stop in front of an ellipsis; an ellipsis, as glyph or dots; a word (one ideograph or kana, or letters, digits, combining marks; between
 * them an apostrophe, an invisible character, or a separator of digits); doubled quote marks; dashes; anything else but space.
 */
const PIECE =
  /\.(?=\s?(?:\.\s?\.\s?\.|…))|(?:\.\s?\.\s?\.|…)[.…]*|([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}\p{M}](?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}\p{M}]|(?:(?![\u202A-\u202E\u2066-\u2069])\p{DI})+(?=[\p{L}\p{N}\p{M}])|['’ʼ‘`´′](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))*)|''|``|,,|[-‐‑‒–—―⸺⸻−﹘﹣－]+|\S/uy;

/**
 * Marks of footnotes in running text: `[12]` right behind a word or a mark; raised figures behind a mark, or behind a word where
 * they are no square or cube.
 */
const FOOTNOTE_MARK =
  /(?<=[\p{L}\p{P}])\[\d{1,3}\]|(?<=[.,;:!?”’"'»)])[¹²³⁰⁴-⁹]{1,3}|(?<=\p{L}{3})(?:[¹⁴-⁹](?![⁰¹²³⁴-⁹])|[¹²³⁴-⁹][⁰¹²³⁴-⁹]{1,2})/gu;

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
  const list = new TokenList();
  for (const { start, end, apart } of stretches) {
    if (apart) list.add(BOUNDARY, start + offset, start + offset, IS_SPACED);
    readPiece(withoutFootnoteMarks(text.slice(start, end)), start + offset, list);
  }
  return list.finish();
}

/** Most tokens can be told by a look at a few characters; the others by the pattern. */
function readPiece(piece: string, offset: number, list: TokenList): void {
  let last = -1;
  for (let at = 0; at < piece.length;) {
    const code = piece.charCodeAt(at);
    if (isPlainSpace(code)) {
      at++;
      continue;
    }
    const spaced = at === last ? 0 : IS_SPACED;
    const plain = plainEnd(piece, at);
    if (plain > 0) {
      list.addAsWritten(piece, at, plain, offset, isPlainWord(code) ? IS_WORD | spaced : spaced);
      last = at = plain;
      continue;
    }
    const { form, isWord, end } = patternToken(piece, at);
    if (form !== '') {
      list.add(form, at + offset, end + offset, isWord ? IS_WORD | spaced : spaced);
      last = end;
    }
    at = end;
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
  if (!/[[⁰¹²³⁴-⁹]/.test(text)) return text;
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
  return mark.replace(INVISIBLE, '').normalize('NFC');
}

export const formAt = (tokens: Tokens, index: number): string =>
  tokens.joined.slice(tokens.at[index], (tokens.at[index + 1] ?? 1) - 1);

export const isWord = (tokens: Tokens, index: number): boolean =>
  ((tokens.flags[index] ?? 0) & IS_WORD) !== 0;

/** Whether white space stands in front of the token. */
export const isSpaced = (tokens: Tokens, index: number): boolean =>
  ((tokens.flags[index] ?? 0) & IS_SPACED) !== 0;

/** The forms from one token to another (exclusive) as a search string, spaces around. */
export const runOf = (tokens: Tokens, from: number, to: number): string =>
  tokens.joined.slice((tokens.at[from] ?? 1) - 1, tokens.at[to] ?? tokens.joined.length);

/** How many of the tokens `from` to `to` (exclusive) are words. */
export function countWords(tokens: Tokens, from = 0, to = tokens.length): number {
  let words = 0;
  for (let index = from; index < to; index++) if (isWord(tokens, index)) words++;
  return words;
}

/** The first token at or behind `from` where `run` (from `runOf`) stands, or -1. */
export function findRun(tokens: Tokens, run: string, from = 0): number {
  if (from >= tokens.length) return -1;
  const position = tokens.joined.indexOf(run, (tokens.at[from] ?? 1) - 1);
  return position < 0 ? -1 : tokenAtPosition(tokens, position + 1);
}

/** The token whose form begins at a position of `joined`. */
function tokenAtPosition(tokens: Tokens, position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.at[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
