import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { LineIndex } from '#corpus-index';
import { describeFailure } from '../ingest/failure';
import { formatReader } from '../ingest/format-reader';
import { describeLockProblem, LOCK_FILE, readLockFile, type LockFile } from '../ingest/lock-file';
import { readFolder, type FolderReading } from '../ingest/read-folder';
import { readWorkspaceSettings } from '../ingest/workspace-settings';
import { RECORDS_FILE, type IngestSettings } from '../ingest/settings';
import { describeCorpusProblem, severityOf } from '../language/corpus-problems';
import { say, UsageError, type Arguments } from './command';

/** Something wrong with the folder's own files, for people and for JSON. */
export interface FolderProblem {
  readonly path: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface Folder extends FolderReading {
  /** Absolute. */
  readonly root: string;
  readonly settings: IngestSettings;
  /** What its quotations were locked to. */
  readonly lockFile: LockFile;
  readonly problems: readonly FolderProblem[];
}

/** Reads the folder that the arguments name. What is wrong in it is said on standard error. */
export async function openFolder({ values }: Arguments): Promise<Folder> {
  const root = nodePath.resolve(String(values['root'] ?? '.'));
  const stat = await fs.stat(root).catch(() => undefined);
  if (!stat?.isDirectory()) throw new UsageError(`There is no folder ${root}.`);
  const configured = await readWorkspaceSettings(root);
  const globs = values['sources'];
  const settings = Array.isArray(globs) ? { ...configured, sources: globs.map(String) } : configured;
  const reading = await readFolder(
    root,
    settings,
    formatReader(nodePath.join(__dirname, 'format-process.js')),
  );
  const lockFile = await readLockFile(root);
  const problems = [...folderProblems(reading), ...lockProblems(lockFile)];
  for (const problem of problems)
    say(
      `${problem.path}:${problem.line}:${problem.column}: ${problem.severity} ${problem.code}: ${problem.message}`,
    );
  if (reading.corpus.sources.length === 0)
    say(`No sources found in ${root} (looked for ${settings.sources.join(', ')}).`);
  return { ...reading, root, settings, lockFile, problems };
}

/** The same as the editor shows, at the same places. */
function folderProblems({ corpus, failures, recordFiles }: FolderReading): FolderProblem[] {
  const top = { line: 1, column: 1 };
  const recordAt = (key: string) => {
    const text = recordFiles.find(({ path }) => path === RECORDS_FILE)?.text ?? '';
    return new LineIndex(text).at(corpus.record(key)?.span?.start ?? 0);
  };
  return [
    ...recordFiles.flatMap(({ path, text, problems }) => {
      const lines = new LineIndex(text);
      return problems.map(({ code, severity, message, span }) => ({
        path,
        code,
        severity,
        message,
        ...lines.at(span.start),
      }));
    }),
    // Files are read side by side: which of them comes first differs from run to run.
    ...[
      ...failures.map((failure) => ({
        path: failure.path,
        code: `unreadable-source`,
        severity: failure.code === 'unsupported-format' ? ('information' as const) : ('error' as const),
        message: describeFailure(failure),
        ...top,
      })),
      ...corpus.problems.map((problem) => ({
        code: problem.code,
        severity: severityOf(problem),
        message: describeCorpusProblem(problem),
        ...(problem.code === 'missing-file'
          ? { path: RECORDS_FILE, ...recordAt(problem.key) }
          : { path: problem.path, ...top }),
      })),
    ].sort(byPlace),
  ];
}

const byPlace = (a: FolderProblem, b: FolderProblem): number =>
  a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;

function lockProblems(lockFile: LockFile): FolderProblem[] {
  const message = describeLockProblem(lockFile);
  if (message === undefined) return [];
  return [{ path: LOCK_FILE, code: 'broken-lock', severity: 'warning', message, line: 1, column: 1 }];
}
