import { deriveKeys } from './keys';
import type { Actor } from './records/actor';
import { displayName, familyName, shortName } from './records/display-name';
import type { SourceRecord } from './records/source-record';
import type { Source, SourceText } from './passages/source';
import { GramIndex, type GramJoin, type ReadyGrams } from './quotations/gram-index';
import type { GramTableData } from './quotations/gram-table-data';
import { sampledGrams } from './quotations/grams';
import { shapeOf } from './quotations/quotation-shape';

/** A corpus of at most so many sources is compared whole. */
const SMALL = 40;

/** So many sources of a large corpus are compared with a quotation. */
const MOST_CANDIDATES = 8;

/** What is wrong with a source that can be cited, or between files of which each is right. */
export interface CorpusProblem {
  readonly code: 'duplicate-key' | 'missing-file' | 'unread-part' | 'withdrawn-words';
  /** The source's file the problem belongs to; for `missing-file`, the file that is not there. */
  readonly path: string;
  readonly key: string;
  /** For `duplicate-key`: the file that keeps the key. */
  readonly other?: string;
  /** For `unread-part`: the parts of the file that could not be read, as its reader calls them. */
  readonly parts?: readonly string[];
}

/**
 * The sources of one folder, their keys and the actors they name. It holds what readers found: `put` a source when
 * its file was read, `remove` it when the file is gone; keys and records are joined on demand.
 */
export class Corpus {
  /** Counts every change of its sources and records: what was judged under the same number is judged so still. */
  revision = 0;

  private readonly texts = new Map<string, SourceText>();
  private records: readonly SourceRecord[] = [];
  private recordById: ReadonlyMap<string, SourceRecord> = new Map();
  private registry: readonly Actor[] = [];
  private joined: Joined | undefined;
  private unreached: ReadonlySet<string> = new Set();
  private readonly grams: GramIndex;
  /** Paths whose grams are not counted yet. */
  private readonly uncounted = new Set<string>();

  /** `joinsGrams`: somebody asks `gramsToJoin` and joins them elsewhere; else they are joined here, when they are needed. */
  constructor({ joinsGrams = false }: { readonly joinsGrams?: boolean } = {}) {
    this.grams = new GramIndex(joinsGrams);
  }

  /** `grams`: where they were made ready by whoever read it. */
  put(text: SourceText, grams?: ReadyGrams): void {
    this.texts.set(text.path, text);
    if (grams) this.grams.put(text.path, grams);
    if (grams) this.uncounted.delete(text.path);
    else this.uncounted.add(text.path);
    this.changed();
  }

  /** Word grams to be made one table of, with `gramTableInSteps`; undefined as long as few have been put. */
  gramsToJoin(isInRun: boolean): GramJoin | undefined {
    return this.grams.toJoin(isInRun);
  }

  joinGrams(join: GramJoin, table: GramTableData): void {
    this.grams.join(join, table);
  }

  remove(path: string): void {
    if (!this.texts.delete(path)) return;
    this.uncounted.delete(path);
    this.grams.remove(path);
    this.changed();
  }

  setRecords(records: readonly SourceRecord[]): void {
    this.records = records;
    // The first of two with one id holds.
    this.recordById = new Map(records.toReversed().map((record) => [record.id, record]));
    this.changed();
  }

  setActors(actors: readonly Actor[]): void {
    this.registry = actors;
  }

  get actors(): readonly Actor[] {
    return this.registry;
  }

  /** All sources, by path. */
  get sources(): readonly Source[] {
    return this.join().sources;
  }

  get problems(): readonly CorpusProblem[] {
    return this.join().problems;
  }

  source(key: string): Source | undefined {
    return this.join().byKey.get(key);
  }

  sourceAt(path: string): Source | undefined {
    return this.join().byPath.get(path);
  }

  /** The record with this key, whether or not its source could be read. */
  record(key: string): SourceRecord | undefined {
    return this.recordById.get(key);
  }

  /** Keys that a shared corpus may have, which has not answered. True where they are others than before. */
  setUnreached(keys: ReadonlySet<string>): boolean {
    const isSame = keys.size === this.unreached.size && [...keys].every((key) => this.unreached.has(key));
    this.unreached = keys;
    if (!isSame) this.changed();
    return !isSame;
  }

