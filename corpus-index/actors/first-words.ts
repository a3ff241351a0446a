import { FirstLetters } from './first-letters';
import { HashFilter } from './hash-filter';

/** The words that names begin with, as filters that tell of most other words that they are none of them. */
export class FirstWords {
  readonly letters = new FirstLetters();
  private readonly hashes: HashFilter;

  constructor(words: readonly { readonly term: string; readonly hash: number }[]) {
    this.hashes = new HashFilter(words.map(({ hash }) => hash));
    for (const { term } of words) this.letters.add(term);
  }

  /** False where no word with this hash is one of them. */
  mayHave(hash: number): boolean {
    return this.hashes.mayHave(hash);
  }
}
