import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './root';

/**
 * The folder with real articles that some tests read: `SOURCEWRIGHT_CORPUS`, or `../shared/corpus` beside the
 * repository. They are other people's texts and therefore not part of it.
 */
export const corpusPath: string | undefined = [
  process.env['SOURCEWRIGHT_CORPUS'],
  path.join(repositoryRoot, '..', 'shared', 'corpus'),
].find((dir) => dir !== undefined && existsSync(dir));

/** A `describe` on the real articles; where they are missing its tests count as skipped, and it says so. */
export function describeCorpus(name: string, body: (corpus: string) => void): void {
  if (corpusPath !== undefined) {
    const found = corpusPath;
    describe(name, () => {
      body(found);
    });
    return;
  }
  console.log(`SKIPPED: "${name}" needs the real articles: set SOURCEWRIGHT_CORPUS to their folder.`);
  describe.skip(name, () => {
    body('');
  });
}
