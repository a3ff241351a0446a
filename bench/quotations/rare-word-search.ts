import { Corpus, MiniSearchIndex, readingOf, stopWords, words, type Source } from '#corpus-index';
import type { BenchCorpus } from '../corpus/load-corpus';

/** A quotation's rarest words find its passage best. */
const WORDS = 4;
const MOST_PASSAGES = 8;

/** Candidates from the passage index: what there was before word grams, and what a search engine alone can do. */
export class RareWordSearch {
  private readonly index = new MiniSearchIndex();
  private readonly frequency = new Map<string, number>();

  async build({ sources }: BenchCorpus): Promise<void> {
    for (const source of sources) {
      const passages = source.passages.map((passage) => ({ n: passage.n, text: readingOf(source, passage) }));
      for (const { text } of passages)
        for (const word of new Set(words(text).map(({ term }) => term)))
          this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
      await this.index.put(source.path, passages, '');
    }
  }

  async paths(quotation: string): Promise<string[]> {
    const rarest = [...new Set(words(quotation).map(({ term }) => term))]
      .filter((word) => this.frequency.has(word) && !stopWords.has(word))
      .sort((a, b) => (this.frequency.get(a) ?? 0) - (this.frequency.get(b) ?? 0))
      .slice(0, WORDS);
    return [...new Set((await this.index.search(rarest.join(' '), MOST_PASSAGES)).map(({ path }) => path))];
  }
}

/** A corpus whose candidates are given. */
export class GivenCandidates extends Corpus {
  given: readonly string[] = [];

  override candidates(): readonly Source[] {
    return this.given.flatMap((path) => this.sourceAt(path) ?? []);
  }
}
