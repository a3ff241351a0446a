import { Corpus, readActors, readSources } from '#corpus-index';
import { overridesFor } from '../../src/ingest/read-folder';
import { readSourceText } from '../../src/ingest/read-source';

/** A corpus in memory, from files by their path: `sources.yaml`, `actors.yaml`, and sources. */
export function corpusOf(files: Readonly<Record<string, string>>): Corpus {
  const corpus = new Corpus();
  const { records } = readSources(files['sources.yaml'] ?? '');
  corpus.setRecords(records);
  corpus.setActors(readActors(files['actors.yaml'] ?? '').actors);
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.yaml')) corpus.put(readSourceText(path, text, overridesFor(records, path)));
  }
  return corpus;
}
