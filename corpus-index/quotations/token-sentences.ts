import { BOUNDARY } from '../text/boundary';
import type { Tokens } from './tokens';
import { ELLIPSIS, formAt, isSpaced, isWord, QUOTE_MARK } from './tokens';

/** A full stop behind these ends no sentence; initials and single letters are told by their length. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|capt|sgt|sen|rep|gov|st|jr|sr|vs|no|ca|cf|etc|inc|ltd|co|al|vol|pp?|paras?)$/i;

/** Whether a sentence ends at the token: a closing mark with a new beginning behind it. */
export function endsSentence(tokens: Tokens, at: number): boolean {
  const form = formAt(tokens, at);
  if (!/^[.!?。！？؟]$/.test(form)) return false;
  const word = formAt(tokens, at - 1);
  if (form === '.' && (ABBREVIATION.test(word) || /^\p{L}$/u.test(word)) && !isSpaced(tokens, at))
    return false;
  const next = skipMarks(tokens, at + 1);
  if (next >= tokens.length) return true;
  return (
    (form === '。' || isParted(tokens, at + 1, next)) &&
    (!isWord(tokens, next) || !/^\p{Ll}/u.test(formAt(tokens, next)))
  );
}

/** White space stands somewhere between the two tokens. */
function isParted(tokens: Tokens, from: number, to: number): boolean {
  for (let token = from; token <= to; token++) if (isSpaced(tokens, token)) return true;
  return false;
}

/** A colon with a capital behind it: a speaker's name, or words announced. */
const announces = (tokens: Tokens, colon: number, at: number): boolean =>
  formAt(tokens, colon) === ':' && /^\p{Lu}/u.test(formAt(tokens, at));

/** Whether a sentence begins at the token, quotation marks in front of it apart. */
export function beginsSentence(tokens: Tokens, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && formAt(tokens, before) === QUOTE_MARK) before--;
  return (
    before < 0 ||
    endsSentence(tokens, before) ||
    announces(tokens, before, at) ||
    [ELLIPSIS, BOUNDARY].includes(formAt(tokens, before))
  );
}

/** The token behind the sentence that goes on at `at`; `limit` bounds it. */
export function sentenceEnd(tokens: Tokens, at: number, limit: number): number {
  for (let token = at; token < limit; token++) if (endsSentence(tokens, token)) return token;
  return limit;
}

/** The first token of the sentence that `at` lies in; `limit` bounds it. */
export function sentenceStart(tokens: Tokens, at: number, limit: number): number {
  let start = at;
  while (start > limit && !beginsSentence(tokens, start)) start--;
  return start;
}

function skipMarks(tokens: Tokens, at: number): number {
  let next = at;
  while (next < tokens.length && /^["\])]$/.test(formAt(tokens, next))) next++;
  return next;
}
