/** How far two texts have the same words, whatever their order: the harmonic mean of precision and recall. */
export function wordF1(ours: string, theirs: string): number {
  const left = new Map<string, number>();
  const [a, b] = [wordsOf(ours), wordsOf(theirs)];
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(word, count - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}

/** Words that the end of a line parts are joined: which of the two a program does is its own matter. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[-‐]\s*\n\s*/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The same numbers at every run, from 0 to 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** Longest and shortest quotation, in words. */
const SHORTEST = 8;
const LONGEST = 24;

/** A short document has few sentences: no more quotations are cut out of one of them. */
const MOST_OF_ONE = 3;

/**
 * Stretches of whole words cut at random out of the sentences of a text that another program made, several out of one only where
 * there are few. What that program draws with signs of its own (bullets, numbers of lists and of notes, columns) is no prose and
 * is not cut from.
 */
export function cutQuotations(text: string, count: number, random: () => number): string[] {
  const sentences = text
    .split(/\n\s*\n|\f/)
    .filter(
      (block) => !/[\\{}•●○^~]|\s{3,}\S| {3}|_{2}|(?:\. ){3}|^\s*(?:\d+[.)]?|[-*])\s/m.test(block.trim()),
    )
    .flatMap((block) => [
      ...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(block.replace(/\n/g, '\u2028')),
    ])
    .map(({ segment }) => segment.replace(/\u2028/g, '\n').trim())
    .filter((sentence) => /^\p{Lu}/u.test(sentence) && /[.!?]$/.test(sentence))
    .filter(
      (sentence) => !/\p{L}[.,;:!?]?\d(?!\p{L})/u.test(sentence) && sentence.split(/\s+/).length >= SHORTEST,
    );
  const order = shuffled([...new Set(sentences)], random);
  return Array.from({ length: MOST_OF_ONE }, () => order)
    .flat()
    .slice(0, count)
    .map((sentence) => {
      const words = [...sentence.matchAll(/\S+/g)];
      const length = Math.min(words.length, SHORTEST + Math.floor(random() * (LONGEST - SHORTEST)));
      const first = Math.floor(random() * (words.length - length + 1));
      const [from, to] = [words[first], words[first + length - 1]];
      return sentence.slice(from?.index, (to?.index ?? 0) + (to?.[0].length ?? 0));
    });
}

/** In an order by chance (Fisher and Yates). */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/**
 * Gives words their hyphens back that pdftotext takes for those of a line's end, although the document has the word with a hyphen
 * within its lines and never without: `elsebody` is `else-body`. `laidOut` is the same document line by line, nothing joined.
 */
export function hyphensGivenBack(laidOut: string): (quotation: string) => string {
  const words = new Set<string>();
  const compounds = new Map<string, string>();
  for (const [word] of laidOut.matchAll(/\p{L}+(?:-\p{L}+)*(?!-?\n)/gu)) {
    if (word.includes('-')) compounds.set(word.replaceAll('-', '').toLowerCase(), word);
    else words.add(word.toLowerCase());
  }
  return (quotation) =>
    quotation.replace(/\p{L}+(?:-\p{L}+)*/gu, (word) => {
      const joined = word.replaceAll('-', '').toLowerCase();
      const compound = words.has(joined) ? undefined : compounds.get(joined);
      return compound === undefined ? word : asWritten(compound, word);
    });
}

/** The hyphens of one, the letters of the other. */
function asWritten(compound: string, word: string): string {
  const letters = word.replaceAll('-', '');
  let at = 0;
  return compound.replace(/[^-]/g, () => letters.charAt(at++));
}
