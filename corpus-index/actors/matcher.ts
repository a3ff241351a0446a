import type { Actor } from '../records/actor';
import { words } from '../text/words';
import type { CapitalRule } from './capitals';
import { EdgeTable } from './edge-table';
import { FirstWords } from './first-words';
import { gapBetween, signBetween } from './gap';
import { KnownWords } from './known-words';
import { NameGroups } from './name-groups';
import type { NameNature } from './name-nature';
import { ARTICLE, isTooCommon, SPACED_ARTICLES } from './name-words';
import type { OriginatedName } from './names-of';
import { namesOf } from './names-of';
import { RecordedName } from './recorded-name';
import type { Steps } from './steps';
import { inOneGo, OF_ONE_STEP } from './steps';
import { Spellings } from './spelling/spellings';
import { WordScan } from './word-scan';
import { WordTable } from './word-table';

/** One spelling of one actor. */
export interface NameEntry extends OriginatedName {
  readonly actor: string;
  readonly rule: CapitalRule;
  readonly nature: NameNature;
  /** Whether it ends like "al-Qaeda in Iraq". */
  readonly endsInPlace: boolean;
  /** The actor's states. */
  readonly country: readonly string[];
}

/**
 * All spellings of all actors as a trie over folded words. An edge's label is the word's number times
 * two, plus one where a possessive 's stands before it: "Iran's Guard" and "Iran Guard" are two names. Where a
 * name has a sign between two words ("Ockenden & Sons"), an edge for it comes between theirs.
 */
export interface ActorMatcher {
  readonly words: WordTable;
  readonly edges: EdgeTable;
  /** By node: the spellings that end there. */
  readonly names: NameGroups;
  /** By word: the node that it leads to from the root, which is the root itself where no spelling begins with it. */
  readonly firstNode: Int32Array;
  /** The words that a spelling begins with, and the article. */
  readonly begins: FirstWords;
  readonly known: KnownWords;
  /** Words that a spelling writes with a period: "Dr.", "St.". */
  readonly abbreviations: ReadonlySet<number>;
  /** Edges' labels of the signs between words. */
  readonly signs: ReadonlyMap<string, number>;
  /** The number of the word `al`. */
  readonly article: number;
  /** The numbers of words that are the article within a name: "Zia ul Haq". */
  readonly spacedArticles: ReadonlySet<number>;
  readonly actors: ReadonlyMap<string, Actor>;
  /** Names in spellings that no record has. */
  readonly spellings?: Spellings;
}

export interface MatcherOptions {
  /** Whether names are also found in spellings that rules make of them; true if not given. */
  readonly generated?: boolean;
}

export const ROOT = 0;

/** The edge's label for a word. */
export const labelOf = (word: number, possessive: boolean): number => word * 2 + (possessive ? 1 : 0);

/** Builds the matcher for `findMentions`. Names that would be found everywhere (`the`, `X`) are left out. */
export const buildMatcher = (actors: readonly Actor[], options: MatcherOptions = {}): ActorMatcher =>
  inOneGo(matcherInSteps(actors, options));

/** Builds it in steps of a few actors each: a registry of thousands takes long, and a thread may do other things between. */
export function* matcherInSteps(
  actors: readonly Actor[],
  { generated = true }: MatcherOptions = {},
): Steps<ActorMatcher> {
  const trie = new TrieBuilder();
  const spellings = generated ? new Spellings() : undefined;
  for (const [at, actor] of actors.entries()) {
    if (at % OF_ONE_STEP === 0) yield;
    for (const name of namesOf(actor)) {
      const found = words(name.alias);
      if (isTooCommon(name.alias, found)) continue;
      const entry = new RecordedName(actor, name);
      trie.add(entry);
      spellings?.add(entry, actor, found);
    }
  }
  trie.know([...SPACED_ARTICLES].join(' '));
  if (spellings) trie.know(PARTICLES);
  yield;
  return trie.finish(actors, spellings);
}

/** Words that stand small within names and may do so where no record has them. */
const PARTICLES = 'bin ibn ben ould abu abou abd abdul abdel allah and';

class TrieBuilder {
  private readonly words = new WordTable();
  private readonly edges = new EdgeTable();
  private readonly entries: (NameEntry[] | undefined)[] = [undefined];
  private readonly abbreviations = new Set<number>();
  private readonly signs = new Map<string, number>();
  private readonly scan = new WordScan('');
  private readonly article: number;

  constructor() {
    const scan = new WordScan(ARTICLE);
    scan.next();
    this.article = this.words.add(scan);
  }

  add(entry: NameEntry): void {
    const path = this.pathOf(entry.alias);
    this.addPath(path, entry);
    // An exclamation mark is easily left out.
    const plain = path.filter((label) => !this.isOptional(label));
    if (plain.length < path.length) this.addPath(plain, entry);
  }

  /** Numbers words that no name needs to have. */
  know(text: string): void {
    const scan = new WordScan(text);
    while (scan.next()) this.words.add(scan);
  }

  finish(actors: readonly Actor[], spellings: Spellings | undefined): ActorMatcher {
    const { words: table, edges, entries, abbreviations, signs, article } = this;
    const spacedArticles = new Set<number>();
    for (let word = 0; word < table.size; word++)
      if (SPACED_ARTICLES.has(table.term(word))) spacedArticles.add(word);
    const firstNode = Int32Array.from({ length: table.size }, (_, word) =>
      edges.get(ROOT, labelOf(word, false)),
    );
    const begin = Array.from(firstNode.keys()).filter((word) => word === article || firstNode[word] !== ROOT);
    return {
      ...{ words: table, edges, firstNode, abbreviations, signs, article, spacedArticles },
      names: new NameGroups(entries),
      begins: new FirstWords(begin.map((word) => ({ term: table.term(word), hash: table.hash(word) }))),
      known: new KnownWords(
        table,
        (word) => word === article || (firstNode[word] ?? ROOT) !== ROOT,
        spellings,
      ),
      actors: new Map(actors.map((actor) => [actor.id, actor])),
      ...(spellings && { spellings }),
    };
  }

  /** The labels of a name, one for each word and each sign. */
  private pathOf(name: string): number[] {
    const { scan } = this;
    scan.moveTo(name);
    const path: number[] = [];
    let spaced = -1;
    let previous = -1;
    let end = 0;
    while (scan.next()) {
      const word = this.words.add(scan);
      const gap = previous < 0 ? 'joined' : gapBetween(name, end, scan.start);
      if (gap === 'period') this.abbreviations.add(previous);
      if (gap === 'none') path.push(this.signLabel(signBetween(name, end, scan.start)));
      if (spaced >= 0) path[spaced] = labelOf(this.article, false);
      spaced =
        previous >= 0 && gap === 'joined' && SPACED_ARTICLES.has(this.words.term(word)) ? path.length : -1;
      path.push(labelOf(word, gap === 'possessive'));
      previous = word;
      end = scan.end;
    }
    return path;
  }

  private signLabel(sign: string): number {
    let label = this.signs.get(sign);
    if (label === undefined) this.signs.set(sign, (label = -2 - this.signs.size));
    return label;
  }

  private isOptional(label: number): boolean {
    return label < 0 && OPTIONAL.some((sign) => this.signs.get(sign) === label);
  }

  private addPath(path: readonly number[], entry: NameEntry): void {
    const node = this.edges.addPath(path, () => this.entries.push(undefined) - 1);
    (this.entries[node] ??= []).push(entry);
  }
}

const OPTIONAL = ['!', '?', '*'];
