import {
  originalSpan,
  passageAt,
  readingSpans,
  type Difference,
  type Source,
  type Span,
} from '#corpus-index';
import { offsetsOf, ownWords } from './draft-words';
import type { Misquotation } from './misquotation';
import { alignWords, costOfRemoval, wordsIn, type PlacedWord } from './word-alignment';

/** So many words beyond a place are looked at for those that a quotation's own ends stand for. */
const REACH = 12;

/**
 * The misquotation with its first and last words compared as well. The comparison that found the place lets a
 * quotation's ends go: where the source has `was not built`, it takes the `was` of `was built` for a word added. To take
 * that away would hide what was dropped behind it; so added words at the ends are compared with what stands there in the
 * same sentence of the source.
 */
export const withEdges = (misquotation: Misquotation): Misquotation => withEnd(withStart(misquotation));

function withStart(misquotation: Misquotation): Misquotation {
  const { quotation, source, place, differences } = misquotation;
  const [first, ...rest] = differences;
  const own = first?.sourceText === '' ? ownWords(quotation.reading, first.quotation) : undefined;
  if (!own || own.left > 0) return misquotation;
  const from = unitOf(source, place.start);
  const words = wordsIn(source.reading.text, { start: sentenceStart(source, from), end: from }).slice(-REACH);
  const options = words.map((_, more) => words.slice(words.length - 1 - more));
  const [begin] = choice(wordsIn(quotation.reading.text, own), options) ?? [];
  if (!begin) return misquotation;
  const ends = endDifferences(misquotation, { start: 0, end: own.right }, { start: begin.start, end: from });
  const { start } = originalSpan(source.reading, begin.start, begin.end);
  return { ...misquotation, place: { ...place, start }, differences: [...ends, ...rest] };
}

function withEnd(misquotation: Misquotation): Misquotation {
  const { quotation, source, place, differences } = misquotation;
  const last = differences.at(-1);
  const own = last?.sourceText === '' ? ownWords(quotation.reading, last.quotation) : undefined;
  const { text } = quotation.reading;
  if (!own || own.right < text.length) return misquotation;
  const to = unitOf(source, place.end);
  const words = wordsIn(source.reading.text, { start: to, end: sentenceEnd(source, to) }).slice(0, REACH);
  const options = words.map((_, more) => words.slice(0, more + 1));
  const stop = choice(wordsIn(text, own), options)?.at(-1);
  if (!stop) return misquotation;
  // A stop or comma that closes the writer's sentence is no word of the source's.
  const end = /[.,]$/.test(text) ? text.length - 1 : text.length;
  const ends = endDifferences(misquotation, { start: own.left, end }, { start: to, end: stop.end });
  const placed = { ...place, end: originalSpan(source.reading, stop.start, stop.end).end };
  return { ...misquotation, place: placed, differences: [...differences.slice(0, -1), ...ends] };
}

/** So much a word in common counts for a place; `the` and `was` stand near any place. */
const CREDIT = { long: 4, short: 1, fewestLetters: 5 } as const;

/**
 * The words of the source that own ones stand for: those that hold one of them, or one word for one. Undefined where it
 * is no dearer to take the own words away.
 */
function choice(
  own: readonly PlacedWord[],
  options: readonly (readonly PlacedWord[])[],
): readonly PlacedWord[] | undefined {
  const credit = (word: PlacedWord | undefined) =>
    (word?.text.length ?? 0) >= CREDIT.fewestLetters ? CREDIT.long : CREDIT.short;
  let chosen: { words: readonly PlacedWord[]; cost: number } | undefined;
  for (const words of options) {
    const { same, cost } = alignWords(own, words);
    if (same.length === 0 && own.length > 1) continue;
    const total = same.reduce((sum, [at]) => sum - credit(own[at]), cost);
    if (total < (chosen?.cost ?? costOfRemoval(own))) chosen = { words, cost: total };
  }
  return chosen?.words;
}

/** What differs between a stretch of the quotation's reading and one of the source's, word by word. */
function endDifferences(misquotation: Misquotation, own: Span, theirs: Span): Difference[] {
  const { quotation, source } = misquotation;
  const ownList = wordsIn(quotation.reading.text, own);
  const theirList = wordsIn(source.reading.text, theirs);
  const differences: Difference[] = [];
  let [ownFrom, theirFrom] = [own.start, theirs.start];
  const take = (ownTo: number, theirTo: number) => {
    const one = differenceOf(
      misquotation,
      { start: ownFrom, end: ownTo },
      { start: theirFrom, end: theirTo },
    );
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

function differenceOf({ quotation, source }: Misquotation, own: Span, theirs: Span): Difference | undefined {
  const [o, t] = [trimmed(quotation.reading.text, own), trimmed(source.reading.text, theirs)];
  const quotationText = quotation.reading.text.slice(o.start, o.end);
  const sourceText = source.reading.text.slice(t.start, t.end);
  if (quotationText === sourceText) return undefined;
  return {
    // Of a changed word nobody has said whether it is a number or a name: it counts as what must not be changed.
    kind: quotationText === '' ? 'omitted' : sourceText === '' ? 'added' : 'number',
    quotation: offsetsOf(quotation.reading, o),
    source: offsetsOf(source.reading, t),
    quotationText,
    sourceText,
  };
}

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
