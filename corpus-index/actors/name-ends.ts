import { signBetween } from './gap';
import type { HereNames } from './here-names';
import type { ActorMatcher } from './matcher';
import { labelOf, ROOT } from './matcher';
import { gapsFrom } from './name-gaps';
import type { NameGroup } from './name-groups';
import type { SpellingEntry } from './spelling/spelling-trie';
import { SpellingWalk } from './spelling-walk';
import type { WordRun } from './word-run';
import { wordAt } from './word-run';

/** Where a name that begins at a word of a run may end. */
export interface NameEnd<Name> {
  readonly last: number;
  readonly names: readonly Name[];
  /** Where the mention begins and ends with the brackets that an editor put within the name. */
  readonly start: number;
  readonly end: number;
}

/** A text with a run of words of it. */
export interface RunPlace {
  readonly matcher: ActorMatcher;
  readonly text: string;
  readonly run: WordRun;
  /** Whether the text has square brackets. */
  readonly hasBrackets: boolean;
}

const NONE: readonly never[] = [];

/** Where recorded names that begin at a word of the run end, the shortest first. */
// eslint-disable-next-line complexity -- walked at every capitalised word of every text
export function recordedEnds(place: RunPlace, first: number): readonly NameEnd<NameGroup>[] {
  const { matcher, text, run } = place;
  const { edges, names, firstNode } = matcher;
  const begin = wordAt(run, first);
  let node = begin < 0 ? ROOT : (firstNode[begin] ?? ROOT);
  if (node === ROOT || (first + 1 === run.length && !names.has(node))) return NONE;
  const gaps = gapsFrom(text, place.hasBrackets, run.start[first] ?? 0);
  const ends: NameEnd<NameGroup>[] = [];
  for (let last = first; node !== ROOT;) {
    const here = names.at(node);
    const bounds = here && gaps.boundsTo(run.end[last] ?? 0);
    if (bounds) ends.push({ last, names: here, start: bounds.start, end: bounds.end });
    if (last + 1 >= run.length) break;
    const from = run.end[last] ?? 0;
    const to = run.start[last + 1] ?? 0;
    const gap = gaps.gap(from, to);
    if (gap === 'none') node = signNode(matcher, node, text, from, to);
    if (node === ROOT || (gap === 'period' && !isAbbreviated(matcher, wordAt(run, last)))) break;
    last++;
    const word = wordAt(run, last);
    const next = edges.get(node, labelOf(word, gap === 'possessive'));
    node =
      next === ROOT && matcher.spacedArticles.has(word)
        ? edges.get(node, labelOf(matcher.article, false))
        : next;
  }
  return ends;
}

/** The node behind a sign that the record writes there, too; the root where it writes none. */
function signNode(
  { signs, edges }: ActorMatcher,
  node: number,
  text: string,
  from: number,
  to: number,
): number {
  if (signs.size === 0) return ROOT;
  const label = signs.get(signBetween(text, from, to));
  return label === undefined ? ROOT : edges.get(node, label);
}

/** Whether a period behind the word is its own: an initial, or a word that a record writes so. */
const isAbbreviated = ({ words, abbreviations }: ActorMatcher, word: number): boolean =>
  abbreviations.has(word) || words.term(word).length === 1;

/**
 * Where names end that begin at a word of the run in a spelling or form of their own, the shortest first: those of
 * the registry, and those that count in this text.
 */
export function spelledEnds(
  place: RunPlace,
  here: HereNames,
  first: number,
): readonly NameEnd<SpellingEntry>[] {
  const word = place.run.words[first];
  const strong = place.matcher.spellings?.strong;
  if (!word?.first || !strong) return NONE;
  const named = here.at(word);
  if (named.length === 0 && (!word.begins || !strong.mayEnd(word, place.run.length - first))) return NONE;
  const walk = new SpellingWalk(place, strong, first);
  if (word.begins) walk.take(ROOT, first);
  for (const names of named) walk.follow(names, first);
  return walk.ends.length > 1 ? walk.ends.sort((a, b) => a.last - b.last) : walk.ends;
}
