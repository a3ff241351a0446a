import {
  originalSpan,
  passageAt,
  readingSpans,
  stopWords,
  type Difference,
  type Source,
  type Span,
} from '#corpus-index';
import { offsetsOf, ownWords } from './draft-words';
import type { PlacedQuotation } from './misquotation';
import { alignWords, hasWords, wordsIn, type PlacedWord } from './word-alignment';

/**
 * So many words beyond a place are looked at for those that a quotation's own ends stand for; the farther ones only where
 * one of them is the quotation's very first or last.
 */
const REACH = 12;
const FAR_REACH = 40;

/** More words at an end than this are not compared again: that takes time that grows with their square. */
const MOST_OWN = 40;

/** So many words left out in one place are no slip: two places were joined. As in the comparison that finds places. */
const SPLICE_WORDS = 12;

/** So many words may stand between an added word and the quotation's end: one of them may be in the place by chance. */
const MOST_OUTSIDE = 4;

/**
 * The quotation with its first and last words compared as well. The comparison that found the place lets a
 * quotation's ends go: where the source has `was not built`, it takes the `was` of `was built` for a word added. To take
 * that away would hide what was dropped behind it; so where words were added at an end, the words up to there are
 * compared again with what stands in the same sentence of the source.
 */
export const withEdges = <T extends PlacedQuotation>(compared: T): T => withEnd(withStart(compared));

function withStart<T extends PlacedQuotation>(compared: T): T {
  const { quotation, source, place, differences } = compared;
  const [first, ...rest] = differences;
  if (!first || hasWords(first.sourceText)) return compared;
  const own = ownWords(quotation.reading, first.quotation);
  const { text } = quotation.reading;
  const ownList = wordsIn(text, { start: 0, end: own.end });
  const outside = wordsIn(text, { start: 0, end: own.start });
  if (outside.length > MOST_OUTSIDE || ownList.length > MOST_OWN) return compared;
  const [from, to] = [unitOf(source, place.start), unitOf(source, first.source[1])];
  const now = wordsIn(source.reading.text, { start: from, end: to });
  const { start: paragraph } = paragraphAround(source, from);
  const before = wordsIn(source.reading.text, { start: paragraph, end: from }).slice(-FAR_REACH);
  const sentence = sentenceStart(source, from);
  const options = before.flatMap((_, more): Option[] => {
    const words = [...before.slice(before.length - 1 - more), ...now];
    if (more >= REACH && words[0]?.text !== ownList[0]?.text) return [];
    return [{ words, isOneSentence: (words[0]?.start ?? 0) >= sentence }];
  });
  const [begin] = better(ownList, now, options) ?? [];
  if (!begin) return compared;
  const ends = endDifferences(
    compared,
    { start: 0, end: nextWord(text, own.end) },
    { start: begin.start, end: nextWord(source.reading.text, to) },
  );
  const { start } = originalSpan(source.reading, begin.start, begin.end);
  return { ...compared, place: { ...place, start }, differences: [...ends, ...rest] };
}

function withEnd<T extends PlacedQuotation>(compared: T): T {
  const { quotation, source, place, differences } = compared;
  const last = differences.at(-1);
  if (!last || hasWords(last.sourceText)) return compared;
  const own = ownWords(quotation.reading, last.quotation);
  const { text } = quotation.reading;
  const ownList = wordsIn(text, { start: own.start, end: text.length });
  const outside = wordsIn(text, { start: own.end, end: text.length });
  if (outside.length > MOST_OUTSIDE || ownList.length > MOST_OWN) return compared;
  const to = unitOf(source, place.end);
  const from = Math.min(to, unitOf(source, last.source[0]));
  const now = wordsIn(source.reading.text, { start: from, end: to });
  const { end: paragraph } = paragraphAround(source, Math.max(0, to - 1));
  const behind = wordsIn(source.reading.text, { start: to, end: paragraph }).slice(0, FAR_REACH);
  const sentence = sentenceEnd(source, to);
  const options = behind.flatMap((word, more): Option[] => {
    if (more >= REACH && word.text !== ownList.at(-1)?.text) return [];
    return [{ words: [...now, ...behind.slice(0, more + 1)], isOneSentence: word.end <= sentence }];
  });
  const stop = better(ownList, now, options)?.at(-1);
  if (!stop) return compared;
  // A stop or comma that closes the writer's sentence is no word of the source's.
  const end = /[.,]$/.test(text) ? text.length - 1 : text.length;
  const ends = endDifferences(
    compared,
    { start: lastWord(text, own.start), end },
    { start: lastWord(source.reading.text, from), end: stop.end },
  );
  const placed = { ...place, end: originalSpan(source.reading, stop.start, stop.end).end };
  return { ...compared, place: placed, differences: [...differences.slice(0, -1), ...ends] };
}

