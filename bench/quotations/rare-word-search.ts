import MiniSearch from 'minisearch';
import { Corpus, readingOf, stopWords, words, type Source } from '#corpus-index';
import type { BenchCorpus } from '../corpus/load-corpus';

const MOST_PASSAGES = 8;

/** Candidates from MiniSearch: what a search engine alone can do, asked for a few rare words just as they are. */
export class RareWordSearch {
  private readonly engine = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  private readonly frequency = new Map<string, number>();
  private readonly paths: string[] = [];

  constructor({ sources }: BenchCorpus) {
    for (const source of sources)
      for (const passage of source.passages) {
        const text = readingOf(source, passage);
        for (const term of new Set(termsOf(text)))
          this.frequency.set(term, (this.frequency.get(term) ?? 0) + 1);
        this.engine.add({ id: this.paths.length, text });
        this.paths.push(source.path);
      }
  }

  /** Sources of the passages that have most of the quotation's `most` rarest words. */
  candidates(quotation: string, most: number): string[] {
    const rarest = [...new Set(termsOf(quotation))]
      .filter((term) => this.frequency.has(term))
      .sort((a, b) => (this.frequency.get(a) ?? 0) - (this.frequency.get(b) ?? 0))
      .slice(0, most);
    const found = this.engine.search(rarest.join(' ')).slice(0, MOST_PASSAGES);
    return [...new Set(found.map(({ id }) => this.paths[id as number] ?? ''))];
  }
}

const termsOf = (text: string): string[] =>
  words(text).flatMap(({ term }) => (stopWords.has(term) ? [] : [term]));

/** A corpus whose candidates are given: word grams tell where in a source to look, and not in which. */
export class GivenCandidates extends Corpus {
  given: readonly string[] = [];

  /** Makes the index of word grams. */
  prepare(words: string): void {
    super.likeliest(words, 1);
    this.wordGrams.sourcesWithAll = () => [...this.given];
  }

  override likeliest(): readonly Source[] {
    return this.candidates();
  }

  override candidates(): readonly Source[] {
    return this.given.flatMap((path) => this.sourceAt(path) ?? []);
  }
}
