import { Readability } from '@mozilla/readability';
import { isText, type DomDocument, type DomElement, type DomNode } from './dom';
import { countLinks, isLinks, isMenu } from './menus';

/** The part of a page that is its article, and what was found beside it. */
export interface Article {
  readonly root: DomElement;
  readonly title?: string;
  readonly byline?: string;
  readonly site?: string;
  readonly issued?: string;
}

/**
 * In a page with more elements no article is looked for, which would take longer than a file has: it is a book, a table or a log, of which
 * nearly all is the text. A long book has some ten thousand.
 */
const MOST_ELEMENTS = 40_000;

/** Readability's flag for removing what looks like no content within the article. */
const CLEAN_CONDITIONALLY = 4;

/** What is not the page's text, wherever it stands. */
const FURNITURE =
  'nav, form, dialog, [role="dialog"], body > footer:not([role="doc-endnotes"]), header[role="banner"], footer[role="contentinfo"], [role="navigation"], [role="search"], aside[role="complementary"], script:not([type="application/ld+json"]), style, noscript, template';

/** What stands around articles and in them. */
const BESIDE =
  /\b(?:comments?|disqus|footer|sidebar|related|promo|newsletter|cookie|consent|share|sharing|social|advert)/i;

/** Notes behind an article, short as each may be. */
const NOTES =
  '[role="doc-endnotes"] li, [role="doc-footnote"], .footnotes li, .endnotes li, .footnote-list li, .references li';

/** Numbers an element in the page as it was, whatever becomes of the page. */
const NUMBER = 'data-number';

/** Of a page's prose so much is the article's at least. */
const LEAST_SHARE = 0.8;

/** A paragraph of prose has so many characters at least; teasers and labels have fewer. */
const SHORTEST_PROSE = 80;

/** What runs on in a line of text. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)$/i;

/** A block with so many characters counts as found. */
const SHORTEST_FOUND = 25;

/**
 * The article of a page: what lies between the first and the last block that Readability finds, without menus and what else stands
 * beside articles. Readability alone leaves out lists, tables and headings now and then, and what is quoted from one would seem to
 * be missing. Where it finds nothing, the whole page. What is not the article's is taken out of `page`; `copy` makes another one like it.
 */
export function articleOf(page: DomDocument, copy: () => DomDocument): Article {
  const found = isLong(page) ? undefined : readability(numbered(copy()));
  if (found) numbered(page);
  const root = page.body ?? page;
  for (const element of [...root.querySelectorAll(FURNITURE)]) element.remove();
  if (found?.content) {
    countLinks(root);
    keepArticle(
      root,
      new Set([...foundBlocks(found.content), ...[...root.querySelectorAll(NOTES)].map(numberOf)]),
    );
  } else countLinks(root);
  return {
    root,
    ...text('title', found?.title),
    ...text('byline', found?.byline),
    ...text('site', found?.siteName),
    ...text('issued', found?.publishedTime),
  };
}

function numbered(document: DomDocument): DomDocument {
  let number = 0;
  for (const element of document.querySelectorAll('body *')) element.setAttribute(NUMBER, String(number++));
  return document;
}

const isLong = (page: DomDocument): boolean => [...page.querySelectorAll('*')].length > MOST_ELEMENTS;

function readability(document: DomDocument) {
  const reader = new Readability(document, {
    keepClasses: true,
    // The caller has read the linked data already.
    disableJSONLD: true,
    serializer: (node: unknown) => node as DomElement,
  });
  const inner = reader as unknown as { _flags: number };
  inner._flags &= ~CLEAN_CONDITIONALLY;
  return reader.parse();
}

/** The numbers of the blocks of text that were found. */
function foundBlocks(content: DomElement): number[] {
  return [...content.querySelectorAll('p, li, pre, td, dd, blockquote, h2, h3, h4, div')]
    .filter((element) => element.getAttribute(NUMBER) !== null && !element.querySelector('p, li, div'))
    .filter((element) => (element.textContent ?? '').trim().length >= SHORTEST_FOUND)
    .map((element) => Number(element.getAttribute(NUMBER)));
}

/** Takes away what stands before the first and behind the last of the blocks found, and furniture between them. */
function keepArticle(root: DomElement, found: ReadonlySet<number>): void {
  const holding = new Set<DomElement>();
  for (const element of root.querySelectorAll(`[${NUMBER}]`))
    if (found.has(numberOf(element)))
      for (let at: DomElement | null = element; at && !holding.has(at); at = at.parentElement)
        holding.add(at);
  const { first, last } = rangeOf(root, found, holding);
  const outside = [...root.querySelectorAll(`[${NUMBER}]`)].filter((element) => {
    if (holding.has(element) || !element.parentElement || !holding.has(element.parentElement)) return false;
    if (found.has(numberOf(element.parentElement)) || isInLine(element)) return false;
    const number = numberOf(element);
    if (number >= first && number <= last)
      return BESIDE.test(`${element.className} ${element.id}`) || isMenu(element);
    return !/^h[1-6]$/i.test(element.localName) || number > last;
  });
  for (const element of outside) element.remove();
}

/** A word set in another type within a line that stands in no element of its own, as in pages of old. */
const isInLine = ({ localName, previousSibling, nextSibling }: DomElement): boolean =>
  INLINE.test(localName) && [previousSibling, nextSibling].some((node) => node !== null && isWords(node));

const isWords = (node: DomNode): boolean => isText(node) && (node.textContent ?? '').trim() !== '';

/**
 * The first and the last block of the article. Prose right in one of the elements that hold the blocks found belongs to it, too. Where
 * much prose lies before or behind them, Readability took a section for the whole: then all of the page is.
 */
function rangeOf(
  root: DomElement,
  found: ReadonlySet<number>,
  holding: ReadonlySet<DomElement>,
): { first: number; last: number } {
  const range = { first: Infinity, last: -Infinity };
  const reach = (number: number) => {
    range.first = Math.min(range.first, number);
    range.last = Math.max(range.last, number);
  };
  // One by one: a long page has more blocks than a call has room for arguments.
  for (const number of found) reach(number);
  for (const element of root.querySelectorAll('p'))
    if (element.parentElement && holding.has(element.parentElement) && isProse(element))
      reach(numberOf(element));
  let [within, all] = [0, 0];
  for (const element of root.querySelectorAll('p, li, dd, td, pre')) {
    const { length } = (element.textContent ?? '').trim();
    if (length < SHORTEST_PROSE || isBeside(element)) continue;
    all += length;
    if (numberOf(element) >= range.first && numberOf(element) <= range.last) within += length;
  }
  return within < LEAST_SHARE * all ? { first: -1, last: Infinity } : range;
}

const isProse = (element: DomElement): boolean =>
  (element.textContent ?? '').trim().length >= SHORTEST_PROSE && !isBeside(element) && !isLinks(element);

function isBeside(element: DomElement): boolean {
  for (let at: DomElement | null = element; at; at = at.parentElement)
    if (/^aside$/i.test(at.localName) || BESIDE.test(`${at.className} ${at.id}`)) return true;
  return false;
}

const numberOf = (element: DomElement): number => Number(element.getAttribute(NUMBER));

const text = <Name extends string>(name: Name, value: string | null | undefined) =>
  (value === null || value === undefined || value.trim() === ''
    ? {}
    : { [name]: value.replace(/\s+/g, ' ').trim() }) as Partial<Record<Name, string>>;