/** Where the next word begins, and where the last one ends: marks between belong to what is compared. */
const nextWord = (text: string, at: number): number =>
  at + (/^[^\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0);
function lastWord(text: string, at: number): number {
  let end = at;
  while (end > 0 && !/[\p{L}\p{N}\p{M}]/u.test(text.charAt(end - 1))) end--;
  return end;
}

/** Words of the source with which a quotation may begin or end. */
interface Option {
  readonly words: readonly PlacedWord[];
  /** Not of another sentence than the place that was found. */
  readonly isOneSentence: boolean;
}

/** So much a word in common counts for a place; `the` and `was` stand near any place. */
const CREDIT = { telling: 4, common: 2 } as const;

/** Which of the options own words rather stand for than for those that they are compared with now, if any. */
function better(
  own: readonly PlacedWord[],
  now: readonly PlacedWord[],
  options: readonly Option[],
): readonly PlacedWord[] | undefined {
  let chosen: { words?: readonly PlacedWord[]; price: number } = { price: priceOf(own, now) };
  for (const { words, isOneSentence } of options) {
    const { same } = alignWords(own, words);
    // Several words in the place of several others are no restoration; nor are those of another sentence, if not equal.
    if (isOneSentence ? own.length > 1 && same.length === 0 : same.length < own.length) continue;
    const price = priceOf(own, words);
    if (price < chosen.price) chosen = { words, price };
  }
  return chosen.words;
}

function priceOf(own: readonly PlacedWord[], theirs: readonly PlacedWord[]): number {
  const { same, cost } = alignWords(own, theirs);
  return same.reduce((price, [at]) => {
    const isCommon = stopWords.has(own[at]?.text.toLowerCase() ?? '');
    return price - (isCommon ? CREDIT.common : CREDIT.telling);
  }, cost);
}

/** What differs between a stretch of the quotation's reading and one of the source's, word by word. */
function endDifferences(compared: PlacedQuotation, own: Span, theirs: Span): Difference[] {
  const { quotation, source } = compared;
  const ownList = wordsIn(quotation.reading.text, own);
  const theirList = wordsIn(source.reading.text, theirs);
  const differences: Difference[] = [];
  let [ownFrom, theirFrom] = [own.start, theirs.start];
  const take = (ownTo: number, theirTo: number) => {
    const one = differenceOf(compared, { start: ownFrom, end: ownTo }, { start: theirFrom, end: theirTo });
    if (one) differences.push(one);
  };
  for (const [ownAt, theirAt] of alignWords(ownList, theirList).same) {
    const [ownWord, theirWord] = [ownList[ownAt], theirList[theirAt]];
    if (!ownWord || !theirWord) continue;
    take(ownWord.start, theirWord.start);
    [ownFrom, theirFrom] = [ownWord.end, theirWord.end];
  }
  take(own.end, theirs.end);
  return differences;
}

function differenceOf(compared: PlacedQuotation, own: Span, theirs: Span): Difference | undefined {
  const { quotation, source } = compared;
  const [o, t] = apart(quotation.reading.text, own, source.reading.text, theirs);
  const quotationText = quotation.reading.text.slice(o.start, o.end);
  const sourceText = source.reading.text.slice(t.start, t.end);
  if (folded(quotationText) === folded(sourceText)) return undefined;
  return {
    kind: kindOf(quotationText, sourceText),
    quotation: offsetsOf(quotation.reading, o),
    source: offsetsOf(source.reading, t),
    quotationText,
    sourceText,
  };
}

function kindOf(own: string, theirs: string): Difference['kind'] {
  if (own === '')
    return wordsIn(theirs, { start: 0, end: theirs.length }).length >= SPLICE_WORDS ? 'splice' : 'omitted';
  // Of a changed word nobody has said whether it is a number or a name: it counts as what must not be changed.
  return theirs === '' ? 'added' : 'number';
}

/** Two stretches without the white space at their ends and without the marks there that both have. */
function apart(text: string, own: Span, source: string, theirs: Span): [Span, Span] {
  const lead = sharedMarks(text, own, source, theirs, /^[^\p{L}\p{N}]*/u);
  const o = { start: own.start + lead[0], end: own.end };
  const t = { start: theirs.start + lead[1], end: theirs.end };
  const tail = sharedMarks(text, o, source, t, /[^\p{L}\p{N}\p{M}]*$/u);
  return [
    trimmed(text, { start: o.start, end: o.end - tail[0] }),
    trimmed(source, { start: t.start, end: t.end - tail[1] }),
  ];
}

/** How long the marks are at one end of two stretches, where they are the same. */
function sharedMarks(text: string, own: Span, source: string, theirs: Span, end: RegExp): [number, number] {
  const marks = end.exec(text.slice(own.start, own.end))?.[0] ?? '';
  const others = end.exec(source.slice(theirs.start, theirs.end))?.[0] ?? '';
  return folded(marks).trim() === folded(others).trim() ? [marks.length, others.length] : [0, 0];
}

/** Marks that may differ between a source and what is quoted from it have one form. */
const folded = (text: string): string =>
  text
    .replace(/["“”„«»'‘’‚‹›]/g, '"')
    .replace(/[-‐‑–—]+/g, '-')
    .replace(/\s+/g, ' ');

/** Without white space at the ends; an empty stretch stands at its end, where the next word begins. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  if (words.trim() === '') return { start: end, end };
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** Where an offset of the source's text stands in its reading. */
const unitOf = (source: Source, offset: number): number =>
  readingSpans(source, [{ start: offset, end: offset }])[0]?.start ?? offset;

/** Where the sentence begins that goes on at a unit of the source's reading; never before its paragraph. */
function sentenceStart(source: Source, unit: number): number {
  const from = paragraphAround(source, unit).start;
  const before = source.reading.text.slice(from, unit);
  return from + (/^[\s\S]*[.!?…]["”’)\]]*\s/.exec(before)?.[0].length ?? 0);
}

function sentenceEnd(source: Source, unit: number): number {
  const { end } = paragraphAround(source, Math.max(0, unit - 1));
  const behind = source.reading.text.slice(unit, end);
  return unit + (/[.!?…](?=["”’)\]]*(?:\s|$))/.exec(behind)?.index ?? behind.length);
}

function paragraphAround(source: Source, unit: number): Span {
  const { start } = originalSpan(source.reading, unit, unit + 1);
  const passage = passageAt(source, start);
  return (passage && readingSpans(source, [passage])[0]) ?? { start: unit, end: unit };
}
