import { rarity, saturated, TEXT_BOOST, type WordCounts } from './bm25';
import type { PassageHit } from './passage-index';
import type { QueryWord } from './read-query';
import type { WordForm } from './vocabulary';

/** A form that a word of a query is looked for in, and how many passages have it. */
export interface CountedForm extends WordForm {
  readonly inText: number;
  /** Passages whose source's title or authors have it. */
  readonly inAbout: number;
}

export interface SoughtWord extends QueryWord {
  readonly forms: readonly CountedForm[];
}

/** A passage that an engine found, with its words. */
export interface FoundPassage {
  readonly path: string;
  readonly n: number;
  /** Its terms, as `words` gives them. */
  readonly text: readonly string[];
  /** The terms of its source's title and authors. */
  readonly about: readonly string[];
}

/**
 * The best of the passages that an engine has found, with the scores that `MemoryIndex` gives them: `sought` are the words of
 * the query as `readQuery` gives them, `counts` those of the whole index.
 */
export function rankPassages(
  found: readonly FoundPassage[],
  sought: readonly SoughtWord[],
  counts: WordCounts,
  limit: number,
): PassageHit[] {
  const factors = factorsOf(sought, counts);
  const scored = found.map((passage) => ({ ...scoreOf(passage, factors, counts), ...passage }));
  return scored
    .filter(({ words }) => words > 0)
    .map((one) => ({ ...one, hasAll: one.words === sought.length }))
    .sort(inOrder)
    .slice(0, limit)
    .map(({ path, n, score }) => ({ path, n, score }));
}

/** What a term of a passage is worth, for one of the words. */
interface Factor {
  /** Scores are added up in this order: sums made in another one have other last digits. */
  readonly order: number;
  /** Which of the query's words, and which of its different terms. */
  readonly word: number;
  readonly term: number;
  readonly inText: number;
  readonly inAbout: number;
}

function factorsOf(
  sought: readonly SoughtWord[],
  { passages }: WordCounts,
): ReadonlyMap<string, readonly Factor[]> {
  const factors = new Map<string, Factor[]>();
  let [order, term] = [0, 0];
  sought.forEach((one, word) => {
    if (one.term !== sought[word - 1]?.term) term++;
    for (const form of one.forms) {
      const weight = form.weight * one.times;
      const factor = {
        ...{ order: order++, word, term },
        inText: weight * TEXT_BOOST * rarity(passages, form.inText),
        inAbout: form.inAbout === 0 ? 0 : weight * rarity(passages, form.inAbout),
      };
      const same = factors.get(form.term);
      if (same) same.push(factor);
      else factors.set(form.term, [factor]);
    }
  });
  return factors;
}

const NONE: readonly Factor[] = [];

/** The score, and for how many words of the query it was given. */
function scoreOf(
  { text, about }: FoundPassage,
  factors: ReadonlyMap<string, readonly Factor[]>,
  counts: WordCounts,
): { readonly score: number; readonly words: number } {
  const [inText, inAbout] = [frequencies(text), frequencies(about)];
  const length = inText.size / (counts.words / counts.passages);
  const aboutLength = inAbout.size / (counts.aboutWords / counts.passages);
  const met: { readonly term: string; readonly factor: Factor }[] = [];
  for (const term of new Set([...inText.keys(), ...inAbout.keys()]))
    for (const factor of factors.get(term) ?? NONE) met.push({ term, factor });
  met.sort((a, b) => a.factor.order - b.factor.order);
  let score = 0;
  for (const { term, factor } of met) {
    const [own, others] = [inText.get(term), inAbout.get(term)];
    if (own !== undefined) score += factor.inText * saturated(own, length);
    if (others !== undefined) score += factor.inAbout * saturated(others, aboutLength);
  }
  const [words, terms] = [
    new Set(met.map(({ factor }) => factor.word)),
    new Set(met.map(({ factor }) => factor.term)),
  ];
  return { score: score * terms.size, words: words.size };
}

function frequencies(terms: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
}

function inOrder(
  one: PassageHit & { readonly hasAll: boolean },
  other: PassageHit & { readonly hasAll: boolean },
): number {
  if (one.hasAll !== other.hasAll) return one.hasAll ? -1 : 1;
  if (one.score !== other.score) return other.score - one.score;
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.n - other.n;
}
