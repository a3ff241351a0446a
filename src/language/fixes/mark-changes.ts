import type { Difference, MappedText } from '#corpus-index';
import { bodyWords } from './body-words';
import { ownWords, placeOfUnits } from './draft-words';
import type { Replacement } from './fix';
import type { Misquotation } from './misquotation';

const OMISSION = '[…]';

/** How a quotation's differences can be shown as the writer's editing. */
export interface Marks {
  readonly edits: readonly Replacement[];
  readonly marksOmissions: boolean;
  readonly marksChanges: boolean;
}

/** More marks than this are no editing of a sentence but another sentence. */
const MOST_MARKS = 3;

/**
 * Marks the differences of a quotation as the writer's own editing: words left out by an ellipsis, other words and
 * capitals by brackets. Undefined where that would make a false quotation look edited: a "not" more or less, another
 * number, another name and words in another order are never the editor's to choose.
 */
export function markedChanges(misquotation: Misquotation): Marks | undefined {
  const marks = misquotation.differences.map((difference) => markOf(misquotation, difference));
  if (!marks.every((mark) => mark !== undefined)) return undefined;
  const made = marks.filter(({ kind }) => kind !== 'none');
  if (made.length === 0 || made.length > MOST_MARKS) return undefined;
  return {
    edits: made.flatMap(({ edits }) => edits),
    marksOmissions: made.some(({ kind }) => kind === 'omission'),
    marksChanges: made.some(({ kind }) => kind === 'change'),
  };
}

interface Mark {
  readonly kind: 'omission' | 'change' | 'none';
  readonly edits: readonly Replacement[];
}

function markOf(misquotation: Misquotation, difference: Difference): Mark | undefined {
  const { quotation, source } = misquotation;
  const isOmitted = difference.quotationText === '';
  if (isCapital(difference)) return { kind: 'change', edits: bracketed(difference) };
  switch (difference.kind) {
    case 'negation':
    case 'actor':
    case 'order':
      return undefined;
    case 'number':
    case 'omitted':
      if (!isOmitted) return undefined;
      return bodyWords(source, difference.source).text === ''
        ? { kind: 'none', edits: [] }
        : omission(omissionAt(quotation.reading, difference.quotation[0]));
    case 'splice':
      return omission(spliceMark(misquotation, difference));
    case 'added':
      return isInside(misquotation, difference)
        ? { kind: 'change', edits: bracketed(difference) }
        : undefined;
    case 'word':
      return { kind: 'change', edits: bracketed(difference) };
    case 'punctuation':
      return { kind: 'none', edits: [] };
  }
}

/** Words put in at an end of the quotation can stand outside of it; in brackets there they look like the source's. */
function isInside({ quotation: { reading } }: Misquotation, { quotation }: Difference): boolean {
  const { left, right } = ownWords(reading, quotation);
  return left > 0 && right < reading.text.length;
}

const omission = (edit: Replacement | undefined): Mark | undefined =>
  edit && { kind: 'omission', edits: [edit] };

/** `[…]` between two words, or between a word and the mark that touches it; undefined inside a compound. */
function omissionAt(reading: MappedText, offset: number): Replacement | undefined {
  const { left, right } = ownWords(reading, [offset, offset]);
  const isSpaced = left < right || left === 0;
  if (!isSpaced && /^[\p{Pe}\p{Pf}.,;:!?"']/u.test(reading.text.slice(right)))
    return { ...placeOfUnits(reading, left, left), text: ` ${OMISSION}` };
  if (!isSpaced && !/^[—–]/.test(reading.text.slice(right))) return undefined;
  const behind = right < reading.text.length ? ' ' : '';
  return { ...placeOfUnits(reading, right, right), text: `${isSpaced ? '' : ' '}${OMISSION}${behind}` };
}

/**
 * Words left out, or words joined from another place at one end of the quotation. Such words in its middle would take
 * a mark on either side, and that is how words in another order look as well.
 */
function spliceMark(
  { quotation: { reading } }: Misquotation,
  { quotation }: Difference,
): Replacement | undefined {
  const { start, left, end, right } = ownWords(reading, quotation);
  if (start === end || right === reading.text.length) return omissionAt(reading, quotation[0]);
  return left === 0 ? { ...placeOfUnits(reading, end, end), text: ` ${OMISSION}` } : undefined;
}

/** Whether only the first letter's case differs, in whatever word. */
function isCapital({ quotationText: own, sourceText: theirs }: Difference): boolean {
  const [first = '', second = ''] = [own, theirs].map((words) =>
    String.fromCodePoint(words.codePointAt(0) ?? 0),
  );
  return (
    first !== second &&
    first.toLowerCase() === second.toLowerCase() &&
    own.slice(first.length) === theirs.slice(second.length)
  );
}

/** `[words]`; `[t]he` where only the first letter's case differs. */
function bracketed(difference: Difference): Replacement[] {
  const [start, end] = difference.quotation;
  const first = isCapital(difference) ? (difference.quotationText.codePointAt(0) ?? 0) : undefined;
  const close = first === undefined ? end : start + String.fromCodePoint(first).length;
  return [
    { start, end: start, text: '[' },
    { start: close, end: close, text: ']' },
  ];
}
