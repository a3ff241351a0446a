import * as fs from 'node:fs';
import * as path from 'node:path';
import { inOneGo, MemoryIndex } from '#corpus-index';
import { DiskIndex, openDiskIndex } from '../../src/ingest/disk-index/disk-index';
import { keptIndexes } from '../../src/ingest/kept-index';
import { LIMIT, type Engine } from './engine';
import { sqlite } from './sqlite-fts5';

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

/** The one in a file, which the setting `sourcewright.searchIndex` asks for. */
export const ownOnDisk: Engine | undefined = sqlite && {
  name: 'Sourcewright, on disk',
  isOutside: true,
  build: async (sources, folder) => {
    const file = path.join(folder, 'index.sqlite');
    let index = open(file);
    // One after the other, as the server reads them.
    for (const source of sources) await index.put([source]);
    index.commit();
    return {
      search: async (query) => (await index.search(query, LIMIT)).length,
      replace: (source) => index.put([source]),
      coldStart: async (query) => {
        index.commit();
        index.close();
        index = open(file);
        return (await index.search(query, LIMIT)).length;
      },
      close: () => {
        index.close();
      },
      note: () => `${(fs.statSync(file).size / 1e6).toFixed(0)} MB on disk`,
    };
  },
};

function open(file: string): DiskIndex {
  const index = openDiskIndex(file, CORPUS);
  if (index instanceof DiskIndex) return index;
  throw new Error(index.detail);
}
