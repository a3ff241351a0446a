import type { SourceMetadata } from '#corpus-index';
import { plainTag } from '../language';
import type { DomDocument } from './dom';
import { fromLinkedData } from './linked-data';

/** Names of `meta` elements, the surest first. */
const TITLES = ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title'];
const AUTHORS = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'byl',
  'sailthru.author',
];
const DATES = [
  'citation_publication_date',
  'citation_date',
  'article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'pubdate',
  'date',
];
const SITES = ['citation_journal_title', 'og:site_name', 'application-name', 'dc.publisher'];

/** What a page states of itself, in its linked data, its `meta` elements and its root. */
export function statedMetadata(document: DomDocument): SourceMetadata {
  const named = metaValues(document);
  const first = (names: readonly string[]) => names.flatMap((name) => named.get(name) ?? [])[0];
  const linked = fromLinkedData(document);
  const written = AUTHORS.map((name) => (named.get(name) ?? []).filter(isName)).find(
    ({ length }) => length > 0,
  );
  const author = linked.author.length > 0 ? linked.author : (written ?? []).map(withoutBy);
  const stated = {
    title: first(TITLES) ?? linked.title,
    issued: linked.issued ?? isoDate(first(DATES)),
    site: linked.site ?? first(SITES),
    url: addressOf(document, first(['og:url'])),
    language: plainTag(
      document.documentElement?.getAttribute('lang') ?? first(['og:locale', 'dc.language']) ?? '',
    ),
  };
  return { author, ...withoutUndefined(stated) };
}

/** The properties that have a value. */
export const withoutUndefined = <T extends object>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** `2014-03-24` of a date as machines write it; undefined for what is none. */
export function isoDate(value: string | undefined): string | undefined {
  const date = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(value ?? '');
  if (!date) return undefined;
  return date
    .slice(1)
    .flatMap((part: string | undefined) => (part === undefined ? [] : [part.padStart(2, '0')]))
    .join('-');
}

function metaValues(document: DomDocument): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop');
    const content = (meta.getAttribute('content') ?? '').replace(/\s+/g, ' ').trim();
    if (name && content !== '')
      values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), content]);
  }
  return values;
}

/** Some pages give an address or a handle where a name belongs. */
const isName = (value: string): boolean => !/^(?:https?:|@)|\/\//i.test(value) && value.length <= 120;

const withoutBy = (name: string): string => name.replace(/^by\s+/i, '');

/** The page's own word for its address, else what the browser wrote down when it saved the page. */
function addressOf(document: DomDocument, stated: string | undefined): string | undefined {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return [canonical, stated].flatMap((url) => (url && /^https?:\/\//i.test(url) ? [url] : []))[0];
}
