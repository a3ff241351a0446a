import { readingOf, type Difference } from '#corpus-index';
import { escapeBars, plainToMarkdown } from '../cite/plain-to-markdown';
import { quotedParagraphs } from '../cite/quotation-text';
import type { Quotation } from '../draft';
import { countWords } from '../quotations/word-count';
import { bodyWords } from './body-words';
import { withEdges } from './edges';
import { holdsMore, ownWords, placeOfUnits } from './draft-words';
import type { Replacement } from './fix';
import type { Misquotation } from './misquotation';
import { withPairedMarks } from './nested-marks';
import { blockPrefix, markdownFor, quotedPlace, withInnerMarks, type QuotedPlace } from './quoted-place';
import { jointOf } from './spacing';
import { hasWords } from './word-alignment';

/**
 * Ways to give a quotation the words of its source. First only what differs is replaced, so that line breaks, emphasis,
 * marked omissions and citations inside stay; a stop or comma at its end is the writer's and stays too, if it can. The
 * whole stretch is the last resort.
 */
export function* restoredWords(found: Misquotation): Generator<Replacement[]> {
  const place = quotedPlace(found.draft, found.quotation);
  const whole = withEdges(found);
  const paired = withPairedMarks(whole);
  for (const one of new Set([paired ?? whole, whole, found]))
    if (isOfThatPlace(one)) yield* wordByWord(one, place);
  if (isOfThatPlace(whole)) yield* restoredWhole(whole, place);
}

function* wordByWord(misquotation: Misquotation, place: QuotedPlace): Generator<Replacement[]> {
  const { differences, quotation } = misquotation;
  const replaced = differences.map((difference) => restored(misquotation, place, difference));
  if (!replaced.every((one) => one !== undefined)) return;
  const last = differences.at(-1);
  if (last && isOwnStop(last, quotation)) yield replaced.slice(0, -1).flat();
  yield replaced.flat();
}

/** A quotation keeps at least so many of its words, and loses at most so many for which the source has none. */
const FEWEST_KEPT = 1 / 2;
const MOST_LOST = 1 / 3;

/** Whether the place can be where the quotation comes from: to make it another one's words would restore nothing. */
function isOfThatPlace({ quotation, differences }: Misquotation): boolean {
  const all = countWords(quotation.reading.text);
  const wordsOf = (those: readonly Difference[]) =>
    those.reduce((sum, { quotationText }) => sum + countWords(quotationText), 0);
  const lost = wordsOf(differences.filter(({ sourceText }) => !hasWords(sourceText)));
  return all - wordsOf(differences) >= all * FEWEST_KEPT && lost <= all * MOST_LOST;
}

const isOwnStop = ({ quotationText, sourceText, quotation: [, end] }: Difference, { span }: Quotation) =>
  /^[.,]$/.test(quotationText) && sourceText === '' && end === span.end;

/** The replacements for one difference; undefined where they would take away more than words. */
function restored(
  { draft, quotation: { reading }, source }: Misquotation,
  place: QuotedPlace,
  difference: Difference,
): Replacement[] | undefined {
  const own = ownWords(reading, difference.quotation);
  const body = bodyWords(source, difference.source);
  // No quotation begins with the stop of the sentence before.
  const theirs = own.left === 0 && !hasWords(body.text) && own.end > 0 ? { ...body, text: '' } : body;
  if (own.start === own.end && theirs.text === '') return [];
  const { start, end, lead, tail } = jointOf(own, theirs, reading.text);
  if (holdsMore(draft, reading, start, end)) return undefined;
  const span = placeOfUnits(reading, start, end);
  const words = theirs.text === '' ? '' : markdownFor(draft, place, theirs.text, span.start);
  return [{ ...span, text: lead + words + tail }];
}

/** All words of the place, paragraph by paragraph; those of a title or caption where it is one. */
function* restoredWhole(
  { draft, quotation, source, place }: Misquotation,
  { innerMarks, inTable }: QuotedPlace,
): Generator<Replacement[]> {
  const { kind, span, reading } = quotation;
  if (holdsMore(draft, reading, 0, reading.text.length)) return;
  const body = quotedParagraphs(source, [place]);
  const paragraphs = (body.length > 0 ? body : [plainToMarkdown(readingOf(source, place))])
    .map((words) => (innerMarks ? withInnerMarks(words, innerMarks) : words))
    .map((words) => (inTable ? escapeBars(words) : words));
  const joint = kind === 'block' && paragraphs.length > 1 ? blockPrefix(draft, span.start) : ' ';
  if (joint !== undefined) yield [{ ...span, text: paragraphs.join(joint) }];
}
