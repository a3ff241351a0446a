import type { QueryWord } from './read-query';
import type { TermList } from './term-list';

/** How much a longer word counts for its beginning, and a word that is some letters off: MiniSearch's weights. */
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
/** How soon a longer word counts less: MiniSearch's factor for each letter more. */
const PREFIX_DECLINE = 0.3;

/** A term that a query word stands for. */
export interface SimilarTerm {
  /** How much it counts; 1 for the word itself. */
  readonly weight: number;
  /** Its ordinal in each list, undefined where a list has not got it. */
  readonly ordinals: (number | undefined)[];
}

/** The terms of all lists that a query word stands for, each once: itself, longer ones, those that are a few letters off. */
export function similarTerms(lists: readonly TermList[], word: QueryWord): SimilarTerm[] {
  const found = new Map<string | number, SimilarTerm>();
  lists.forEach((list, at) => {
    // The same term has other ordinals in other lists; telling them by their letters takes longer.
    const keyOf = (ordinal: number) => (lists.length === 1 ? ordinal : list.term(ordinal));
    for (const [ordinal, weight] of weighted(list, word)) {
      const key = keyOf(ordinal);
      const known = found.get(key);
      if (known) known.ordinals[at] = ordinal;
      else {
        const ordinals = lists.map((_, other) => (other === at ? ordinal : undefined));
        found.set(key, { weight, ordinals });
      }
    }
  });
  return [...found.values()];
}

/** Ordinals of one list with their weights. */
function* weighted(
  list: TermList,
  { term, isUnfinished, mostWrong }: QueryWord,
): Generator<[number, number]> {
  const itself = list.find(term);
  if (itself !== undefined) yield [itself, 1];
  const { from, to } = isUnfinished ? list.withPrefix(term) : { from: 0, to: 0 };
  for (let ordinal = from; ordinal < to; ordinal++) {
    if (ordinal === itself || list.functionWords.has(ordinal)) continue;
    const length = list.lengthOf(ordinal);
    yield [ordinal, (PREFIX_WEIGHT * length) / (length + PREFIX_DECLINE * (length - term.length))];
  }
  if (mostWrong === 0) return;
  for (const { ordinal, distance } of list.near(term, mostWrong)) {
    if ((ordinal >= from && ordinal < to) || list.functionWords.has(ordinal)) continue;
    const length = list.lengthOf(ordinal);
    yield [ordinal, (FUZZY_WEIGHT * length) / (length + distance)];
  }
}