  /** Whether nobody can tell what this key names, as the shared corpus has not answered. */
  isUnreached(key: string): boolean {
    return this.unreached.has(key) && this.source(key) === undefined;
  }

  /** Whether the key names a source or at least a record, or may name one: its text is then not at hand. */
  isKnownKey(key: string): boolean {
    return this.source(key) !== undefined || this.record(key) !== undefined || this.unreached.has(key);
  }

  /** Keys that citations can use: of sources, and of records without a text. */
  get keys(): readonly string[] {
    return [...new Set([...this.join().byKey.keys(), ...this.records.map((record) => record.id)])];
  }

  /** The sources in which a quotation may stand as it is: all of a small corpus, of a large one the likeliest. */
  candidates(words: string): readonly Source[] {
    return this.texts.size <= SMALL ? this.sources : this.likeliest(words, MOST_CANDIDATES);
  }

  /** The sources that share most word grams with a quotation, at most `limit`, none with less than a part of what the first one shares. */
  likeliest(words: string, limit: number, leastPart = 0): readonly Source[] {
    const voted = this.wordGrams.votes(shapeOf({ text: words }).grams, limit);
    const fewest = (voted[0]?.votes ?? 0) * leastPart;
    const { byPath } = this.join();
    const likely = voted.filter(({ votes }) => votes >= fewest);
    return likely.flatMap(({ path }) => byPath.get(path) ?? []);
  }

  /** Which passages have which word grams. */
  get wordGrams(): GramIndex {
    if (this.uncounted.size > 0) this.countGrams();
    return this.grams;
  }

  private countGrams(): void {
    for (const path of this.uncounted) {
      const text = this.texts.get(path);
      if (text) this.grams.put(path, sampledGrams(text));
    }
    this.uncounted.clear();
  }

  private changed(): void {
    this.revision++;
    this.joined = undefined;
  }

  private join(): Joined {
    this.joined ??= joinRecords([...this.texts.values()], this.records);
    return this.joined;
  }
}

interface Joined {
  readonly sources: readonly Source[];
  readonly byPath: ReadonlyMap<string, Source>;
  readonly byKey: ReadonlyMap<string, Source>;
  readonly problems: readonly CorpusProblem[];
}

