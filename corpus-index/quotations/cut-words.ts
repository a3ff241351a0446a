import type { Tokens } from './tokens';
import { DASH, formAt, isSpaced, isWord, QUOTE_MARK } from './tokens';

/** Marks that tie words to one: `non-combatants`, `and/or`. A dash of a sentence is longer, or has space around it. */
const TIE = /^[-‐‑/]$/;

/** Forms of the Arabic article: a name is the same without it. */
const ARTICLE = /^(?:al|el|as|ash|ad|an|ar|at|az|ath|adh|ul|ud)$/i;

const isDigits = (form: string): boolean => /^\p{Nd}+$/u.test(form);

/**
 * Whether a stretch of a source begins or ends inside what a reader takes for one word or number: half a compound
 * ("combatants" of "non-combatants"), the rest of a number ("500" of "1 500"), a number without its minus.
 * `raw` is the text that the tokens were read from.
 */
export const cutsWords = (tokens: Tokens, raw: string, from: number, to: number): boolean =>
  beginsInside(tokens, raw, from) || endsInside(tokens, raw, to);

function beginsInside(tokens: Tokens, raw: string, from: number): boolean {
  if (!isWord(tokens, from) || from === 0) return false;
  const before = from - 1;
  const number = /^\p{N}/u.test(formAt(tokens, from));
  if (isSpaced(tokens, from))
    return (
      isDigitGroup(tokens, from) && isDigits(formAt(tokens, before)) && formAt(tokens, before).length <= 3
    );
  if (number && formAt(tokens, before) === DASH && isSpaced(tokens, before)) return true;
  if (number && formAt(tokens, before) === '.' && isSpaced(tokens, before)) return true;
  if (
    number &&
    formAt(tokens, before) === QUOTE_MARK &&
    !isSpaced(tokens, before) &&
    isDigits(formAt(tokens, before - 1))
  )
    return true;
  return isTie(tokens, raw, before) && !ARTICLE.test(formAt(tokens, before - 1));
}

function endsInside(tokens: Tokens, raw: string, to: number): boolean {
  if (!isWord(tokens, to - 1) || to >= tokens.length) return false;
  const last = formAt(tokens, to - 1);
  if (isSpaced(tokens, to)) return isDigits(last) && last.length <= 3 && isDigitGroup(tokens, to);
  if (
    isDigits(last) &&
    formAt(tokens, to) === QUOTE_MARK &&
    !isSpaced(tokens, to + 1) &&
    isDigits(formAt(tokens, to + 1))
  )
    return true;
  return isTie(tokens, raw, to) && !ARTICLE.test(last);
}

/** Exactly three digits, as behind a space that parts thousands. */
const isDigitGroup = (tokens: Tokens, at: number): boolean => /^\p{Nd}{3}$/u.test(formAt(tokens, at));

/** A hyphen or slash between two words, no space on either side. */
function isTie(tokens: Tokens, raw: string, at: number): boolean {
  const mark = raw.slice(tokens.start[at], tokens.end[at]);
  const isBetween = at > 0 && isWord(tokens, at - 1) && isWord(tokens, at + 1);
  return (
    isBetween &&
    !isSpaced(tokens, at) &&
    !isSpaced(tokens, at + 1) &&
    (TIE.test(mark) || isRange(tokens, mark, at))
  );
}

/** A dash between two numbers: `10–20`. */
const isRange = (tokens: Tokens, mark: string, at: number): boolean =>
  /^[–—]$/.test(mark) && /^\p{N}/u.test(formAt(tokens, at - 1)) && /^\p{N}/u.test(formAt(tokens, at + 1));
