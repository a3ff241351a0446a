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

/**
 * Marks the differences of a quotation as the writer's own editing: words left out by an ellipsis, other words and
 * capitals by brackets. Undefined where that would make a false quotation look edited: a "not" more or less, another
 * number, another name and words in another order are never the editor's to choose.
 */
export function markedChanges(misquotation: Misquotation): Marks | undefined {
  const marks = misquotation.differences.map((difference) => markOf(misquotation, difference));
  if (!marks.every((mark) => mark !== undefined)) return undefined;
  const omissions = marks.some(({ kind }) => kind === 'omission');
  const changes = marks.some(({ kind }) => kind === 'change');
  return omissions || changes
    ? { edits: marks.flatMap(({ edits }) => edits), marksOmissions: omissions, marksChanges: changes }
    : undefined;
}

interface Mark {
  readonly kind: 'omission' | 'change' | 'none';
  readonly edits: readonly Replacement[];
}

function markOf(misquotation: Misquotation, difference: Difference): Mark | undefined {
  const { quotation, source } = misquotation;
  const isOmitted = difference.quotationText === '';
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
        : { kind: 'omission', edits: [omissionAt(quotation.reading, difference.quotation[0])] };
    case 'splice':
      return { kind: 'omission', edits: spliceMarks(misquotation, difference) };
    case 'word':
    case 'added':
      return { kind: 'change', edits: bracketed(difference) };
    case 'punctuation':
      return { kind: 'none', edits: [] };
  }
}

/** `[…]` between two words, or between a word and the mark that touches it. */
function omissionAt(reading: MappedText, offset: number): Replacement {
  const { left, right } = ownWords(reading, [offset, offset]);
  const isSpaced = left < right || left === 0;
  if (!isSpaced && /^[\p{Pe}\p{Pf}.,;:!?"']/u.test(reading.text.slice(right)))
    return { ...placeOfUnits(reading, left, left), text: ` ${OMISSION}` };
  const behind = right < reading.text.length ? ' ' : '';
  return { ...placeOfUnits(reading, right, right), text: `${isSpaced ? '' : ' '}${OMISSION}${behind}` };
}

/** Words left out, or words from another place: then an omission on either side of them. */
function spliceMarks({ quotation: { reading } }: Misquotation, { quotation }: Difference): Replacement[] {
  if (quotation[0] === quotation[1]) return [omissionAt(reading, quotation[0])];
  const { left, end, right } = ownWords(reading, quotation);
  const ends = [
    ...(left > 0 ? [omissionAt(reading, quotation[0])] : []),
    ...(right < reading.text.length ? [{ ...placeOfUnits(reading, end, end), text: ` ${OMISSION}` }] : []),
  ];
  return ends;
}

/** `[words]`; `[t]he` where only the first letter's case differs. */
function bracketed({ quotation: [start, end], quotationText, sourceText }: Difference): Replacement[] {
  const [own = '', ...rest] = quotationText;
  const [theirs = '', ...theirRest] = sourceText;
  const isCapital = own.toLowerCase() === theirs.toLowerCase() && rest.join('') === theirRest.join('');
  const close = isCapital ? start + own.length : end;
  return [
    { start, end: start, text: '[' },
    { start: close, end: close, text: ']' },
  ];
}
