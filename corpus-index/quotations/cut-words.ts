import type { Tokens } from './tokens';
import { DASH, formAt, isSpaced, isWord, QUOTE_MARK } from './tokens';

/** Marks that tie words to one: `non-combatants`, `and/or`. A dash of a sentence is longer, or has space around it. */
const TIE = /^[-‐‑/]$/;

/** Forms of the Arabic article: a name is the same without it. The article alone is half a word like any other. */
const ARTICLE = /^(?:al|el|as|ash|ad|an|ar|at|az|ath|adh|ul|ud)$/i;

const isDigits = (form: string): boolean => /^\p{Nd}+$/u.test(form);

/**
 * Whether a stretch of a source begins or ends inside what a reader takes for one word or number: half a compound
 * ("combatants" of "non-combatants"), the rest of a number ("500" of "1 500"), a number without its minus.
 * `raw` is the text that the tokens were read from.
 */
export const cutsWords = (tokens: Tokens, raw: string, from: number, to: number): boolean =>
  beginsInside(tokens, raw, from) || endsInside(tokens, raw, to);

/** The tokens of the source in front of such a stretch and behind it that belong to its first and last word; empty where none do. */
export function cutRests(
  tokens: Tokens,
  raw: string,
  from: number,
  to: number,
): { readonly before: number; readonly behind: number } {
  const before = !beginsInside(tokens, raw, from)
    ? from
    : partsNumeral(tokens, from) ||
        isSpaced(tokens, from) ||
        !isWord(tokens, from - 2) ||
        isSpaced(tokens, from - 1)
      ? from - 1
      : from - 2;
  const behind = !endsInside(tokens, raw, to)
    ? to
    : partsNumeral(tokens, to) || isSpaced(tokens, to)
      ? to + 1
      : to + 2;
  return { before, behind };
}

function beginsInside(tokens: Tokens, raw: string, from: number): boolean {
  if (!isWord(tokens, from) || from === 0) return false;
  if (partsNumeral(tokens, from)) return true;
  const before = from - 1;
  if (isSpaced(tokens, from))
    return (
      isTie(tokens, raw, before) || (isDigitGroup(tokens, from) && isShortNumber(formAt(tokens, before)))
    );
  if (/^\p{N}/u.test(formAt(tokens, from)) && leadsNumber(tokens, before)) return true;
  return isTie(tokens, raw, before) && !ARTICLE.test(formAt(tokens, before - 1));
}

/** A minus or a point in front of a number, or a mark that parts its thousands. */
function leadsNumber(tokens: Tokens, at: number): boolean {
  const form = formAt(tokens, at);
  if (form === DASH || form === '.') return isSpaced(tokens, at);
  return form === QUOTE_MARK && !isSpaced(tokens, at) && isDigits(formAt(tokens, at - 1));
}

/** What thousands can stand behind. */
const isShortNumber = (form: string): boolean => isDigits(form) && form.length <= 3;

function endsInside(tokens: Tokens, raw: string, to: number): boolean {
  if (!isWord(tokens, to - 1) || to >= tokens.length) return false;
  if (partsNumeral(tokens, to)) return true;
  const last = formAt(tokens, to - 1);
  if (isSpaced(tokens, to)) return isShortNumber(last) && isDigitGroup(tokens, to);
  if (
    isDigits(last) &&
    formAt(tokens, to) === QUOTE_MARK &&
    !isSpaced(tokens, to + 1) &&
    isDigits(formAt(tokens, to + 1))
  )
    return true;
  return isTie(tokens, raw, to);
}

/** 五十 ends in front of token `at`, and goes on with it: each sign of a numeral is a word of its own. */
const partsNumeral = (tokens: Tokens, at: number): boolean =>
  !isSpaced(tokens, at) && NUMERAL.test(formAt(tokens, at - 1)) && NUMERAL.test(formAt(tokens, at));

const NUMERAL = /^[〇零一二三四五六七八九十百千万萬亿億兆]$/;

/** Exactly three digits, as behind a space that parts thousands. */
const isDigitGroup = (tokens: Tokens, at: number): boolean => /^\p{Nd}{3}$/u.test(formAt(tokens, at));

/** A hyphen or slash between two words, no space on either side. */
function isTie(tokens: Tokens, raw: string, at: number): boolean {
  const mark = raw.slice(tokens.start[at], tokens.end[at]);
  const isBetween = at > 0 && isWord(tokens, at - 1) && isWord(tokens, at + 1);
  if (!isBetween || isSpaced(tokens, at)) return false;
  if (isSpaced(tokens, at + 1)) return isLineHyphen(tokens, raw, mark, at);
  return TIE.test(mark) || isRange(tokens, mark, at);
}

/** A word goes on behind a hyphen at the end of a line, unless another hyphen's word does: "pre-" and "post-war". */
function isLineHyphen(tokens: Tokens, raw: string, mark: string, at: number): boolean {
  const [behind, next] = [tokens.end[at] ?? 0, tokens.start[at + 1] ?? 0];
  const goesOn = /^[-‐‑]$/.test(mark) && /^[ \t]*\r?\n[ \t]*$/.test(raw.slice(behind, next));
  return goesOn && /^\p{Ll}/u.test(raw.slice(next, next + 2)) && !JOINS.test(formAt(tokens, at + 1));
}

/** Between words that share their second half, in the languages that write a hyphen there. */
const JOINS = /^(?:and|or|to|but|und|oder|bis|sowie|et|ou|y|o|e|en|of|och|eller|og)$/;

/** A dash between two numbers: `10–20`. */
const isRange = (tokens: Tokens, mark: string, at: number): boolean =>
  /^[–—]$/.test(mark) && /^\p{N}/u.test(formAt(tokens, at - 1)) && /^\p{N}/u.test(formAt(tokens, at + 1));
