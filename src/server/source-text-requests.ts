import { describeFailure } from '../ingest/failure';
import type { OriginalParams, OriginalResult, SourceTextResult } from '../protocol';
import { keyOfShared } from '../shared-corpus/stored-source';
import { positionsIn } from './to-lsp';
import type { Workspace } from './workspace';

/** The text of a source as its reader made it, to be shown in place of the file; or a sentence on why there is none. */
export async function sourceText(workspace: Workspace, uri: string): Promise<SourceTextResult> {
  const located = workspace.locate(uri);
  const key = located && keyOfShared(located.path);
  if (key !== undefined && !located?.folder.corpus.source(key)) await located?.folder.shared?.fetch(key);
  const source = located?.folder.corpus.sourceAt(located.path);
  if (source) return { text: source.text };
  const failure = located?.folder.failures.get(located.path);
  if (failure) return { text: describeFailure(failure), problem: true };
  return located && located.folder.phase !== 'ready'
    ? { text: 'This source has not been read yet.', problem: true }
    : { text: 'This file is not among the sources.', problem: true };
}

/** Where a place of a source's text stands in its file. */
export function original(workspace: Workspace, { uri, position }: OriginalParams): OriginalResult {
  const located = workspace.locate(uri);
  const source = located?.folder.corpus.sourceAt(located.path);
  if (source?.shared)
    return {
      problem: 'The file of this source is not in this folder: its text comes from the shared corpus.',
    };
  if (!source?.pages) return {};
  const offset = positionsIn(source).offset(position);
  const page = source.pages.find(({ start, end }) => start <= offset && offset < end);
  return page ? { page: page.n, label: page.label } : {};
}