function joinRecords(texts: readonly SourceText[], records: readonly SourceRecord[]): Joined {
  const inOrder = [...texts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ordered = inOrder.filter(({ shared }) => shared === undefined);
  const problems: CorpusProblem[] = [];
  const byKey = new Map<string, Source>();
  const add = (source: Source) => {
    const holder = byKey.get(source.key);
    if (holder)
      problems.push({ code: 'duplicate-key', path: source.path, key: source.key, other: holder.path });
    else byKey.set(source.key, source);
    if (source.unread)
      problems.push({ code: 'unread-part', path: source.path, key: source.key, parts: source.unread });
    if (source.withdrawn) problems.push({ code: 'withdrawn-words', path: source.path, key: source.key });
    return source;
  };
  const recordOf = new Map(
    records.filter((record) => record.file !== undefined).map((record) => [record.file, record]),
  );
  const present = new Set(ordered.map(({ path }) => path));
  const recorded = ordered.flatMap((text) => {
    const record = recordOf.get(text.path);
    return record ? [add(sourceOf(text, record.id, 'recorded', record))] : [];
  });
  const stated = ordered.flatMap((text) =>
    !recordOf.has(text.path) && text.metadata.key !== undefined
      ? [add(sourceOf(text, text.metadata.key, 'front-matter'))]
      : [],
  );
  const rest = ordered.filter((text) => !recordOf.has(text.path) && text.metadata.key === undefined);
  const taken = new Set([...byKey.keys(), ...records.map((record) => record.id)]);
  const keys = deriveKeys(rest, taken);
  const derived = rest.map((text, at) => add(sourceOf(text, keys[at] ?? text.path, 'derived')));
  // The folder's own keys stay what they are: a shared source has its key as long as none of them has it.
  const shared = inOrder.flatMap((text) =>
    text.shared && !byKey.has(text.shared.key) ? [add(sharedSource(text, text.shared, records))] : [],
  );
  for (const record of records) {
    if (record.file !== undefined && !present.has(record.file)) {
      problems.push({ code: 'missing-file', path: record.file, key: record.id });
    }
  }
  const sources = [...recorded, ...stated, ...derived, ...shared].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { sources, byPath: new Map(sources.map((source) => [source.path, source])), byKey, problems };
}

/** What the folder itself records of the work holds. */
function sharedSource(
  text: SourceText,
  { key, record }: NonNullable<SourceText['shared']>,
  records: readonly SourceRecord[],
): Source {
  return sourceOf(text, key, 'shared', records.find(({ id }) => id === key) ?? record);
}

interface Made {
  readonly source: Source;
  readonly record: SourceRecord | undefined;
}

/** A source stays the same object while its text, key and record do: a folder of thousands is joined at every change. */
const made = new WeakMap<SourceText, Made>();

function sourceOf(
  text: SourceText,
  key: string,
  keyOrigin: Source['keyOrigin'],
  record?: SourceRecord,
): Source {
  const known = made.get(text);
  if (known?.record === record && known?.source.key === key && known.source.keyOrigin === keyOrigin)
    return known.source;
  const source = record ? withRecord(text, record, keyOrigin) : withKey(text, key, keyOrigin);
  made.set(text, { source, record });
  return source;
}

function withKey(text: SourceText, key: string, keyOrigin: Source['keyOrigin']): Writable<Source> {
  const { title, issued, site, url, language } = text.metadata;
  return withDefined(new KeyedSource(text, key, keyOrigin), { title, issued, site, url, language });
}

/**
 * Made by a class, so that V8 knows them all alike: of copies made by spreading whatever is read has to be looked up anew, each
 * time. The text stays with whoever read it, who may keep it packed until somebody asks.
 */
class KeyedSource {
  readonly path: string;
  readonly format: SourceText['format'];
  readonly reading: SourceText['reading'];
  readonly metadata: SourceText['metadata'];
  readonly passages: SourceText['passages'];
  readonly dropped: SourceText['dropped'];
  readonly author: readonly string[];
  readonly authorShort: readonly string[];
  declare readonly pages?: NonNullable<SourceText['pages']>;
  declare readonly unread?: readonly string[];
  declare readonly withdrawn?: boolean;
  declare readonly shared?: NonNullable<SourceText['shared']>;

  constructor(
    private readonly read: SourceText,
    readonly key: string,
    readonly keyOrigin: Source['keyOrigin'],
  ) {
    const { path, format, reading, metadata, passages, dropped } = read;
    const { pages, unread, withdrawn, shared } = read;
    this.path = path;
    this.format = format;
    this.reading = reading;
    this.metadata = metadata;
    this.passages = passages;
    this.dropped = dropped;
    this.author = metadata.author;
    this.authorShort = metadata.author.map(familyName);
    if (pages) this.pages = pages;
    if (unread) this.unread = unread;
    if (withdrawn) this.withdrawn = withdrawn;
    if (shared) this.shared = shared;
  }

  get text(): string {
    return this.read.text;
  }
}

/** What a person wrote down holds; what they left out is as the text states it. */
function withRecord(text: SourceText, record: SourceRecord, keyOrigin: Source['keyOrigin']): Source {
  const source = withKey(text, record.id, keyOrigin);
  if (record.author.length > 0) {
    source.author = record.author.map(displayName);
    source.authorShort = record.author.map(shortName);
  }
  const { title, issued, containerTitle: site, url, language, reliability, credibility } = record;
  return withDefined(source, { title, issued, site, url, language, reliability, credibility });
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Stated = 'title' | 'issued' | 'site' | 'url' | 'language' | 'reliability' | 'credibility';

/** Assigned one by one, which is quicker than spreading. */
function withDefined(
  source: Writable<Source>,
  values: { readonly [K in Stated]?: string | undefined },
): Writable<Source> {
  const { title, issued, site, url, language, reliability, credibility } = values;
  if (title !== undefined) source.title = title;
  if (issued !== undefined) source.issued = issued;
  if (site !== undefined) source.site = site;
  if (url !== undefined) source.url = url;
  if (language !== undefined) source.language = language;
  if (reliability !== undefined) source.reliability = reliability;
  if (credibility !== undefined) source.credibility = credibility;
  return source;
}
