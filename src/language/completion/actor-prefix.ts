/** The beginning of a name in front of the cursor: what was typed, and where it begins. */
export interface NamePrefix {
  readonly text: string;
  readonly start: number;
}

/** A name is looked for once so many letters are typed. */
const FEWEST_LETTERS = 2;

/** So many words of a name may have been typed. */
const MOST_WORDS = 3;

/** The words in front of the cursor, the last one unfinished. */
const TYPED = /(?:\p{L}[\p{L}\p{M}'’ʿʾ-]*\s+)*\p{L}[\p{L}\p{M}'’ʿʾ-]*$/u;

const REACH = 80;

/** What may be the beginning of a name in front of the cursor, longest first: up to three words, or the last alone. */
export function namePrefixes(text: string, offset: number): NamePrefix[] {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const typed = TYPED.exec(before);
  if (!typed || /[\p{L}\p{N}@.]/u.test(before[typed.index - 1] ?? ' ')) return [];
  const starts = [...typed[0].matchAll(/\S+/g)].map((word) => word.index).slice(-MOST_WORDS);
  return starts
    .map((start) => ({ text: typed[0].slice(start), start: offset - typed[0].length + start }))
    .filter(({ text: words }) => words.replace(/\P{L}/gu, '').length >= FEWEST_LETTERS);
}
