import { MARKUP } from '#corpus-index';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-–][\p{L}\p{N}\p{M}]+)*/gu;
/** Scripts without spaces between words: two of their letters count as one word, which is a little less than is usual. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const LETTERS_A_WORD = 2;

export function countWords(text: string): number {
  const visible = text.replaceAll(MARKUP, '');
  const letters = visible.match(UNSPACED)?.length ?? 0;
  const rest = letters === 0 ? visible : visible.replace(UNSPACED, ' ');
  return (rest.match(WORD)?.length ?? 0) + Math.floor(letters / LETTERS_A_WORD);
}
