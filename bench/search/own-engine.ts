import { inOneGo, MemoryIndex } from '#corpus-index';
import { keptIndexes } from '../../src/ingest/kept-index';
import { LIMIT, type Engine } from './engine';

const CORPUS = 'bench';

/** Passages with all words come before those with some in one answer: "any" and "all" are the same question. */
export const own: Engine = {
  name: 'Sourcewright',
  build: async (sources, folder) => {
    const index = new MemoryIndex();
    await index.put(sources);
    inOneGo(index.join());
    const kept = keptIndexes(folder, CORPUS);
    return {
      search: async (query) => (await index.search(query, LIMIT)).length,
      replace: (source) => index.put([source]),
      save: () => kept.keep(CORPUS, inOneGo(index.join())),
      coldStart: async (query) => (await (await kept.read(CORPUS))?.search(query, LIMIT))?.length ?? 0,
    };
  },
};
