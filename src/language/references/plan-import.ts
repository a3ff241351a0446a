import type { Corpus, Source } from '#corpus-index';
import type { CslItem } from './csl-item';

/** A record to be written down, with the file it describes. */
export interface NewRecord {
  readonly item: CslItem;
  readonly file?: string;
}

/** What comes of an import: what is to be written down, and what is not, with the reason. */
export interface ImportPlan {
  readonly records: readonly NewRecord[];
  readonly notes: readonly string[];
}

/**
 * Matches references to records and sources, by DOI, address and title. A reference that has a record changes nothing; a source
 * without a record keeps the key that it is cited by; keys that are taken are never given twice.
 */
export function planImport(corpus: Corpus, items: readonly CslItem[]): ImportPlan {
  const records: NewRecord[] = [];
  const notes: string[] = [];
  const taken = new Set<string>();
  const isTaken = (key: string): boolean => taken.has(key) || corpus.isKnownKey(key);
  for (const item of items) {
    const source = sourceOf(corpus, item);
    const known = source ? corpus.record(source.key) : recordOf(corpus, item);
    if (known) notes.push(`@${known.id} is written down already: ${nameOf(item)}`);
    else if (source && !taken.has(source.key)) {
      records.push({ item: { ...item, id: source.key }, file: source.path });
      taken.add(source.key);
      if (item.id !== source.key) notes.push(`${source.path} keeps its key @${source.key} (not @${item.id})`);
    } else if (isTaken(item.id))
      notes.push(`@${item.id} is another source's key, so this is left out: ${nameOf(item)}`);
    else {
      records.push({ item });
      taken.add(item.id);
    }
  }
  return { records, notes };
}

function sourceOf(corpus: Corpus, item: CslItem): Source | undefined {
  const [doi, url, title] = keysOf(item);
  return (
    corpus.sources.find(({ url: address }) => doi !== undefined && doiOf(address) === doi) ??
    corpus.sources.find((source) => url !== undefined && addressKey(source.url) === url) ??
    corpus.sources.find((source) => title !== undefined && titleKey(source.title) === title)
  );
}

function recordOf(corpus: Corpus, item: CslItem) {
  const [doi, url, title] = keysOf(item);
  const records = corpus.keys.flatMap((key) => corpus.record(key) ?? []);
  return records.find(({ csl = {} }) => {
    const [otherDoi, otherUrl, otherTitle] = keysOf(csl);
    if (doi !== undefined && otherDoi !== undefined) return doi === otherDoi;
    return (url !== undefined && url === otherUrl) || (title !== undefined && title === otherTitle);
  });
}

const keysOf = (fields: Readonly<Record<string, unknown>>) =>
  [doiKey(fields['DOI']), addressKey(fields['URL']), titleKey(fields['title'])] as const;

const doiKey = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')
    : undefined;

/** The DOI in an address: a source's text states where it was, seldom its DOI alone. */
const doiOf = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address) ? doiKey(address) : undefined;

const addressKey = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
        .replace(/^https?:\/\/(?:www\.)?/i, '')
        .replace(/[#?].*$|\/+$/g, '')
        .toLowerCase()
    : undefined;

/** Titles of a word or two are too common to tell sources by. */
function titleKey(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 2 ? words.join(' ') : undefined;
}

const nameOf = (item: CslItem): string => (typeof item['title'] === 'string' ? item['title'] : item.id);
