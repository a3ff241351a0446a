import {
  aboutOf,
  Corpus,
  displayName,
  emptyLock,
  readSources,
  type PassageHit,
  type SourceRecord,
} from '#corpus-index';
import type { ReadFailure } from '../ingest/failure';
import { LOCK_FILE, readLockFile, type LockFile } from '../ingest/lock-file';
import { formatOf, isReadAsWritten } from '../ingest/formats';
import { isFailure } from '../ingest/read-source';
import { readRecordsFile, recordsByFile, type RecordsFile } from '../ingest/read-folder';
import {
  ACTORS_FILE,
  DEFAULT_SETTINGS,
  isSameSettings,
  RECORDS_FILE,
  type IngestSettings,
} from '../ingest/settings';
import { megabytes } from '../ingest/megabytes';
import { listSources, sourceMatcher } from '../ingest/source-files';
import { ActorView } from '../language/actor-view';
import type { IndexingPhase } from '../protocol';
import { EditorTexts, replacementsIn } from './editor-texts';
import type { CorpusAddress } from '../shared-corpus/address';
import { GramJoins } from './gram-joins';
import { inSlices } from './in-slices';
import { readRegistry } from './read-registry';
import type { NoDisk } from './search-indexes';
import { SharedFolder } from './shared-folder';
import { received, type SentSource } from './sent-source';
import { READING_LIMITS, SourceReader, type ReadingLimits } from './source-reader';
import { TextBudget } from './text-budget';
import { WorkerLost, type WorkerClient } from './worker-client';

/** What a folder has beside its sources, in the order in which it is read: records say how sources are to be read. */
const OWN_FILES: readonly string[] = [RECORDS_FILE, ACTORS_FILE, LOCK_FILE];

/** A drain that failed with work left is begun again so often. */
const MOST_FAILURES = 3;

export interface FolderCorpusEvents {
  /** Sources, records or actors are other than before, or a step of indexing is done. */
  readonly changed: () => void;
  readonly failed: (what: string, error: unknown) => void;
  /** The search index is in memory, where it was to be on disk; `asked`: a person has set that. */
  readonly notOnDisk: (folder: string, why: NoDisk, asked: boolean) => void;
}

/**
 * The corpus of one workspace folder, kept true to the files and to open editors. Files are read one after the other in the
 * worker; whatever changes meanwhile is read again after. All paths are relative to the folder, `/` between folders.
 */
export class FolderCorpus {
  readonly corpus = new Corpus({ joinsGrams: true });
  readonly actors = new ActorView(this.corpus);
  /** Counts every change of the corpus: what was judged under another number is judged again. */
  revision = 0;
  readonly failures = new Map<string, ReadFailure>();
  /** Names that are no actors, as actors.yaml tells. */
  ignored: readonly string[] = [];
  readonly recordFiles = new Map<string, RecordsFile>();
  /** What quotations of the folder's drafts were locked to. */
  lockFile: LockFile = { lock: emptyLock };
  progress = { done: 0, total: 0 };
  /** `stopped`: a person has stopped the reading, and files are left that have not been read. */
  phase: IndexingPhase = 'indexing';

  /** What is cited of a corpus that a team shares, where there is one. */
  shared: SharedFolder | undefined;

  private settings: IngestSettings = DEFAULT_SETTINGS;
  private matches = sourceMatcher(DEFAULT_SETTINGS.sources);
  private configured = false;
  /** By the source's path. */
  private records: ReadonlyMap<string, SourceRecord> = new Map();
  private readonly texts = new EditorTexts();
  private readonly pending = new Set<string>();
  private readonly reader: SourceReader;
  private readonly budget: TextBudget;
  private readonly joins: GramJoins;
  private listingWanted = true;
  /** Paths of the sources that the last listing found on disk. */
  private listed: ReadonlySet<string> = new Set();
  private working: Promise<void> | undefined;
  private noDisk: NoDisk | undefined;
  private disposed = false;
  private halted = false;

  constructor(
    /** URI of the folder. */
    readonly uri: string,
    readonly name: string,
    readonly root: string,
    private readonly worker: WorkerClient,
    private readonly events: FolderCorpusEvents,
    limits: ReadingLimits = READING_LIMITS,
  ) {
    this.reader = new SourceReader(worker, limits.time);
    this.budget = new TextBudget(limits.text);
    this.joins = new GramJoins(
      this.corpus,
      worker,
      () => this.pending.size > 0,
      (error) => {
        events.failed(`indexing ${name}`, error);
      },
    );
  }

