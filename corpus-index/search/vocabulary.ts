import type { QueryWord } from './read-query';
import { similarTerms } from './similar-terms';
import { TermPacker, type TermList } from './term-list';

/** A term that a word of a query stands for. */
export interface WordForm {
  readonly term: string;
  /** How much it counts; 1 for the word itself. */
  readonly weight: number;
}

/** The terms of an index that keeps its passages elsewhere: what the words of a query may stand for. */
export class Vocabulary {
  private readonly known: TermList;
  /** Those that came since, and the list of them: made when it is asked for. */
  private readonly fresh = new Set<string>();
  private freshList: TermList | undefined;

  /** `terms`: folded as `words` folds them, in any order, each once. */
  constructor(terms: string[]) {
    this.known = listOf(terms);
  }

  /** How many terms came since it was made: each search after one of them puts all of these in order again. */
  get learnt(): number {
    return this.fresh.size;
  }

  learn(term: string): void {
    if (this.fresh.has(term) || this.known.find(term) !== undefined) return;
    this.fresh.add(term);
    this.freshList = undefined;
  }

  /** What a word of a query stands for: itself, longer words where it may be unfinished, those that are a few letters off. */
  formsOf(word: QueryWord): WordForm[] {
    const lists = [this.known, (this.freshList ??= listOf([...this.fresh]))];
    return similarTerms(lists, word).flatMap(({ weight, ordinals }) => {
      const at = ordinals.findIndex((ordinal) => ordinal !== undefined);
      const term = lists[at]?.term(ordinals[at] ?? 0);
      return term === undefined ? [] : [{ term, weight }];
    });
  }
}

function listOf(terms: string[]): TermList {
  const packer = new TermPacker();
  // By code units, as the list is searched.
  for (const term of terms.sort()) packer.add(unitsOf(term));
  return packer.finish();
}

const unitsOf = (term: string): Uint16Array =>
  Uint16Array.from({ length: term.length }, (_, at) => term.charCodeAt(at));
