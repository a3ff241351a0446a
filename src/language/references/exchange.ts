import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from './csl-item';
import { firstFree } from './first-free';
import type { ImportedItem } from './plan-import';
import type { ExchangeFormat } from './exchange-formats';

/** UTF-16 code units; the largest libraries have a tenth of it. */
const LARGEST_FILE = 50_000_000;

/**
 * The references in a file of another program, or why they cannot be read. The type is always said: left to guess, the
 * library would take a text that is an address for something to load.
 */
export function readReferences(text: string, path: string): readonly ImportedItem[] | string {
  if (text.length > LARGEST_FILE) return `${path} is larger than a file of references can be.`;
  try {
    const items = read(text);
    return items.length > 0 ? items : `There are no references in ${path}.`;
  } catch (error) {
    return `The references in ${path} cannot be read: ${(error as Error).message}`;
  }
}

/** The references as a file of another program. */
export function writeReferences(items: readonly CslItem[], format: ExchangeFormat): string {
  if (format === 'csl-json') return `${JSON.stringify(items, undefined, 2)}\n`;
  // The libraries make keys of their own otherwise: drafts cite these.
  const keyed = items.map((item) => ({ ...item, 'citation-key': item.id }));
  return `${plugins.output.format(format, keyed, { format: 'text' }).trimEnd()}\n`;
}

/** Every kind is known by how it begins. */
function read(text: string): ImportedItem[] {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(start)) return jsonItems(known(JSON.parse(start)));
  const forceType = /^TY {2}-/m.test(start) ? '@ris/file' : '@biblatex/text';
  return jsonItems(plugins.input.chain(start, { forceType }));
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
    return [{ ...fields, id, type, ...(key === undefined && { isKeyMade: true }) }];
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
const isKey = (key: string): boolean => /^[\p{L}\p{N}_][^\s{}[\]@;,]*$/u.test(key) && !key.includes('://');

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
