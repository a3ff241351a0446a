/** What the character of a code begins where nothing unusual follows: see `plainEnd`. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** One mark that is always a token by itself. */
const MARK = 3;
/** A mark that can go on with the next character. */
const JOINING_MARK = 4;
/** A mark that can begin the mark of a footnote. */
const OPENING_MARK = 5;

const KINDS = new Uint8Array(128).fill(OTHER);
const mark = (signs: string, kind: number): void => {
  for (const sign of signs) KINDS[sign.charCodeAt(0)] = kind;
};
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LETTER);
mark('0123456789', DIGIT);
mark('!"#$%&()*+/:;<=>?@\\]^_{|}~', MARK);
mark('.,-', JOINING_MARK);
mark('[', OPENING_MARK);

/** En dash, em dash, double quotation marks, ellipsis: no word goes on over them. */
const NO_LETTERS = new Set([0x2013, 0x2014, 0x201c, 0x201d, 0x2026]);

export const isPlainSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

export const isPlainWord = (code: number): boolean => KINDS[code] === LETTER || KINDS[code] === DIGIT;

/**
 * Where the token that begins at `at` ends, if it is one whose form is its own characters, and if that can be told from ASCII
 * alone: a word, or a mark that stands alone. 0 where it cannot: then the pattern of tokens must tell. Nothing behind `limit` counts.
 */
export function plainEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  const kind = code < 128 ? KINDS[code] : OTHER;
  if (kind === LETTER || kind === DIGIT) return wordEnd(text, at, limit);
  const next = codeAt(text, at + 1, limit);
  if (kind === MARK) return at + 1;
  if (kind === OPENING_MARK) return KINDS[next] === DIGIT ? 0 : at + 1;
  if (kind !== JOINING_MARK || next >= 128 || next === code) return 0;
  // A full stop may begin an ellipsis with spaces in it.
  return code === 0x2e && mayLeadToDot(text, at + 1, limit) ? 0 : at + 1;
}

/** The code at a place of a text; 0, which is no letter and no mark, from `limit` on. */
const codeAt = (text: string, at: number, limit: number): number => (at < limit ? text.charCodeAt(at) : 0);

/** One space, and a full stop or something unusual behind it. */
function mayLeadToDot(text: string, at: number, limit: number): boolean {
  if (!isPlainSpace(codeAt(text, at, limit))) return false;
  const code = codeAt(text, at + 1, limit);
  return code === 0x2e || code >= 128;
}

// eslint-disable-next-line complexity -- the innermost loop: a call for each letter would be felt
function wordEnd(text: string, at: number, limit: number): number {
  for (let end = at + 1; ; end++) {
    const code = codeAt(text, end, limit);
    if (isPlainWord(code)) continue;
    const next = codeAt(text, end + 1, limit);
    switch (code) {
      case 0x27: // '
        if (KINDS[next] === LETTER) continue;
        return next >= 128 ? 0 : end;
      case 0x60: // `
      case 0x2018: // ‘
      case 0x2019: // ’
        return next >= 128 || KINDS[next] === LETTER ? 0 : end;
      case 0x2c: // ,
      case 0x2e: // .
        if (KINDS[text.charCodeAt(end - 1)] !== DIGIT) return end;
        if (KINDS[next] === DIGIT) continue;
        return next >= 128 ? 0 : end;
      case 0x5b: // [
        return KINDS[next] === DIGIT ? 0 : end;
      default:
        return code < 128 || NO_LETTERS.has(code) ? end : 0;
    }
  }
}
