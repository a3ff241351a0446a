import type { Tokens } from './tokens';
import { formHash } from './form-hash';
import { ELLIPSIS, formAt, formsBetween, isSpaced, isWord } from './tokens';

/**
 * A quotation as the editor's conventions read it: words as they stand, marked omissions, and brackets, whose words
 * are the editor's. `from` and `to` (exclusive) are tokens of the quotation.
 */
export type PatternPart =
  | { readonly kind: 'literal'; readonly from: number; readonly to: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  /** `[the group]`, `[sic]`: put in, or in place of words. */
  | { readonly kind: 'bracket'; readonly from: number; readonly to: number; readonly comment: boolean }
  /** `[T]he`, `support[s]`: one word, parts of it the editor's. */
  | { readonly kind: 'patched-word'; readonly from: number; readonly to: number; readonly fits: RegExp };

/** Longest bracket that is still read as the editor's, in tokens. */
const LONGEST_BRACKET = 40;

/** What editors write in brackets about the quotation, not in it. */
const COMMENT =
  /^(?:sic|sic !|recte\b.*|(?:my|our|the author ' s)? ?(?:emphas[ie]s|italics?|translation|trans \.?|brackets?|ellips[ie]s)\b.*|emphas[ie]s (?:added|mine|supplied|in (?:the )?original)|translated|laughter|laughs|applause|pause|inaudible|crosstalk|! | \?)$/i;

export function patternOf(tokens: Tokens): PatternPart[] {
  if (tokens.length === 0) return [];
  if (!hasEditorsMarks(tokens)) return [{ kind: 'literal', from: 0, to: tokens.length }];
  const parts: PatternPart[] = [];
  let literalFrom = 0;
  const closeLiteral = (at: number) => {
    if (at > literalFrom) parts.push({ kind: 'literal', from: literalFrom, to: at });
  };
  for (let at = 0; at < tokens.length;) {
    const part = gapAt(tokens, at) ?? patchedWordAt(tokens, at) ?? bracketAt(tokens, at);
    if (!part) {
      at++;
      continue;
    }
    closeLiteral(part.from);
    parts.push(part);
    at = literalFrom = part.to;
  }
  closeLiteral(tokens.length);
  return parts;
}

const ELLIPSIS_HASH = formHash(ELLIPSIS) >>> 0;
const OPENING_HASH = formHash('[') >>> 0;

/** A quick look: most quotations have neither an ellipsis nor a bracket. */
function hasEditorsMarks({ length, hashes }: Tokens): boolean {
  for (let token = 0; token < length; token++)
    if (hashes[token] === ELLIPSIS_HASH || hashes[token] === OPENING_HASH) return true;
  return false;
}

/** `…`, `[…]` or `(…)`. */
function gapAt(tokens: Tokens, at: number): PatternPart | undefined {
  const form = formAt(tokens, at);
  if (form === ELLIPSIS) return { kind: 'gap', from: at, to: at + 1 };
  const close = form === '[' ? ']' : form === '(' ? ')' : undefined;
  if (!close || formAt(tokens, at + 1) !== ELLIPSIS || formAt(tokens, at + 2) !== close) return undefined;
  return { kind: 'gap', from: at, to: at + 3 };
}

function closingBracket(tokens: Tokens, at: number): number | undefined {
  if (formAt(tokens, at) !== '[') return undefined;
  for (let close = at + 1; close < tokens.length && close - at <= LONGEST_BRACKET; close++) {
    const form = formAt(tokens, close);
    if (form === ']') return close > at + 1 ? close : undefined;
    if (form === '[') return undefined;
  }
  return undefined;
}

function bracketAt(tokens: Tokens, at: number): PatternPart | undefined {
  const close = closingBracket(tokens, at);
  if (close === undefined || touchesFigures(tokens, at, close)) return undefined;
  const words = formsBetween(tokens, at + 1, close);
  return { kind: 'bracket', from: at, to: close + 1, comment: COMMENT.test(words) };
}

/** `5[00]`: figures in a bracket that touches a word are another number, not a remark. */
function touchesFigures(tokens: Tokens, open: number, close: number): boolean {
  const touches =
    (open > 0 && isWord(tokens, open - 1) && !isSpaced(tokens, open)) ||
    (isWord(tokens, close + 1) && !isSpaced(tokens, close + 1));
  return touches && isNumber(tokens, open + 1, close);
}

/** A word some of whose letters are in brackets, nothing between: begins at the word or at the bracket. */
function patchedWordAt(tokens: Tokens, at: number): PatternPart | undefined {
  let to = at;
  let brackets = 0;
  let words = 0;
  while (to < tokens.length && (to === at || !isSpaced(tokens, to))) {
    const next = patchPieceEnd(tokens, to);
    if (next === undefined) break;
    if (next > to + 1) brackets++;
    else words++;
    to = next;
  }
  if (brackets === 0 || words === 0 || isNumber(tokens, at, to)) return undefined;
  return { kind: 'patched-word', from: at, to, fits: patchedWordPattern(tokens, at, to) };
}

/** Figures are whole or another number: none is patched. */
const isNumber = (tokens: Tokens, from: number, to: number): boolean =>
  /\p{N}/u.test(formsBetween(tokens, from, to));

/** End of one piece of a patched word at `at`: a word, or one word in brackets. */
function patchPieceEnd(tokens: Tokens, at: number): number | undefined {
  if (isWord(tokens, at)) return at + 1;
  const close = closingBracket(tokens, at);
  return close === at + 2 && isWord(tokens, at + 1) && !isSpaced(tokens, at + 1) ? close + 1 : undefined;
}

/** The longest stretch, in characters, that a bracket inside a word may stand for: an ending or a prefix. */
const LONGEST_PATCH = 4;

/** Matches the words of a source that a patched word of a quotation can have been made of. */
function patchedWordPattern(tokens: Tokens, from: number, to: number): RegExp {
  let pattern = '';
  for (let at = from; at < to;) {
    const end = patchPieceEnd(tokens, at) ?? at + 1;
    const letters = formAt(tokens, end > at + 1 ? at + 1 : at);
    if (end === at + 1) pattern += escape(letters);
    else if (letters.length === 1 && at === from)
      pattern += `(?:${escape(letters.toLowerCase())}|${escape(letters.toUpperCase())})`;
    else pattern += `[\\p{L}\\p{M}']{0,${Math.max(LONGEST_PATCH, letters.length)}}`;
    at = end;
  }
  return new RegExp(`^${pattern}$`, 'u');
}

/** Without the gaps at its two ends, and with one gap where several stand together. */
export function trimGaps(parts: readonly PatternPart[]): PatternPart[] {
  const isGap = (part: PatternPart | undefined) => part?.kind === 'gap';
  const first = parts.findIndex((part) => !isGap(part));
  const last = parts.findLastIndex((part) => !isGap(part));
  return parts
    .slice(Math.max(first, 0), last + 1)
    .filter((part, at, all) => !(isGap(part) && isGap(all[at - 1])));
}

const escape = (letters: string): string => letters.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
