import {
  aboutOf,
  Corpus,
  displayName,
  emptyLock,
  readActors,
  readSources,
  type PassageHit,
  type SourceRecord,
} from '#corpus-index';
import { failureOf, type ReadFailure } from '../ingest/failure';
import { LOCK_FILE, readLockFile, type LockFile } from '../ingest/lock-file';
import { isFailure } from '../ingest/read-source';
import { overridesFor, readRecordsFile, type RecordsFile } from '../ingest/read-folder';
import { ACTORS_FILE, DEFAULT_SETTINGS, RECORDS_FILE, type IngestSettings } from '../ingest/settings';
import { listSources, sourceMatcher } from '../ingest/source-files';
import { ActorView } from '../language/actor-view';
import type { WorkerClient } from './worker-client';

/** What a folder has beside its sources, in the order in which it is read: records say how sources are to be read. */
const OWN_FILES: readonly string[] = [RECORDS_FILE, ACTORS_FILE, LOCK_FILE];

export interface FolderCorpusEvents {
  /** Sources, records or actors are other than before, or a step of indexing is done. */
  readonly changed: () => void;
  readonly failed: (what: string, error: unknown) => void;
}

/**
 * The corpus of one workspace folder, kept true to the files and to open editors. Files are read one after the other in the
 * worker; whatever changes meanwhile is read again after. All paths are relative to the folder, `/` between folders.
 */
export class FolderCorpus {
  readonly corpus = new Corpus();
  readonly actors = new ActorView(this.corpus);
  /** Counts every change of the corpus: what was judged under another number is judged again. */
  revision = 0;
  readonly failures = new Map<string, ReadFailure>();
  /** Sources that an editor shows in a wrong encoding: the file's own text counts. */
  readonly misread = new Set<string>();
  readonly recordFiles = new Map<string, RecordsFile>();
  /** What quotations of the folder's drafts were locked to. */
  lockFile: LockFile = { lock: emptyLock };
  progress = { done: 0, total: 0 };
  phase: 'indexing' | 'ready' = 'indexing';

  private settings: IngestSettings = DEFAULT_SETTINGS;
  private records: readonly SourceRecord[] = [];
  private readonly openTexts = new Map<string, string>();
  private readonly pending = new Set<string>();
  private listingWanted = true;
  private working: Promise<void> | undefined;
  private disposed = false;

  constructor(
    /** URI of the folder. */
    readonly uri: string,
    readonly name: string,
    readonly root: string,
    private readonly worker: WorkerClient,
    private readonly events: FolderCorpusEvents,
  ) {}

  get globs(): readonly string[] {
    return this.settings.sources;
  }

  isSource(path: string): boolean {
    return sourceMatcher(this.settings.sources)(path);
  }

  /** Takes the settings and reads everything anew. */
  configure(settings: IngestSettings): Promise<void> {
    this.settings = settings;
    return this.reindex();
  }

  reindex(): Promise<void> {
    this.phase = 'indexing';
    this.listingWanted = true;
    for (const path of OWN_FILES) this.pending.add(path);
    for (const { path } of this.corpus.sources) this.pending.add(path);
    return this.work();
  }

  /** Something happened to a file or folder: created, changed, deleted, renamed. */
  fileChanged(path: string, kind: 'created' | 'changed' | 'deleted'): void {
    if (OWN_FILES.includes(path) || (kind === 'changed' && this.isSource(path)))
      this.pending.add(path);
    else this.listingWanted = true;
    if (kind === 'created') this.pending.add(path);
    void this.work();
  }

  /** An editor holds this text of a file, saved or not: it is what counts. */
  textOpened(path: string, text: string): void {
    if (!this.concerns(path)) return;
    if (isMisread(text)) {
      this.textClosed(path);
      this.misread.add(path);
      this.announce();
      return;
    }
    if (this.misread.delete(path)) this.announce();
    const known = this.corpus.sourceAt(path)?.text ?? this.recordFiles.get(path)?.text;
    this.openTexts.set(path, text);
    if (known !== text) this.read(path);
  }

  /** The file's own text counts again. */
  textClosed(path: string): void {
    if (this.misread.delete(path)) this.announce();
    if (this.openTexts.delete(path) && this.concerns(path)) this.read(path);
  }

  async search(query: string, limit: number): Promise<readonly PassageHit[]> {
    return this.worker.ask({ kind: 'search', folder: this.uri, query, limit });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await this.working;
    await this.worker.ask({ kind: 'forget', folder: this.uri });
  }

  private concerns(path: string): boolean {
    return path === RECORDS_FILE || path === ACTORS_FILE || this.isSource(path);
  }

