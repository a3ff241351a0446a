import type { Source } from '#corpus-index';

/** What a reference, record or source says that tells whether two of them are one work. */
export interface WorkSigns {
  readonly doi?: string | undefined;
  readonly address?: string | undefined;
  /** Its words, however few. */
  readonly title?: string | undefined;
  readonly year?: string | undefined;
  /** The last word of each author's family name. */
  readonly authors: readonly string[];
}

/** Titles of fewer words are too common to tell works by: `Annual Report 2014`. */
const FEWEST_TITLE_WORDS = 4;

/** What is sent along to tell where a reader came from: it names nothing. */
const TRACKING = /^(?:utm_[^=]*|fbclid|gclid)(?:=|$)/i;

export function signsOfCsl(fields: Readonly<Record<string, unknown>>): WorkSigns {
  const { DOI, URL: address, title, author, issued } = fields;
  return {
    doi: doiKey(DOI) ?? doiOf(address),
    address: addressKey(address),
    title: titleKey(title),
    year: yearOf(issued),
    authors: Array.isArray(author) ? author.flatMap(familyOf) : [],
  };
}

export const signsOfSource = ({ url, title, author, issued }: Source, doi?: unknown): WorkSigns => ({
  doi: doiKey(doi) ?? doiOf(url),
  address: addressKey(url),
  title: titleKey(title),
  year: issued?.slice(0, 4),
  authors: author.flatMap(familyOf),
});

/** By which sign two are the same work, the surest first; undefined where they are not, or nobody can tell. */
export function sameBy(one: WorkSigns, other: WorkSigns): 'doi' | 'address' | 'title' | undefined {
  if (one.doi !== undefined && other.doi !== undefined) return one.doi === other.doi ? 'doi' : undefined;
  if (one.address !== undefined && one.address === other.address) return 'address';
  const words = one.title?.split(' ').length ?? 0;
  return words >= FEWEST_TITLE_WORDS && hasSameTitle(one, other) ? 'title' : undefined;
}

/** The same title, however short, and neither year nor authors nor DOI that say otherwise. */
export const hasSameTitle = (one: WorkSigns, other: WorkSigns): boolean =>
  one.title !== undefined &&
  one.title === other.title &&
  (one.doi ?? other.doi) === (other.doi ?? one.doi) &&
  (one.year ?? other.year) === (other.year ?? one.year) &&
  (one.authors.length === 0 ||
    other.authors.length === 0 ||
    one.authors.some((name) => other.authors.includes(name)));

const doiKey = (value: unknown): string | undefined =>
  typeof value === 'string' ? present(bareDoi(value).toLowerCase()) : undefined;

/** A DOI as CSL has it, without the address that it is often written in. */
export const bareDoi = (value: string): string =>
  value.trim().replace(/^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)+/i, '');

/** The DOI in an address: a source's text states where it was, seldom its DOI alone. */
const doiOf = (address: unknown): string | undefined =>
  typeof address === 'string' && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address.trim())
    ? doiKey(address)
    : undefined;

/**
 * An address without what does not tell pages apart. The query does (`watch?v=`), and so does a fragment that is a path. A
 * site's address alone names none of its pages.
 */
function addressKey(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)([^?#]*)(\?[^#]*)?(#[!/].*)?/i.exec(value.trim());
  if (!parts) return undefined;
  const [, host = '', path = '', query = '', route = ''] = parts;
  const asked = query
    .slice(1)
    .split('&')
    .filter((one) => one !== '' && !TRACKING.test(one));
  const page = `${path.replace(/\/+$/, '')}${asked.length > 0 ? `?${asked.join('&')}` : ''}${route}`;
  return page === '' ? undefined : `${host.toLowerCase()}${page}`;
}

const titleKey = (value: unknown): string | undefined =>
  typeof value === 'string' ? present(wordsOf(value).join(' ')) : undefined;

/** Of a CSL date in any of its forms. */
const yearOf = (issued: unknown): string | undefined =>
  /(?<!\d)\d{4}(?!\d)/.exec(issued === undefined ? '' : JSON.stringify(issued))?.[0];

/** Of a name with its parts, or as it is written. */
function familyOf(name: unknown): string[] {
  const { family, literal } = (typeof name === 'object' && name !== null ? name : { literal: name }) as {
    readonly family?: unknown;
    readonly literal?: unknown;
  };
  const said = family ?? literal;
  return typeof said === 'string' ? wordsOf(said.normalize('NFD').replace(/\p{M}/gu, '')).slice(-1) : [];
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const present = (text: string): string | undefined => (text === '' ? undefined : text);
