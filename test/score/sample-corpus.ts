import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Corpus, readActors, readSources, splitText, type Actor, type Source } from '#corpus-index';
import { corpusPath } from '../support/corpus';
import { repositoryRoot } from '../support/root';

/** The sample registry on Iran and al-Qaeda, and the real articles that it is of. */
export function sampleCorpus(): { readonly actors: readonly Actor[]; readonly sources: readonly Source[] } {
  if (corpusPath === undefined)
    throw new Error('The real articles are not here: set SOURCEWRIGHT_CORPUS to their folder.');
  const example = path.join(repositoryRoot, 'examples', 'iran-al-qaeda');
  const { actors } = readActors(readFileSync(path.join(example, 'actors.yaml'), 'utf8'));
  const corpus = new Corpus();
  const { records } = readSources(readFileSync(path.join(example, 'sources.yaml'), 'utf8'));
  corpus.setRecords(records);
  for (const { file } of records) {
    if (file === undefined) continue;
    const text = readFileSync(path.join(corpusPath, path.basename(file)), 'utf8');
    corpus.put({ path: file, format: 'text', text, reading: { text }, ...splitText(text) });
  }
  return { actors, sources: corpus.sources };
}