  get globs(): readonly string[] {
    return this.settings.sources;
  }

  /** Whether drafts are told of names that they spell in several ways. */
  get checksSpelling(): boolean {
    return this.settings.checksSpelling;
  }

  isSource(path: string): boolean {
    return this.matches(path);
  }

  /** Sources that an editor shows in a wrong encoding: the file's own text counts. */
  get misread(): ReadonlySet<string> {
    return this.texts.misread;
  }

  /** Takes the settings, and reads everything anew if they are others than before. */
  async configure(settings: IngestSettings): Promise<void> {
    const { configured, settings: before } = this;
    this.configured = true;
    this.settings = settings;
    if (configured && isSameSettings(settings, before)) {
      if (settings.checksSpelling !== before.checksSpelling) this.announce();
      return;
    }
    this.matches = sourceMatcher(settings.sources);
    await this.reindex();
  }

  /** Reads everything anew, also what could not be read before. */
  reindex(): Promise<void> {
    this.halted = false;
    this.reader.forgetLosses();
    for (const path of this.failures.keys()) if (this.isSource(path)) this.pending.add(path);
    return this.recover();
  }

  /** The worker's indexes are gone: reads what was in them. What could not be read is left, as it may be what ended the worker. */
  recover(): Promise<void> {
    // What a person has stopped stays so.
    if (!this.halted) this.phase = 'indexing';
    this.listingWanted = true;
    for (const path of [RECORDS_FILE, ACTORS_FILE]) this.pending.add(path);
    for (const { path, shared } of this.corpus.sources) if (!shared) this.pending.add(path);
    return this.work();
  }

  /** Stops reading; what is left is read when `reindex` is asked for. */
  halt(): void {
    if (this.phase !== 'indexing') return;
    this.halted = true;
    this.reader.interrupt();
  }

  /** Something happened to a file or folder: created, changed, deleted, renamed. */
  fileChanged(path: string, kind: 'created' | 'changed' | 'deleted'): void {
    if (isRecords(path) && kind === 'deleted') this.texts.fileGone(path);
    if (isRecords(path) && kind === 'created') this.texts.fileThere(path);
    if (OWN_FILES.includes(path) || (kind === 'changed' && this.isSource(path))) this.pending.add(path);
    else this.listingWanted = true;
    if (kind === 'created') this.pending.add(path);
    void this.work();
  }

  /** An editor holds this text of a file, saved or not: it is what counts. */
  textOpened(path: string, text: string): void {
    if (!this.concerns(path)) return;
    const before = this.texts.misread.has(path);
    const counted = this.texts.get(path) !== undefined;
    const known = this.corpus.sourceAt(path)?.text ?? this.recordFiles.get(path)?.text;
    const kept = this.texts.open(path, text);
    if (this.texts.misread.has(path) !== before) this.announce();
    if (kept === 'unknown' || (kept === 'text' ? known !== text : counted)) this.read(path);
  }

  /** The file's own text counts again. */
  textClosed(path: string): void {
    const before = this.texts.misread.has(path);
    const counted = this.texts.close(path);
    if (before) this.announce();
    if (counted && this.concerns(path)) this.read(path);
  }

  /** Until nothing is left to read. */
  async idle(): Promise<void> {
    await this.working;
  }

  async search(query: string, limit: number): Promise<readonly PassageHit[]> {
    return this.worker.ask({ kind: 'search', folder: this.uri, query, limit });
  }

  async dispose(): Promise<void> {
    this.stop();
    this.shared?.dispose();
    await this.working;
    await this.worker.ask({ kind: 'forget', folder: this.uri }).catch(passOverLoss);
  }

  /** Cites from another shared corpus from now on, or from none. */
  share(address: CorpusAddress | undefined, password = '', copiesIn?: string): void {
    this.shared?.dispose();
    this.shared = undefined;
    if (address && !this.disposed) {
      const { corpus } = this;
      const changed = () => {
        this.announce();
      };
      this.shared = new SharedFolder(
        { corpus, changed, failed: this.events.failed },
        address,
        password,
        copiesIn,
      );
    }
    this.announce();
  }

  /** Ends the reading. */
  stop(): void {
    this.disposed = true;
    this.reader.interrupt();
  }

  /** Of other formats than text the file counts, whatever an editor shows of it. */
  private concerns(path: string): boolean {
    const format = formatOf(path);
    return isRecords(path) || (this.isSource(path) && format !== undefined && isReadAsWritten(format));
  }

