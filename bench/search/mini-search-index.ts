import MiniSearch, { type SearchOptions } from 'minisearch';
import { stopWords, words, type IndexedSource, type PassageHit, type PassageIndex } from '#corpus-index';

/** As `corpus-index/search/read-query.ts` has it. */
const SHORTEST_FUZZY_WORD = 5;
const FUZZINESS = 0.2;
const BOOST = { text: 2 };

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly about: string;
}

/** MiniSearch as it is best used, with our tokeniser and no function words: what `MemoryIndex` has to find and score the same as. */
export class MiniSearchIndex implements PassageIndex {
  readonly engine: MiniSearch<Entry>;
  private readonly places = new Map<number, { readonly path: string; readonly n: number }>();
  private readonly idsOf = new Map<string, readonly number[]>();
  private nextId = 0;

  static readonly options = {
    fields: ['text', 'about'],
    searchOptions: { boost: BOOST },
    tokenize: (text: string) => words(text).map((word) => word.term),
    processTerm: (term: string) => (stopWords.has(term) ? null : term),
  };

  constructor(engine = new MiniSearch<Entry>(MiniSearchIndex.options)) {
    this.engine = engine;
  }

  put(sources: readonly IndexedSource[]): Promise<void> {
    for (const { path, passages, about } of sources) {
      this.discard(path);
      const ids = passages.map(({ n, text }) => {
        const id = this.nextId++;
        this.engine.add({ id, text, about });
        this.places.set(id, { path, n });
        return id;
      });
      this.idsOf.set(path, ids);
    }
    return Promise.resolve();
  }

  remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.discard(path);
    return Promise.resolve();
  }

  retain(paths: readonly string[]): Promise<void> {
    const kept = new Set(paths);
    return this.remove([...this.idsOf.keys()].filter((path) => !kept.has(path)));
  }

  search(query: string, limit: number): Promise<readonly PassageHit[]> {
    const all = this.find(query, { combineWith: 'AND' }, limit);
    if (all.length >= limit) return Promise.resolve(all);
    const known = new Set(all.map((hit) => `${hit.path} ${hit.n}`));
    const some = this.find(query, { combineWith: 'OR' }, limit).filter(
      (hit) => !known.has(`${hit.path} ${hit.n}`),
    );
    return Promise.resolve([...all, ...some].slice(0, limit));
  }

  find(query: string, options: SearchOptions, limit: number): PassageHit[] {
    const results = this.engine.search(query, {
      ...options,
      prefix: (_term, at, terms) => at === terms.length - 1,
      fuzzy: (term) => (term.length >= SHORTEST_FUZZY_WORD ? FUZZINESS : false),
    });
    return results.slice(0, limit).flatMap(({ id, score }) => {
      const place = this.places.get(id as number);
      return place ? [{ ...place, score }] : [];
    });
  }

  private discard(path: string): void {
    for (const id of this.idsOf.get(path) ?? []) {
      this.engine.discard(id);
      this.places.delete(id);
    }
    this.idsOf.delete(path);
  }
}
