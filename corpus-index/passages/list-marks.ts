/** A list's bullet, a numbered paragraph's number: `-`, `1.`, `(b)`, `iv)`, `12.3 Text`, `§ 4`, `Art. 5`, `[6]`. */
const ITEM =
  /^(?:[-*•◦▪‣–—]\s+\S|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s+\S|\d{1,3}(?:\.\d{1,3})+\s+\p{Lu}|§{1,2}\s*\d|art(?:icle|ikel)?\.?\s+\d+\s*[.:]|\[\d{1,3}\]\s+\S)/iu;

const NUMBER = /^\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+\p{Lu}/u;

export const isListItem = (words: string): boolean => ITEM.test(words);

export const isNumbered = (words: string): boolean => NUMBER.test(words);

/** Which sort of mark an item begins with: those of one list are of one sort. */
export const markSort = (words: string): string =>
  (words.split(/\s/, 1)[0] ?? '').replace(/\d+/g, '1').replace(/[ivx]+|[a-z]/gi, 'a');

/** How deep a numbered heading lies: 1 for `2.`, 2 for `2.1`. */
export const numberDepth = (words: string): number =>
  (/^\(?[\d.]+/.exec(words)?.[0].match(/\d+/g) ?? []).length;

/** "Q: …", "El-Marsawi: …", "MR VERNE: …": who speaks, in up to four words, and what. */
const SPEAKER =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s+(?:\p{Lu}|al-|el-|van |von |de )[\p{L}\p{M}.'’-]*){0,3}(?:\s*\([^)]{1,30}\))?:\s+\S/u;

export const hasSpeaker = (words: string): boolean => SPEAKER.test(words);
