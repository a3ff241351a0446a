/** Ends of a sentence, closing marks and footnote marks behind them included. */
const SENTENCE_END = /[.!?…。！？؟۔](?:[”’"'»“›)\]*†‡\d]|\[\d+\])*$/u;
const INNER_SENTENCE_END = /[.!?…]["”’»)]*\s+\p{Lu}/u;
const ABBREVIATION =
  /\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|vs|No|U\.S|U\.K|U\.N|[A-Z])\.\s+\p{Lu}/gu;
const SECTION_NUMBER = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|[IVX]{1,5}[.)])\s+(?=\p{Lu})/u;

/** What no heading begins or ends with: a dash of speech, an item of a list that a sentence runs through. */
const NO_HEADING = /^[-*•◦▪‣–—]\s|^\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]\s+\p{Ll}|[,;:]$|;\s+(?:and|or)$/u;

/** A heading is a line; longer ones (UTF-16 code units, words) are prose that lost its full stop. */
const LONGEST_HEADING = 100;
const MOST_HEADING_WORDS = 14;

export const endsSentence = (words: string): boolean => SENTENCE_END.test(words.trimEnd());

export const startsLowerCase = (words: string): boolean => /^\p{Ll}/u.test(words);

/** Whether a paragraph could be a heading by its shape: one short line that is no sentence. */
export function looksLikeHeading(words: string): boolean {
  if (words.length > LONGEST_HEADING || /[\n\r]/.test(words)) return false;
  if (words.split(/\s+/).length > MOST_HEADING_WORDS) return false;
  if (endsSentence(words) || NO_HEADING.test(words) || startsLowerCase(words)) return false;
  if (/^["“„«‘'(]/.test(words) && /["”“»’')]$/.test(words)) return false;
  return !INNER_SENTENCE_END.test(words.replace(SECTION_NUMBER, '').replace(ABBREVIATION, ''));
}
