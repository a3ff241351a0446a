import type { Actor } from '../records/actor';
import { WordCursor } from '../text/word-cursor';
import type { Capitals } from './capitals';
import { capitalsOf } from './capitals';
import { EdgeTable } from './edge-table';
import { gapBetween } from './gap';
import { isTooCommon } from './name-words';
import { WordTable } from './word-table';

/** Where a spelling comes from; all but `weakAlias` name the actor on their own. */
export type NameOrigin = 'name' | 'alias' | 'previousName' | 'weakAlias';

/** One spelling of one actor. */
export interface NameEntry {
  readonly actor: string;
  /** As the record writes it. */
  readonly alias: string;
  readonly origin: NameOrigin;
  readonly capitals: Capitals;
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
  /** By word: 1 where a spelling begins with it. */
  readonly starts: Uint8Array;
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

function* entriesOf(actor: Actor): Generator<NameEntry> {
  const byOrigin: readonly (readonly [NameOrigin, readonly string[]])[] = [
    ['name', [actor.name]],
    ['alias', actor.alias],
    ['previousName', actor.previousName],
    ['weakAlias', actor.weakAlias],
  ];
  for (const [origin, names] of byOrigin) {
    for (const alias of names) {
      if (!isTooCommon(alias)) yield { actor: actor.id, alias, origin, capitals: capitalsOf(alias) };
    }
  }
}

class TrieBuilder {
  private readonly words = new WordTable();
  private readonly edges = new EdgeTable();
  private readonly entries: (NameEntry[] | undefined)[] = [undefined];
  private readonly firstWords = new Set<number>();
  private readonly abbreviations = new Set<number>();

  add(entry: NameEntry): void {
    const cursor = new WordCursor(entry.alias);
    let node = ROOT;
    let previous: { word: number; end: number } | undefined;
    while (cursor.next()) {
      const word = this.words.add(cursor);
      const gap = previous && gapBetween(entry.alias, previous.end, cursor.start);
      if (!previous) this.firstWords.add(word);
      else if (gap === 'period') this.abbreviations.add(previous.word);
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
    const starts = new Uint8Array(words.size);
    for (const word of this.firstWords) starts[word] = 1;
    return { words, edges, entries, starts, abbreviations, article };
  }

  private follow(node: number, label: number): number {
    const known = this.edges.get(node, label);
    if (known !== ROOT) return known;
    const target = this.entries.push(undefined) - 1;
    this.edges.set(node, label, target);
    return target;
  }
}
