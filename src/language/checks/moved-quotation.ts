import type { Place } from '#corpus-index';
import type { Check } from './check';
import { compareLocked, type ComparedQuotation } from '../lock/compare-locked';
import { sourceName } from '../lock/locked-source-name';
import { paragraphsOf } from '../locators';
import { placeIn, placeName } from '../reference';

/**
 * The source of a locked quotation has changed, and its words stand in another paragraph than the citation names, or it is no
 * longer certain where they stand.
 */
export const movedQuotation: Check = (judged) =>
  compareLocked(judged).flatMap((one) => {
    const told = one.isSame ? whatMoved(one) : undefined;
    if (!told) return [];
    const { message, place } = told;
    // That the citation names the wrong paragraph is an error of its own; this says only why.
    const severity = one.judged.judgement.verdict === 'elsewhere' ? 'information' : 'warning';
    return [
      {
        code: 'moved-quotation',
        severity,
        message: `${sourceName(one)} has changed since this quotation was locked. ${message}`,
        span: one.judged.quotation.span,
        place: { source: place.source, start: place.start, end: place.end },
      },
    ];
  });

interface Told {
  readonly message: string;
  readonly place: Place;
}

function whatMoved(one: ComparedQuotation): Told | undefined {
  const { comparison } = one;
  if (comparison.state === 'ambiguous') {
    const [place] = comparison.places;
    const names = [...new Set(comparison.places.map((place) => placeIn(one.source, place)))].join(' and ');
    const message = `Its words stand in ${names}, and which of them was quoted cannot be told. Look at both, name the right one in the citation, and lock the quotation again.`;
    return place && { message, place };
  }
  if (comparison.state !== 'moved' && comparison.state !== 'still-there') return undefined;
  const { place } = comparison;
  if (comparison.state === 'moved' && !comparison.certain) {
    const message = `Its words stand in ${placeIn(one.source, place)} now, among other words than before. See whether that is the place you quoted, and lock the quotation again.`;
    return { message, place };
  }
  return isCitedElsewhere(one, place) ? { message: movedMessage(one, place), place } : undefined;
}

function movedMessage({ judged, locked, source }: ComparedQuotation, place: Place): string {
  const before = placeName(locked.n === undefined ? {} : { n: locked.n });
  const moved = `The words that were locked in ${before} stand in ${placeIn(source, place)} now`;
  return judged.judgement.verdict === 'elsewhere'
    ? `${moved}. Correct the locator, and lock the quotation again.`
    : `${moved}; the same words in the paragraph that the citation names are others. Correct the locator, and lock the quotation again.`;
}

/** The paragraph's number is not the locked one any more, and not one that the citation names. */
function isCitedElsewhere({ judged, locked, source }: ComparedQuotation, { n }: Place): boolean {
  if (n === locked.n || !source) return false;
  const locators = judged.quotation.citations
    .filter(({ key }) => key === source.key)
    .flatMap(({ locator }) => locator ?? []);
  const paragraphs = locators.flatMap((locator) => paragraphsOf(source, locator) ?? []);
  return locators.length > 0 && (n === undefined || !paragraphs.includes(n));
}
