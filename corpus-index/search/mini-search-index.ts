import MiniSearch, { type SearchOptions } from 'minisearch';
import { stopWords } from '../text/stop-words';
import { words } from '../text/words';
import type { IndexedPassage, PassageHit, PassageIndex } from './passage-index';

/** Words shorter than this many letters are not searched for misspelled: too many others are near. */
const SHORTEST_FUZZY_WORD = 5;

/** One letter in five may be wrong. */
const FUZZINESS = 0.2;

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly about: string;
}

/** A word of the passage itself weighs more than one of its source's title or authors. */
const BOOST = { text: 2 };

/** The index in memory, on MiniSearch: BM25+ over folded words without stop words. */
export class MiniSearchIndex implements PassageIndex {
  private readonly engine = new MiniSearch<Entry>({
    fields: ['text', 'about'],
    searchOptions: { boost: BOOST },
    tokenize: (text) => words(text).map((word) => word.term),
    processTerm: (term) => (stopWords.has(term) ? null : term),
  });
  private readonly places = new Map<number, { readonly path: string; readonly n: number }>();
  private readonly idsOf = new Map<string, readonly number[]>();
  private nextId = 0;

  put(path: string, passages: readonly IndexedPassage[], about: string): Promise<void> {
    this.discard(path);
    const ids = passages.map(({ n, text }) => {
      const id = this.nextId++;
      this.engine.add({ id, text, about });
      this.places.set(id, { path, n });
      return id;
    });
    this.idsOf.set(path, ids);
    return Promise.resolve();
  }

  remove(path: string): Promise<void> {
    this.discard(path);
    return Promise.resolve();
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

  private find(query: string, options: SearchOptions, limit: number): PassageHit[] {
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
