import type { Corpus, Source, SourceRecord } from '#corpus-index';
import { readable } from './add-records';
import type { CslItem } from './csl-item';
import { firstFree } from './first-free';
import { hasSameTitle, sameBy, signsOfCsl, signsOfSource, type WorkSigns } from './same-work';

/** A record to be written down, with the file it describes. */
export interface NewRecord {
  readonly item: CslItem;
  readonly file?: string;
}

/** A reference of another program. */
export interface ImportedItem extends CslItem {
  /** The other program had no key for it that a draft can have: any other does as well. */
  readonly isKeyMade?: boolean;
}

/** What comes of an import: what is to be written down, and what is not, with the reason. */
export interface ImportPlan {
  readonly records: readonly NewRecord[];
  readonly notes: readonly string[];
}

interface Known<Of> {
  readonly of: Of;
  readonly signs: WorkSigns;
}

/**
 * Matches references to records and sources, by DOI, address and title. A reference that has a record changes nothing; a source
 * without a record keeps the key that it is cited by; keys that are taken are never given twice. Of what could be written down a
 * person may want only some: `wanted` has their keys as the plan of all gives them, and the rest keep theirs, so none moves.
 */
export function planImport(
  corpus: Corpus,
  items: readonly ImportedItem[],
  wanted?: ReadonlySet<string>,
): ImportPlan {
  const records: NewRecord[] = [];
  const notes: string[] = [];
  const sources = corpus.sources.map((of) => ({
    of,
    signs: signsOfSource(of, corpus.record(of.key)?.csl?.['DOI']),
  }));
  const written = corpus.keys
    .flatMap((key) => corpus.record(key) ?? [])
    .map((of) => ({ of, signs: signsOfCsl(of.csl ?? {}) }));
  const taken = new Set<string>();
  const isWanted = (key: string): boolean => wanted?.has(key) ?? true;
  const isTaken = (key: string): boolean => taken.has(key) || corpus.isKnownKey(key);
  for (const { isKeyMade = false, ...item } of items) {
    const signs = signsOfCsl(item);
    const source = sameWork(sources, signs);
    const known = source
      ? corpus.record(source.key)
      : (sameWork(written, signs) ?? sameKey(written, item.id, signs, isKeyMade));
    const id = isKeyMade ? firstFree(item.id, isTaken) : item.id;
    if (known) notes.push(`@${known.id} is written down already: ${nameOf(item)}`);
    else if (source && !taken.has(source.key)) {
      taken.add(source.key);
      if (!isWanted(source.key)) continue;
      records.push({ item: { ...item, id: source.key }, file: source.path });
      if (item.id !== source.key && !isKeyMade)
        notes.push(`${source.path} keeps its key @${source.key} (not @${item.id})`);
    } else if (isTaken(id))
      notes.push(`@${id} is another source's key, so this is left out: ${nameOf(item)}`);
    else {
      taken.add(id);
      if (isWanted(id)) records.push({ item: { ...item, id } });
    }
  }
  return withoutUnreadable(records, notes);
}

/** The surest match: one by title only where none has the DOI or the address. */
function sameWork<Of extends Source | SourceRecord>(
  among: readonly Known<Of>[],
  signs: WorkSigns,
): Of | undefined {
  const found = among.map((one) => sameBy(one.signs, signs));
  const sign = (['doi', 'address', 'title'] as const).find((one) => found.includes(one));
  return sign && among[found.indexOf(sign)]?.of;
}

/** A record under the key that the reference has, or was given when it came before: then a short title is enough, too. */
function sameKey(
  among: readonly Known<SourceRecord>[],
  id: string,
  signs: WorkSigns,
  isKeyMade: boolean,
): SourceRecord | undefined {
  const wanted = isKeyMade ? formsOf(id) : [id];
  const isSame = (other: string) =>
    (isKeyMade ? formsOf(other) : [other]).some((key) => wanted.includes(key));
  return among.find((one) => isSame(one.of.id) && hasSameTitle(one.signs, signs))?.of;
}

/** A made key, and without the number that it may have got because another had it. */
const formsOf = (key: string): string[] => [key, key.replace(/-\d+$/, '')];

function withoutUnreadable(records: readonly NewRecord[], notes: readonly string[]): ImportPlan {
  const kept: NewRecord[] = [];
  const more: string[] = [];
  readable(records).forEach((read, at) => {
    const item = records[at]?.item;
    if (!item) return;
    if (!read)
      more.push(
        `@${item.id} cannot be written down so that it can be read, so it is left out: ${nameOf(item)}`,
      );
    else {
      kept.push(read.record);
      for (const name of read.unread)
        more.push(
          `@${item.id} goes in without \`${name}\`, which cannot be read: ${JSON.stringify(item[name])}`,
        );
    }
  });
  return { records: kept, notes: [...notes, ...more] };
}

const nameOf = (item: CslItem): string => (typeof item['title'] === 'string' ? item['title'] : item.id);
