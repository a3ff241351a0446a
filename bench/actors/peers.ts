import { AhoCorasick } from '@monyone/aho-corasick/fast';

/** Counts what a peer finds in a text. */
export type Search = (text: string) => number;

/** One RegExp of all names, the longest first, that begin a word. */
export function regExp(names: readonly string[]): Search {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`\\b(?:${escaped.join('|')})`, 'g');
  return (text) => text.match(pattern)?.length ?? 0;
}

/** The fastest of the maintained Aho-Corasick packages, as a double array; it finds parts of words, too. */
export function ahoCorasick(names: readonly string[]): Search {
  const automaton = new AhoCorasick([...new Set(names)]);
  return (text) => automaton.matchInText(text).length;
}

/**
 * A peer that finds a name in other capitals and without its diacritics, as `findMentions` does: the fair comparison, for it
 * finds the same names. As written only, it does not see "AL-QAEDA" or "Müller" for "Muller".
 */
export function folding(peer: (names: readonly string[]) => Search, names: readonly string[]): Search {
  const search = peer(names.map(folded));
  return (text) => search(folded(text));
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