  private read(path: string): void {
    this.pending.add(path);
    void this.work();
  }

  private work(): Promise<void> {
    this.working ??= Promise.resolve().then(() => this.drainAll());
    return this.working;
  }

  /** Drains until nothing is left, also where it fails in between. */
  private async drainAll(): Promise<void> {
    let failures = 0;
    while (this.hasWork && !this.isEnding && failures < MOST_FAILURES) {
      try {
        await this.drain();
      } catch (error) {
        failures++;
        this.events.failed(`indexing ${this.name}`, error);
      }
    }
    // In one go with the last look at what is left: what comes after begins anew.
    this.working = undefined;
    this.halted &&= this.hasWork;
    this.phase = this.halted ? 'stopped' : 'ready';
    if (!this.disposed) this.events.changed();
  }

  private get isEnding(): boolean {
    return this.disposed || this.halted;
  }

  private get hasWork(): boolean {
    return this.pending.size > 0 || this.listingWanted;
  }

  /** Until nothing is left: records first, as they say how sources are to be read; then listings, then files. */
  private async drain(): Promise<void> {
    this.progress = { done: 0, total: this.pending.size };
    while (!this.isEnding) {
      const path = this.next();
      if (path !== undefined) await this.readOne(path);
      else if (this.listingWanted) await this.list();
      else return;
    }
  }

  private next(): string | undefined {
    const path =
      OWN_FILES.find((one) => this.pending.has(one)) ??
      (this.listingWanted ? undefined : this.pending.values().next().value);
    if (path !== undefined) this.pending.delete(path);
    return path;
  }

  private async list(): Promise<void> {
    this.listingWanted = false;
    const { paths, failures } = await listSources(this.root, this.settings.sources);
    const present = new Set(paths);
    for (const path of this.failures.keys())
      if (!present.has(path) && !isRecords(path)) this.failures.delete(path);
    for (const failure of failures) this.failures.set(failure.path, failure);
    for (const path of this.listed) if (!present.has(path)) this.texts.fileGone(path);
    for (const path of present) this.texts.fileThere(path);
    this.listed = present;
    for (const { path, shared } of this.corpus.sources)
      if (!shared && !present.has(path) && this.texts.get(path) === undefined) await this.forget(path);
    await this.retain(paths);
    for (const path of paths)
      if (!this.corpus.sourceAt(path) && !this.failures.has(path)) this.pending.add(path);
    this.progress = { done: 0, total: this.pending.size };
    this.announce();
  }

  /** The index was kept since the folder was last open: what it knows of other sources is gone. */
  private async retain(paths: readonly string[]): Promise<void> {
    const open = this.corpus.sources.map(({ path }) => path);
    const { uri: folder, root } = this;
    const { searchIndex } = this.settings;
    const noDisk = await this.worker
      .ask({ kind: 'retain', folder, root, paths: [...paths, ...open], searchIndex })
      .catch(passOverLoss);
    this.indexNotOnDisk(noDisk ?? undefined);
  }

  /** Told once until it is otherwise: a folder is listed again and again. */
  private indexNotOnDisk(why: NoDisk | undefined): void {
    const told = this.noDisk;
    this.noDisk = why;
    if (why && why.code !== told?.code)
      this.events.notOnDisk(this.name, why, this.settings.searchIndex === 'disk');
  }

  private async readOne(path: string): Promise<void> {
    if (path === RECORDS_FILE) await this.readRecords();
    else if (path === ACTORS_FILE) await this.readActors();
    else if (path === LOCK_FILE) this.lockFile = await readLockFile(this.root);
    else if (!this.isSource(path)) await this.forget(path);
    else if (!(await this.readSource(path))) return;
    this.progress = {
      done: this.progress.done + 1,
      total: Math.max(this.progress.total, this.progress.done + 1 + this.pending.size),
    };
    this.announce();
  }

