import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { Corpus, readActors, readSources, type RecordProblem, type SourceRecord } from '#corpus-index';
import { decode } from './decode';
import { failureOf, type ReadFailure } from './failure';
import type { ReadFormatted } from './format-reader';
import { isFailure } from './read-source';
import { ACTORS_FILE, DEFAULT_SETTINGS, RECORDS_FILE, type IngestSettings } from './settings';
import { megabytes } from './megabytes';
import { isWithin, listSources, outside, readSourceFile } from './source-files';

/** A records file as it was read: its text, for positions, and what is wrong in it. */
export interface RecordsFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly RecordProblem[];
}

export interface FolderReading {
  readonly corpus: Corpus;
  /** Names that are no actors, as actors.yaml tells. */
  readonly ignored: readonly string[];
  readonly failures: readonly ReadFailure[];
  readonly recordFiles: readonly RecordsFile[];
}

/** Reads a whole folder at once, as the command line does; formats other than text by `readFormatted`. */
export async function readFolder(
  root: string,
  settings: IngestSettings = DEFAULT_SETTINGS,
  readFormatted?: ReadFormatted,
): Promise<FolderReading> {
  const corpus = new Corpus();
  const failures: ReadFailure[] = [];
  const recordFiles: RecordsFile[] = [];
  const textOf = async (path: string): Promise<string> => {
    const read = await readRecordsFile(root, path);
    if (typeof read === 'object') failures.push(read);
    return typeof read === 'string' ? read : '';
  };
  const keep = (path: string, text: string, problems: readonly RecordProblem[]) => {
    if (text !== '') recordFiles.push({ path, text, problems });
  };
  const recordsText = await textOf(RECORDS_FILE);
  const read = readSources(recordsText);
  corpus.setRecords(read.records);
  keep(RECORDS_FILE, recordsText, read.problems);
  const actorsText = await textOf(ACTORS_FILE);
  const registry = readActors(actorsText);
  corpus.setActors(registry.actors);
  keep(ACTORS_FILE, actorsText, registry.problems);
  const records = recordsByFile(read.records);
  const listing = await listSources(root, settings.sources);
  failures.push(...listing.failures);
  for (const path of listing.paths) {
    const overrides = records.get(path)?.passages;
    const source = await readSourceFile(root, path, {
      maximumSize: settings.maximumSourceSize,
      overrides,
      readFormatted,
    });
    if (isFailure(source)) failures.push(source);
    else corpus.put(source);
  }
  return { corpus, ignored: registry.ignored, failures, recordFiles };
}

/** The record of each file; the first, where there are two. */
export const recordsByFile = (records: readonly SourceRecord[]): ReadonlyMap<string, SourceRecord> =>
  new Map(
    records.toReversed().flatMap((record) => (record.file === undefined ? [] : [[record.file, record]])),
  );

/** What the record of a file says against the splitter. */
export const overridesFor = (records: readonly SourceRecord[], path: string): SourceRecord['passages'] =>
  records.find((record) => record.file === path)?.passages;

/** Bytes; records of ten thousand actors have a tenth of it. */
const LARGEST_RECORDS = 50_000_000;

/** The text of a records file; undefined where there is none. A link out of the folder is not followed, nor one to a device. */
export async function readRecordsFile(root: string, path: string): Promise<string | ReadFailure | undefined> {
  try {
    const [realRoot, real] = await Promise.all([fs.realpath(root), fs.realpath(nodePath.join(root, path))]);
    if (!isWithin(realRoot, real)) return outside(path, real);
    const found = await fs.stat(real);
    if (!found.isFile()) return { path, code: 'unreadable', detail: 'it is no file' };
    if (found.size > LARGEST_RECORDS)
      return {
        path,
        code: 'unreadable',
        detail: `it has ${megabytes(found.size)}, more than ${megabytes(LARGEST_RECORDS)}`,
      };
    const decoded = decode(await fs.readFile(real));
    return 'text' in decoded ? decoded.text : { path, code: 'binary', detail: decoded.binary };
  } catch (error) {
    const failure = failureOf(path, error);
    return failure.code === 'gone' ? undefined : failure;
  }
}
