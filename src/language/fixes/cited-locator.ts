import type { Place, Source } from '#corpus-index';
import { termFor } from '../citations/locator-terms';
import { parseLocator } from '../citations/parse-locator';
import type { Citation, Draft } from '../draft';
import { pagesOf } from '../locators';

/** A locator to be written: paragraphs or pages. */
export interface CitedLocator {
  readonly label: 'paragraph' | 'page';
  /** `4`, `3, 7` */
  readonly value: string;
}

/** `para. 4`, `paras. 3, 7`, `p. 12` */
export const locatorTerm = ({ label, value }: CitedLocator): string => `${termFor(label, value)} ${value}`;

/**
 * How a citation is to name places of a source, each way once, in order: by their pages where pages are cited, else by their
 * paragraphs. Undefined for a place that has no number: a title, a heading, a caption.
 */
export function locatorsOf(
  draft: Draft,
  citation: Citation,
  source: Source,
  places: readonly Place[],
): (CitedLocator | undefined)[] {
  const found = places.map((place) => locatorOf(draft, citation, source, place));
  return found.filter(
    (one, at) =>
      found.findIndex((other) => other?.value === one?.value && other?.label === one?.label) === at,
  );
}

export function locatorOf(
  draft: Draft,
  citation: Citation,
  source: Source,
  place: Place,
): CitedLocator | undefined {
  const page = citesPages(draft, citation, source) ? pageAt(source, place) : undefined;
  if (page !== undefined) return { label: 'page', value: page };
  return paragraphLocatorOf(place);
}

export const paragraphLocatorOf = ({ n }: Place): CitedLocator | undefined =>
  n === undefined ? undefined : { label: 'paragraph', value: String(n) };

/** As the citation does; one without a locator as the draft's others of the source do. */
const citesPages = ({ citations }: Draft, { locator }: Citation, { key }: Source): boolean =>
  locator
    ? locator.label === 'page'
    : citations.some((other) => other.key === key && other.locator?.label === 'page');

/** The label of the page on which a place begins, where a locator can have it and leads there. */
function pageAt(source: Source, { start }: Place): string | undefined {
  const label = source.pages?.find((page) => page.start <= start && start < page.end)?.label;
  if (label === undefined) return undefined;
  const read = parseLocator(`p. ${label}`);
  const isRead = read?.label === 'page' && read.value === label;
  const named = isRead ? (pagesOf(source, { label: 'page', value: label }) ?? []) : [];
  return named.some((page) => page.start <= start && start < page.end) ? label : undefined;
}