  /** False where it has to be read another time. */
  private async readSource(path: string): Promise<boolean> {
    const text = this.texts.get(path);
    const kept = this.budget.total;
    const source = await this.askFor(path, text);
    if (source === undefined) {
      this.pending.add(path);
      return false;
    }
    if (this.reader.hasGivenUp(path)) this.pending.delete(path);
    if (text === undefined) this.fileRead(path, isFailure(source) ? 0 : source.replacements);
    if (isFailure(source)) this.leaveOut(source);
    else if (this.budget.take(path, source.text.bytes.length)) {
      this.failures.delete(path);
      this.corpus.put(received(source), source.grams);
      this.joins.sourcesCame();
    } else {
      this.leaveOut({ path, code: 'too-many', detail: megabytes(this.budget.limit) });
      await this.worker.ask({ kind: 'remove', folder: this.uri, path }).catch(passOverLoss);
    }
    if (this.budget.total < kept) this.readLeftOut();
    return true;
  }

  private leaveOut(failure: ReadFailure): void {
    const { path, code } = failure;
    this.drop(path);
    if (code === 'gone') this.failures.delete(path);
    else this.failures.set(path, failure);
  }

  private drop(path: string): void {
    this.corpus.remove(path);
    this.budget.release(path);
  }

  /** There may be room for what there was none for. */
  private readLeftOut(): void {
    for (const { path, code } of this.failures.values()) if (code === 'too-many') this.pending.add(path);
  }

  /** The worker's reading; undefined where it ended meanwhile or nobody waits for it any more: the file is to be read again. */
  private askFor(path: string, text: string | undefined): Promise<SentSource | ReadFailure | undefined> {
    const record = this.records.get(path);
    return this.reader.read({
      kind: 'read',
      folder: this.uri,
      root: this.root,
      path,
      maximumSize: this.settings.maximumSourceSize,
      about: aboutRecord(record),
      ...(text === undefined ? {} : { text }),
      ...(record?.passages ? { overrides: record.passages } : {}),
    });
  }

  /** Now it is known whether an editor shows the file as it is written. */
  private fileRead(path: string, replacements: number): void {
    const counts = this.texts.fileRead(path, replacements);
    if (counts) this.pending.add(path);
  }

  private async forget(path: string): Promise<void> {
    // Of what is no source, only a listing knows what is wrong.
    if (this.isSource(path)) this.failures.delete(path);
    this.texts.fileGone(path);
    this.drop(path);
    this.readLeftOut();
    await this.worker.ask({ kind: 'remove', folder: this.uri, path }).catch(passOverLoss);
  }

  private async readRecords(): Promise<void> {
    const text = await this.textOf(RECORDS_FILE);
    const { records, problems } = readSources(text ?? '');
    const byFile = recordsByFile(records);
    const changed = ({ path }: { path: string }) => {
      const [before, now] = [this.records.get(path), byFile.get(path)];
      return (
        aboutRecord(now) !== aboutRecord(before) ||
        JSON.stringify(now?.passages) !== JSON.stringify(before?.passages)
      );
    };
    for (const source of this.corpus.sources) if (changed(source)) this.pending.add(source.path);
    this.records = byFile;
    this.corpus.setRecords(records);
    this.keepRecordsFile(RECORDS_FILE, text, problems);
  }

  private async readActors(): Promise<void> {
    const text = await this.textOf(ACTORS_FILE);
    const { actors, ignored, problems } = await readRegistry(text ?? '', this.worker, () => this.disposed);
    await inSlices(this.actors.prepare(actors));
    this.corpus.setActors(actors);
    this.ignored = ignored;
    this.keepRecordsFile(ACTORS_FILE, text, problems);
  }

  private async textOf(path: string): Promise<string | undefined> {
    const open = this.texts.get(path);
    if (open !== undefined) return open;
    const read = await readRecordsFile(this.root, path);
    this.fileRead(path, replacementsIn(typeof read === 'string' ? read : ''));
    if (typeof read !== 'object') {
      this.failures.delete(path);
      return read;
    }
    this.failures.set(path, read);
    return undefined;
  }

  private keepRecordsFile(path: string, text: string | undefined, problems: RecordsFile['problems']): void {
    if (text === undefined) this.recordFiles.delete(path);
    else this.recordFiles.set(path, { path, text, problems });
  }

  private announce(): void {
    this.revision++;
    this.events.changed();
  }
}

const isRecords = (path: string): boolean => path === RECORDS_FILE || path === ACTORS_FILE;

/** What the record of a file says that passages can be found by. */
function aboutRecord(record: SourceRecord | undefined): string {
  if (!record) return '';
  return [record.id, aboutOf({ ...record, author: record.author.map(displayName) })].join(' ');
}

/** A worker that ended has forgotten everything anyway. */
function passOverLoss(error: unknown): null {
  if (error instanceof WorkerLost) return null;
  throw error;
}
