import * as fs from 'node:fs';
import * as path from 'node:path';
import MiniSearch from 'minisearch';
import { LIMIT, MANY, type Engine } from './engine';
import { MiniSearchIndex } from './mini-search-index';

/** MiniSearch with the same tokeniser, fields, weights and questions: as it is best used. */
export const miniSearch: Engine = {
  name: 'MiniSearch',
  mostPassages: MANY,
  build: async (sources, folder) => {
    const index = new MiniSearchIndex();
    await index.put(sources);
    const file = path.join(folder, 'index.json');
    return {
      search: async (query, kind) =>
        kind === 'any'
          ? index.find(query, { combineWith: 'OR' }, LIMIT).length
          : kind === 'all'
            ? index.find(query, { combineWith: 'AND' }, LIMIT).length
            : (await index.search(query, LIMIT)).length,
      replace: (source) => index.put([source]),
      save: () => {
        fs.writeFileSync(file, JSON.stringify(index.engine));
      },
      coldStart: (query) => {
        const read = MiniSearch.loadJSON(fs.readFileSync(file, 'utf8'), MiniSearchIndex.options);
        return read.search(query).length;
      },
    };
  },
};
