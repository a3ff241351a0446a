const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
const APOSTROPHE = /['’ʼ‘`´′]/;

/** Whether a word stands in a text as a whole word, letter for letter. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!goesOn(text, at - 1, -1) && !goesOn(text, at + word.length, 1)) return true;
  return false;
}

/** Whether the character at `at` belongs to the word beside it: a letter, or an apostrophe with a letter behind it. */
function goesOn(text: string, at: number, step: 1 | -1): boolean {
  const sign = text[at] ?? '';
  return IN_WORD.test(sign) || (APOSTROPHE.test(sign) && IN_WORD.test(text[at + step] ?? ''));
}
