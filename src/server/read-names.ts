import type { CancellationToken } from 'vscode-languageserver/node';
import { namingPassages } from '../language/actors/named-in-passages';
import { passageDates } from '../language/actors/timeline';
import type { FolderCorpus } from './folder-corpus';
import { rest, SLICE } from './in-slices';

/**
 * Finds the names and dates of all sources, each once for its text and registry, with pauses: what is asked next finds
 * them ready, and typing is answered meanwhile. Begins anew where the corpus changes in between.
 */
export async function readNames(folder: FolderCorpus, token: CancellationToken): Promise<void> {
  while (!token.isCancellationRequested && !(await readOnce(folder, token)));
}

/** Whether it came to the end with the corpus as it was. */
async function readOnce(folder: FolderCorpus, token: CancellationToken): Promise<boolean> {
  const { revision } = folder;
  let rested = performance.now();
  for (const source of folder.corpus.sources) {
    namingPassages(folder.actors, source);
    passageDates(source);
    if (performance.now() - rested < SLICE) continue;
    await rest();
    if (token.isCancellationRequested || revision !== folder.revision) return false;
    rested = performance.now();
  }
  return true;
}
