import { isWritableKey } from '../citations/citation-key';
import { firstFree } from './first-free';
import type { ImportedItem } from './plan-import';
import { readBibtex } from './read-bibtex';
import { readRis } from './read-ris';
import { bareDoi } from './same-work';

export { writeReferences } from './write-references';

/** UTF-16 code units; the largest libraries have a tenth of it. */
const LARGEST_FILE = 50_000_000;

/** The references of a file, and what could not be read of it. */
export interface ReadReferences {
  readonly items: readonly ImportedItem[];
  readonly notes: readonly string[];
}

/** The references in a file of another program, or why they cannot be read. */
export function readReferences(text: string, path: string): ReadReferences | string {
  if (text.length > LARGEST_FILE) return `${path} is larger than a file of references can be.`;
  try {
    const { entries, notes } = read(text);
    const items = jsonItems(entries);
    if (items.length > 0) return { items, notes };
    return [
      `There are no references in ${path}${notes.length > 0 ? ' that can be read' : ''}.`,
      ...notes,
    ].join(' ');
  } catch (error) {
    return `The references in ${path} cannot be read: ${(error as Error).message}`;
  }
}

/** Every kind is known by how it begins. */
function read(text: string): { readonly entries: unknown; readonly notes: readonly string[] } {
  const start = text.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(start)) return { entries: known(JSON.parse(start)), notes: [] };
  return /^TY {2}-/m.test(start) ? { entries: readRis(start.trimStart()), notes: [] } : readBibtex(start);
}

/** A JSON export that is not CSL's: Better BibTeX has one of Zotero's own fields beside those that are wanted here. */
function known(value: unknown): unknown {
  const has = (field: string) =>
    listIn(value).some((item) => typeof item === 'object' && item !== null && field in item);
  if (has('itemType') && !has('type'))
    throw new Error(
      'they are in Zotero’s own form. Export them as “Better CSL JSON” or “Better BibLaTeX” instead.',
    );
  return value;
}

/** A list of items, or what Zotero's exporters put around one. */
function listIn(value: unknown): readonly unknown[] {
  const inner = (value as { readonly items?: unknown } | null)?.items;
  return Array.isArray(value) ? value : Array.isArray(inner) ? inner : [];
}

function jsonItems(value: unknown): ImportedItem[] {
  const taken = new Set<string>();
  return listIn(value).flatMap((item: unknown): ImportedItem[] => {
    if (typeof item !== 'object' || item === null) return [];
    const fields = item as Readonly<Record<string, unknown>>;
    const { type } = fields;
    if (typeof type !== 'string') return [];
    const key = keyOf(fields);
    const id = key ?? madeKey(fields, taken);
    taken.add(id);
    const { DOI } = fields;
    return [
      {
        ...fields,
        ...(typeof DOI === 'string' && { DOI: bareDoi(DOI) }),
        id,
        type,
        ...(key === undefined && { isKeyMade: true }),
      },
    ];
  });
}

/** The key by which the other program cites it, if it has one that a draft can have too. */
function keyOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const keys = [fields['citation-key'], fields['citationKey'], fields['id']];
  return keys
    .flatMap((key) => (typeof key === 'string' || typeof key === 'number' ? [String(key)] : []))
    .find(isKey);
}

/** Zotero's own ids are addresses. */
const isKey = (key: string): boolean =>
  isWritableKey(key) && !/^https?:\/\/(?:www\.)?zotero\.org\//.test(key);

/** Author and year, as keys of sources are made; a number tells apart what would be the same. */
function madeKey(fields: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): string {
  const [author] = (fields['author'] ?? fields['editor'] ?? []) as readonly Readonly<
    Record<string, unknown>
  >[];
  const name = [author?.['family'], author?.['literal'], fields['title']].find(
    (one) => typeof one === 'string',
  );
  const word =
    /[\p{L}\p{N}]+/u.exec((name ?? 'reference').normalize('NFD').replace(/\p{M}/gu, ''))?.[0] ?? 'reference';
  const year = (fields['issued'] as { readonly 'date-parts'?: readonly unknown[][] } | undefined)?.[
    'date-parts'
  ]?.[0]?.[0];
  const key = `${word.toLowerCase()}${typeof year === 'number' || typeof year === 'string' ? year : ''}`;
  return firstFree(key, (one) => taken.has(one));
}
