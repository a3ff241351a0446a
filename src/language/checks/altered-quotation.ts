import type { Difference } from '#corpus-index';
import { placeIn, shortReference } from '../reference';
import type { Check } from './check';

/** So many differences are told in words; the rest is counted. */
const MOST_TOLD = 4;

/** Longest stretch of words that is repeated in a message, in UTF-16 code units. */
const LONGEST_WORDS = 60;

/** The quotation is close to a place in the cited source, but words differ without a mark. */
export const alteredQuotation: Check = ({ corpus, quotations }) =>
  quotations.flatMap(({ quotation, judgement }) => {
    const { verdict, place, differences } = judgement;
    if (verdict !== 'altered' || !place) return [];
    const source = corpus.source(place.source);
    const where = `${placeIn(source, place)} of ${source ? shortReference(source) : place.source}`;
    const told = differences.slice(0, MOST_TOLD).map(inWords);
    const rest = differences.length - told.length;
    return [
      {
        code: 'altered-quotation',
        severity: 'error',
        message:
          `This is not what ${where} says: ${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. ` +
          'Restore the words of the source, or mark an omission with an ellipsis and a change with brackets.',
        span: quotation.span,
        place: { source: place.source, start: place.start, end: place.end },
      },
    ];
  });

function inWords({ kind, quotationText, sourceText }: Difference): string {
  const [own, theirs] = [quoted(quotationText), quoted(sourceText)];
  if (kind === 'order') return `${own} stands at another place`;
  if (kind === 'splice' && own === '')
    return `${theirs} is left out without a mark, so that two places are joined`;
  if (kind === 'splice') return `${own} is joined to it from another place`;
  if (own === '') return `${theirs} is left out without a mark`;
  if (theirs === '') return `${own} is added`;
  const disguised = mixesAlphabets(quotationText) && !mixesAlphabets(sourceText);
  return `${own}${disguised ? ', with letters of another alphabet,' : ''} stands for ${theirs}`;
}

function quoted(words: string): string {
  const line = clip(words);
  if (line === '') return '';
  return /^["“”„«»'‘’]$/.test(line) ? 'a quotation mark' : `“${line}”`;
}

/** A word of Latin letters with some among them that only look like Latin ones. */
const mixesAlphabets = (words: string): boolean =>
  /\p{Script=Latin}/u.test(words) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(words);

/** Overrides of the direction of writing, and letters that show as blanks: nobody would see them, or see what they are. */
const UNSEEN = /[\u115F\u1160\u202A-\u202E\u2066-\u2069\u3164\uFFA0]/g;

const named = (character: string): string => `[U+${character.charCodeAt(0).toString(16).toUpperCase()}]`;

function clip(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim().replace(UNSEEN, named);
  return line.length <= LONGEST_WORDS
    ? line
    : `${line.slice(0, LONGEST_WORDS / 2).trimEnd()} … ${line.slice(-LONGEST_WORDS / 3).trimStart()}`;
}
