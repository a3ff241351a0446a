import { overlaps, type PageStretch, type Source } from '#corpus-index';
import type { Citation, Locator } from './draft';

/** Most paragraphs that one locator is taken to name: a range beyond it is no range of this source. */
const WIDEST_RANGE = 10_000;

/**
 * The paragraphs of `source` that a locator names, in order: `4`, `4-6`, `4, 7 and 9`. Undefined where it names a place
 * that the source does not have or does not count: sources without pages have no page 3.
 */
export function paragraphsOf(
  source: Source,
  { label, value, more }: Pick<Locator, 'label' | 'value' | 'more'>,
): number[] | undefined {
  const all = more === undefined ? value : `${value}, ${more}`;
  if (label === 'page') {
    const pages = pagesOf(source, { label, value, ...(more === undefined ? {} : { more }) });
    return pages && paragraphsOn(source, pages);
  }
  if (label !== 'paragraph') return undefined;
  const numbers = numbersIn(all);
  if (!numbers?.every((n) => n >= 1 && n <= source.passages.length)) return undefined;
  return numbers;
}

/**
 * The stretches of a paged source that stand on the pages which a locator names, by the labels printed on them. Undefined where
 * it names no pages, or one that the source does not have.
 */
export function pagesOf(
  source: Source,
  { label, value, more }: Pick<Locator, 'label' | 'value' | 'more'>,
): readonly PageStretch[] | undefined {
  if (label !== 'page' || !source.pages) return undefined;
  const all = more === undefined ? value : `${value}, ${more}`;
  const wanted = new Set(numbersIn(all)?.map(String) ?? [all.trim().toLowerCase()]);
  const found = source.pages.filter((page) => wanted.has(page.label.toLowerCase()));
  const known = new Set(found.map((page) => page.label.toLowerCase()));
  return known.size === wanted.size ? found : undefined;
}

/** Those that have words on one of the pages; one may run over several. */
function paragraphsOn(source: Source, pages: readonly PageStretch[]): number[] {
  return source.passages
    .filter((passage) => pages.some((page) => overlaps(page, passage)))
    .map((passage) => passage.n);
}

function numbersIn(value: string): number[] | undefined {
  const numbers: number[] = [];
  for (const item of value.split(/\s*(?:,|;|&|\b(?:and|und|et|y|e)\b)\s*/)) {
    const range = /^(\d+)(?:\s*(?:[-–—]|--)\s*(\d+))?$/.exec(item.trim());
    if (!range) return undefined;
    const first = Number(range[1]);
    const last = range[2] === undefined ? first : lastOfRange(range[1] ?? '', range[2]);
    if (last < first || last - first > WIDEST_RANGE) return undefined;
    for (let n = first; n <= last; n++) numbers.push(n);
  }
  return numbers.length > 0 ? numbers : undefined;
}

/** `240-41` means 240 to 241. */
function lastOfRange(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}

/** Whether the locator cannot be looked up: its key is known, but the text of the source is not at hand. */
export const isUnread = ({ locator }: Citation, source: Source | undefined, keyIsKnown: boolean): boolean =>
  locator !== undefined && source === undefined && keyIsKnown;

/** Whether the key is known to the corpus and the locator, if any, exists in the source. */
export function isResolved(citation: Citation, source: Source | undefined, keyIsKnown: boolean): boolean {
  if (!citation.locator) return source !== undefined || keyIsKnown;
  return source !== undefined && paragraphsOf(source, citation.locator) !== undefined;
}
