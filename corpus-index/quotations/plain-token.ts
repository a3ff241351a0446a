/** What a character begins where nothing unusual follows. What is not said below is something else, which the pattern of tokens must tell. */
const OTHER = 0;
export const SPACE = 1;
/** One mark that is always a token by itself. */
const MARK = 2;
/** A mark that can go on with the next character. */
const JOINING_MARK = 3;
/** A mark that can begin the mark of a footnote. */
const OPENING_MARK = 4;
/** Quotation marks and dashes, whatever their shape: see `QUOTE_MARK` and `DASH` in `tokens.ts`. */
export const QUOTE = 5;
const DASHES = 6;
/** From here on characters that words are made of. */
export const WORD = 7;
const LETTER = 7;
const DIGIT = 8;

/** By character: told without asking whether it is ASCII. */
export const KINDS: Uint8Array = new Uint8Array(0x10000).fill(OTHER);
const are = (signs: string, kind: number): void => {
  for (const sign of signs) KINDS[sign.charCodeAt(0)] = kind;
};
are(' \t\n\v\f\r\u00a0', SPACE);
are('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LETTER);
are('0123456789', DIGIT);
are('!"#$%&()*+/:;<=>?@\\]^_{|}~', MARK);
are('.,-', JOINING_MARK);
are('[', OPENING_MARK);
are("'`´‘’‚‛“”„‟«»‹›", QUOTE);
are('‐‑‒–—―', DASHES);

/** En dash, em dash, double quotation marks, ellipsis: no word goes on over them. */
const NO_LETTERS = new Set([0x2013, 0x2014, 0x201c, 0x201d, 0x2026]);

/** Whether the mark at `at` is a token by itself, whose form is the mark, and that can be told from what is plain. Nothing behind `limit` counts. */
export function isPlainMark(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at);
  const kind = KINDS[code];
  if (kind === MARK) return true;
  const next = codeAt(text, at + 1, limit);
  if (kind === OPENING_MARK) return KINDS[next] !== DIGIT;
  if (kind !== JOINING_MARK || next >= 128 || next === code) return false;
  // A full stop may begin an ellipsis with spaces in it.
  return code !== 0x2e || !mayLeadToDot(text, at + 1, limit);
}

/** One space, and a full stop or something unusual behind it. */
function mayLeadToDot(text: string, at: number, limit: number): boolean {
  if (KINDS[codeAt(text, at, limit)] !== SPACE) return false;
  const code = codeAt(text, at + 1, limit);
  return code === 0x2e || code >= 128;
}

/** Where a quotation mark that stands alone, or dashes, end that begin at `at`; 0 where neither does, or the pattern must tell. */
export function plainQuoteOrDash(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (KINDS[code] === QUOTE) return codeAt(text, at + 1, limit) === code ? 0 : at + 1;
  let to = at;
  while (isDash(codeAt(text, to, limit))) to++;
  return to > at && !RARE_DASHES.has(codeAt(text, to, limit)) ? to : 0;
}

const isDash = (code: number): boolean => code === 0x2d || KINDS[code] === DASHES;

/** Two-em and three-em dash, minus, small and full-width hyphens. */
const RARE_DASHES = new Set([0x2e3a, 0x2e3b, 0x2212, 0xfe58, 0xfe63, 0xff0d]);

/** How a word goes on behind its letters and digits. */
export const ENDS = 0;
/** The character belongs to it, and a letter or digit comes behind it. */
export const GOES_ON = 1;
/** The pattern must tell. */
const UNSURE = 2;

/** How a word goes on at `at`, where no letter or digit stands that could be told from ASCII. */
export function wordGoesOn(text: string, at: number, limit: number): number {
  const code = codeAt(text, at, limit);
  const next = codeAt(text, at + 1, limit);
  switch (code) {
    case 0x27: // '
      if (KINDS[next] === LETTER) return GOES_ON;
      return next >= 128 ? UNSURE : ENDS;
    case 0x60: // `
    case 0x2018: // ‘
    case 0x2019: // ’
      return next >= 128 || KINDS[next] === LETTER ? UNSURE : ENDS;
    case 0x2c: // ,
    case 0x2e: // .
      return KINDS[text.charCodeAt(at - 1)] === DIGIT ? separatorGoesOn(next) : ENDS;
    case 0x5b: // [
      return KINDS[next] === DIGIT ? UNSURE : ENDS;
    default:
      return code < 128 || NO_LETTERS.has(code) ? ENDS : UNSURE;
  }
}

/** A separator of digits, by what stands behind it. */
function separatorGoesOn(next: number): number {
  if (KINDS[next] === DIGIT) return GOES_ON;
  return next >= 128 ? UNSURE : ENDS;
}

/** The code at a place of a text; 0, which is no letter and no mark, from `limit` on. */
const codeAt = (text: string, at: number, limit: number): number => (at < limit ? text.charCodeAt(at) : 0);
