import { AhoCorasick as Automaton } from '@monyone/aho-corasick/fast';

/** Counts what a peer finds in a text. */
export type Search = (text: string) => number;

/** One RegExp of all names, the longest first, between word boundaries. */
export function regExp(names: readonly string[]): Search {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`\\b(?:${escaped.join('|')})`, 'g');
  return (text) => text.match(pattern)?.length ?? 0;
}

/** The fastest of the maintained Aho-Corasick packages: a double array. */
export function ahoCorasick(names: readonly string[]): Search {
  const matcher = new Automaton([...new Set(names)]);
  return (text) => matcher.matchInText(text).length;
}
