import type { Actor } from '../records/actor';
import { WordCursor } from '../text/word-cursor';
import { words } from '../text/words';
import type { CapitalRule } from './capitals';
import { capitalRule } from './capitals';
import { EdgeTable } from './edge-table';
import { gapBetween } from './gap';
import { isTooCommon } from './name-words';
import type { OriginatedName } from './names-of';
import { namesOf } from './names-of';
import { WordTable } from './word-table';

/** One spelling of one actor. */
export interface NameEntry extends OriginatedName {
  readonly actor: string;
  readonly rule: CapitalRule;
}

/**
 * All spellings of all actors as a trie over folded words. An edge's label is the word's number times
 * two, plus one where a possessive 's stands before it: "Iran's Guard" and "Iran Guard" are two names.
 */
export interface ActorMatcher {
  readonly words: WordTable;
  readonly edges: EdgeTable;
  /** By node: the spellings that end there. */
  readonly entries: readonly (readonly NameEntry[] | undefined)[];
  /** By word: the node that it leads to from the root, which is the root itself where no spelling begins with it. */
  readonly firstNode: Int32Array;
  /** Words that a spelling writes with a period: "Dr.", "St.". */
  readonly abbreviations: ReadonlySet<number>;
  /** The number of the word `al`. */
  readonly article: number;
}

export const ROOT = 0;

/** The edge's label for a word. */
export const labelOf = (word: number, possessive: boolean): number => word * 2 + (possessive ? 1 : 0);

/** Builds the matcher for `findMentions`. Names that would be found everywhere (`the`, `X`) are left out. */
export function buildMatcher(actors: readonly Actor[]): ActorMatcher {
  const trie = new TrieBuilder();
  for (const actor of actors) for (const entry of entriesOf(actor)) trie.add(entry);
  return trie.finish();
}

function entriesOf(actor: Actor): NameEntry[] {
  return namesOf(actor).flatMap((name) => {
    const found = words(name.alias);
    if (isTooCommon(name.alias, found)) return [];
    return { ...name, actor: actor.id, rule: capitalRule(name.alias, found) };
  });
}

class TrieBuilder {
  private readonly words = new WordTable();
  private readonly edges = new EdgeTable();
  private readonly entries: (NameEntry[] | undefined)[] = [undefined];
  private readonly abbreviations = new Set<number>();

  add(entry: NameEntry): void {
    const cursor = new WordCursor(entry.alias);
    let node = ROOT;
    let previous: { word: number; end: number } | undefined;
    while (cursor.next()) {
      const word = this.words.add(cursor);
      const gap = previous && gapBetween(entry.alias, previous.end, cursor.start);
      if (previous && gap === 'period') this.abbreviations.add(previous.word);
      node = this.follow(node, labelOf(word, gap === 'possessive'));
      previous = { word, end: cursor.end };
    }
    (this.entries[node] ??= []).push(entry);
  }

  finish(): ActorMatcher {
    const { words, edges, entries, abbreviations } = this;
    const cursor = new WordCursor('al');
    cursor.next();
    const article = words.add(cursor);
    const firstNode = Int32Array.from({ length: words.size }, (_, word) =>
      edges.get(ROOT, labelOf(word, false)),
    );
    return { words, edges, entries, firstNode, abbreviations, article };
  }

  private follow(node: number, label: number): number {
    const known = this.edges.get(node, label);
    if (known !== ROOT) return known;
    const target = this.entries.push(undefined) - 1;
    this.edges.set(node, label, target);
    return target;
  }
}