  private read(path: string): void {
    this.pending.add(path);
    void this.work();
  }

  private work(): Promise<void> {
    this.working ??= this.drain()
      .catch((error: unknown) => {
        this.events.failed(`indexing ${this.name}`, error);
      })
      .finally(() => {
        this.working = undefined;
        this.phase = 'ready';
        this.events.changed();
      });
    return this.working;
  }

  /** Until nothing is left: records first, as they say how sources are to be read; then listings, then files. */
  private async drain(): Promise<void> {
    this.progress = { done: 0, total: this.pending.size };
    while (!this.disposed) {
      const path = this.next();
      if (path !== undefined) await this.readOne(path);
      else if (this.listingWanted) await this.list();
      else return;
    }
  }

  private next(): string | undefined {
    const path =
      OWN_FILES.find((one) => this.pending.has(one)) ??
      (this.listingWanted ? undefined : [...this.pending][0]);
    if (path !== undefined) this.pending.delete(path);
    return path;
  }

  private async list(): Promise<void> {
    this.listingWanted = false;
    const { paths, failures } = await listSources(this.root, this.settings.sources);
    const present = new Set(paths);
    for (const [path, failure] of this.failures)
      if (failure.code === 'no-listing' || !present.has(path)) this.failures.delete(path);
    for (const failure of failures) this.failures.set(failure.path, failure);
    for (const { path } of this.corpus.sources)
      if (!present.has(path) && !this.openTexts.has(path)) await this.forget(path);
    for (const path of paths)
      if (!this.corpus.sourceAt(path) && !this.failures.has(path)) this.pending.add(path);
    this.progress = { done: 0, total: this.pending.size };
    this.announce();
  }

  private async readOne(path: string): Promise<void> {
    if (path === RECORDS_FILE) await this.readRecords();
    else if (path === ACTORS_FILE) await this.readActors();
    else if (path === LOCK_FILE) this.lockFile = await readLockFile(this.root);
    else if (this.isSource(path)) await this.readSource(path);
    else await this.forget(path);
    this.progress = {
      done: this.progress.done + 1,
      total: Math.max(this.progress.total, this.progress.done + 1 + this.pending.size),
    };
    this.announce();
  }

  private async readSource(path: string): Promise<void> {
    const text = this.openTexts.get(path);
    const overrides = overridesFor(this.records, path);
    const source = await this.worker
      .ask({
        kind: 'read',
        folder: this.uri,
        root: this.root,
        path,
        maximumSize: this.settings.maximumSourceSize,
        about: aboutRecord(this.records, path),
        ...(text === undefined ? {} : { text }),
        ...(overrides ? { overrides } : {}),
      })
      .catch((error: unknown) => failureOf(path, error));
    if (!isFailure(source)) {
      this.failures.delete(path);
      this.corpus.put(source);
      return;
    }
    this.corpus.remove(path);
    if (source.code === 'gone') this.failures.delete(path);
    else this.failures.set(path, source);
  }

  private async forget(path: string): Promise<void> {
    this.failures.delete(path);
    this.corpus.remove(path);
    await this.worker.ask({ kind: 'remove', folder: this.uri, path });
  }

  private async readRecords(): Promise<void> {
    const text = await this.textOf(RECORDS_FILE);
    const { records, problems } = readSources(text ?? '');
    const changed = ({ path }: { path: string }) =>
      aboutRecord(records, path) !== aboutRecord(this.records, path) ||
      JSON.stringify(overridesFor(records, path)) !== JSON.stringify(overridesFor(this.records, path));
    for (const source of this.corpus.sources) if (changed(source)) this.pending.add(source.path);
    this.records = records;
    this.corpus.setRecords(records);
    this.keepRecordsFile(RECORDS_FILE, text, problems);
  }

  private async readActors(): Promise<void> {
    const text = await this.textOf(ACTORS_FILE);
    const { actors, problems } = readActors(text ?? '');
    this.corpus.setActors(actors);
    this.keepRecordsFile(ACTORS_FILE, text, problems);
  }

  private async textOf(path: string): Promise<string | undefined> {
    const open = this.openTexts.get(path);
    if (open !== undefined) return open;
    const read = await readRecordsFile(this.root, path);
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

/** What the record of a file says that passages can be found by. */
function aboutRecord(records: readonly SourceRecord[], path: string): string {
  const record = records.find(({ file }) => file === path);
  if (!record) return '';
  return [record.id, aboutOf({ ...record, author: record.author.map(displayName) })].join(' ');
}

/** An editor that reads a file in a wrong encoding shows replacement characters for what it cannot read. */
const isMisread = (text: string): boolean => text.includes('\uFFFD');
