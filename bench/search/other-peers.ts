import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import { stopWords, words } from '#corpus-index';
import { LIMIT, MANY, type Engine } from './engine';

/** lunr and Orama take minutes for more. */
const FEW = 10_000;

/** Whole words only, the words read as ours are. */
export const flexSearch: Engine = {
  name: 'FlexSearch, whole words',
  mostPassages: MANY,
  kinds: ['any', 'all', 'quotation'],
  build: (sources) => {
    const index = new Index({
      tokenize: 'strict',
      encode: (text) => words(text).flatMap(({ term }) => (stopWords.has(term) ? [] : [term])),
    });
    let id = 0;
    for (const { passages, about } of sources)
      for (const { text } of passages) index.add(id++, `${text} ${about}`);
    return {
      search: (query, kind) => index.search(query, { limit: LIMIT, suggest: kind !== 'all' }).length,
    };
  },
};

/** In its own query language. */
export const lunrPeer: Engine = {
  name: 'lunr',
  mostPassages: FEW,
  build: (sources) => {
    const index = lunr((builder) => {
      builder.field('text', { boost: 2 });
      builder.field('about');
      let id = 0;
      for (const { passages, about } of sources)
        for (const { text } of passages) builder.add({ id: String(id++), text, about });
    });
    return {
      search: (query, kind) => {
        const terms = words(query).map(({ term }) => term);
        try {
          return index.query((asked) => {
            terms.forEach((term, at) => {
              const isLast = kind === 'prefix' && at === terms.length - 1;
              asked.term(term, {
                wildcard: isLast ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
                presence: kind === 'all' ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL,
              });
            });
          }).length;
        } catch {
          return 0; // It fails on some words: such a query counts as not answered.
        }
      },
    };
  },
};

/** With its own tokeniser. */
export const orama: Engine = {
  name: 'Orama',
  mostPassages: FEW,
  build: async (sources) => {
    const database = create({ schema: { text: 'string', about: 'string' } });
    const documents = sources.flatMap(({ passages, about }) => passages.map(({ text }) => ({ text, about })));
    await insertMultiple(database, documents, 500);
    return {
      search: async (query, kind) => {
        const threshold = kind === 'all' ? 0 : 1;
        const { hits } = await search(database, { term: query, limit: LIMIT, threshold, boost: { text: 2 } });
        return hits.length;
      },
    };
  },
};
