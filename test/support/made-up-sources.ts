import { stopWords, type IndexedSource } from '#corpus-index';
import { chance, pick } from '../../bench/chance';

const SYLLABLES =
  'ba be bo da de di fa go ha ka ki la le li lo ma me mi na no ra re ri ro sa se so ta te ti to va vo'.split(
    ' ',
  );
const FUNCTION_WORDS = [...stopWords];

/** Texts of made-up words, some of them common and many rare, with function words between them: always the same for one seed. */
export class MadeUpSources {
  private readonly random: () => number;
  private readonly vocabulary: readonly string[];

  constructor(seed: number, words = 1500) {
    this.random = chance(seed);
    this.vocabulary = Array.from({ length: words }, () => this.newWord());
  }

  source(path: string, passages: number): IndexedSource {
    return {
      path,
      about: `${this.word()} ${this.word()} ${pick(FUNCTION_WORDS, this.random)}`,
      passages: Array.from({ length: passages }, (_, at) => ({ n: at + 1, text: this.passage() })),
    };
  }

  /** One to six words, often with the last one unfinished or a letter wrong; sometimes a word twice, or function words. */
  query(): string {
    const words = Array.from({ length: 1 + this.below(6) }, () => this.word());
    if (this.below(3) === 0) words.push(pick(FUNCTION_WORDS, this.random), words[0] ?? '');
    if (this.below(3) === 0) words[0] = this.misspelled(words[0] ?? '');
    const last = words.at(-1) ?? '';
    if (this.below(2) === 0) words[words.length - 1] = last.slice(0, 2 + this.below(last.length));
    return words.join(' ');
  }

  private passage(): string {
    const words = Array.from({ length: 20 + this.below(60) }, () =>
      this.below(5) < 2 ? pick(FUNCTION_WORDS, this.random) : this.word(),
    );
    return `${words.join(' ')}.`;
  }

  /** The first words of the vocabulary are the commonest. */
  private word(): string {
    return this.vocabulary[Math.floor(this.vocabulary.length * this.random() ** 3)] ?? '';
  }

  private newWord(): string {
    return Array.from({ length: 2 + this.below(4) }, () => pick(SYLLABLES, this.random)).join('');
  }

  private misspelled(word: string): string {
    const at = this.below(word.length);
    return `${word.slice(0, at)}${this.below(2) === 0 ? 'x' : ''}${word.slice(at + 1)}`;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}
