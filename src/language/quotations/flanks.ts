import { isClosingOnly, isGuillemet, isOpeningOnly, isSingle, isStraight } from './marks';

/** What a mark can be, judged by the characters around it. */
export interface Flanks {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const NEITHER: Flanks = { canOpen: false, canClose: false };

const isWord = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);
const isSpace = (character: string): boolean => character === '' || /\s/.test(character);
/** Scripts that put no spaces between words, so that letters on both sides say nothing. */
const isUnspaced = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character);
const CANNOT_BEGIN = /^[)\]},;:!?」』]/;
const CANNOT_END = /[([{「『]$/;

/**
 * Whether `mark` can open or close a quotation between `before` and `after`, the characters next to it ('' at the ends
 * of a block). Between two letters it is an apostrophe, an abbreviation's gershayim (צה״ל) or nothing.
 */
export function flanksOf(mark: string, before: string, after: string): Flanks {
  if (isUnspaced(before) || isUnspaced(after)) return unspaced(mark, before, after);
  if (isWord(before) && isWord(after)) return betweenLetters(mark);
  const canOpen = !isWord(before) && !isSpace(after) && !CANNOT_BEGIN.test(after);
  const canClose = !isSpace(before) && !isWord(after) && !CANNOT_END.test(before);
  if (isStraight(mark)) return { canOpen, canClose };
  if (isGuillemet(mark))
    return { canOpen: isOpeningOnly(mark) || canOpen, canClose: !isOpeningOnly(mark) || canClose };
  if (isOpeningOnly(mark)) return { canOpen: !isSpace(after) && !isWord(before), canClose };
  return { canOpen: canOpen && !isClosingOnly(mark), canClose: !isSpace(before) };
}

/**
 * ו"הגשר" or و"الجسر": a particle of one or two letters is written together with the quotation that follows, while in
 * an abbreviation (צה״ל) one letter is left behind the mark.
 */
export const opensBehindPrefix = (before: string, after: string): boolean =>
  /(?<![\p{L}\p{M}])[\p{Script=Hebrew}\p{Script=Arabic}]{1,2}$/u.test(before) &&
  /^[\p{Script=Hebrew}\p{Script=Arabic}]{2}/u.test(after);

/** `„Wort“s`: curly double marks are no apostrophes, and what stands in front of them is no space. */
function betweenLetters(mark: string): Flanks {
  if (isGuillemet(mark)) return directed(mark);
  return isStraight(mark) || isSingle(mark) ? NEITHER : { canOpen: false, canClose: true };
}

const directed = (mark: string): Flanks => ({ canOpen: isOpeningOnly(mark), canClose: !isOpeningOnly(mark) });

function unspaced(mark: string, before: string, after: string): Flanks {
  if (!isStraight(mark)) return directed(mark);
  return {
    canOpen: !isSpace(after) && !CANNOT_BEGIN.test(after),
    canClose: !isSpace(before) && !CANNOT_END.test(before),
  };
}
