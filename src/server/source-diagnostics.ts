import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { describeFailure } from '../ingest/failure';
import { describeLockProblem, LOCK_FILE } from '../ingest/lock-file';
import { RECORDS_FILE } from '../ingest/settings';
import { describeCorpusProblem, severityOf } from '../language/corpus-problems';
import type { FolderCorpus } from './folder-corpus';
import { diagnostic, Positions } from './to-lsp';
import { fileUri, sourceUri } from './uris';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const MISREAD =
  'The editor shows this source in another encoding than it is written in, and saving it would destroy characters. ' +
  'Choose "Reopen with Encoding" in the status bar. Quotations are compared with the file itself.';

/** What is wrong with a folder's own files, by URI. */
export function folderDiagnostics(folder: FolderCorpus): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  const add = (path: string, one: Diagnostic) => {
    const source = folder.corpus.sourceAt(path);
    // A shared source is no file of the folder: what is wrong with it stands in the text that is shown of it.
    const uri = source?.shared ? sourceUri(folder.root, source) : fileUri(folder.root, path);
    found.set(uri, [...(found.get(uri) ?? []), one]);
  };
  for (const { path, text, problems } of folder.recordFiles.values()) {
    const positions = new Positions(text);
    for (const { code, severity, message, span } of problems)
      add(path, diagnostic({ code, severity, message, range: positions.range(span) }));
  }
  for (const failure of folder.failures.values()) {
    const severity = failure.code === 'unsupported-format' ? 'information' : 'error';
    add(
      failure.path,
      diagnostic({ code: 'unreadable-source', severity, message: describeFailure(failure), range: TOP }),
    );
  }
  const lockProblem = describeLockProblem(folder.lockFile);
  if (lockProblem !== undefined)
    add(
      LOCK_FILE,
      diagnostic({ code: 'broken-lock', severity: 'warning', message: lockProblem, range: TOP }),
    );
  for (const path of folder.misread)
    add(path, diagnostic({ code: 'misread-source', severity: 'warning', message: MISREAD, range: TOP }));
  const recordRange = recordRanges(folder);
  for (const problem of folder.corpus.problems) {
    const message = describeCorpusProblem(problem);
    if (problem.code === 'missing-file')
      add(
        RECORDS_FILE,
        diagnostic({
          code: problem.code,
          severity: 'error',
          message,
          range: recordRange(problem.key),
        }),
      );
    else {
      const { code, path } = problem;
      add(path, diagnostic({ code, severity: severityOf(problem), message, range: TOP }));
    }
  }
  return found;
}

/** Where sources.yaml has the record of a key. */
function recordRanges(folder: FolderCorpus): (key: string) => Range {
  const positions = new Positions(folder.recordFiles.get(RECORDS_FILE)?.text ?? '');
  return (key) => {
    const span = folder.corpus.record(key)?.span;
    return span ? positions.range(span) : TOP;
  };
}
