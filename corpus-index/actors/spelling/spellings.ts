import type { Actor } from '../../records/actor';
import type { Word } from '../../text/words';
import { words } from '../../text/words';
import type { GrowingPaths, NamesOnPath } from '../here-names';
import { addNames, bitsOf } from '../here-names';
import type { NameEntry } from '../matcher';
import { ARTICLE } from '../name-words';
import { mayBeSpelled } from './compare-names';
import {
  beforeAttachedArticle,
  behindAttachedArticle,
  elementsOf,
  withAttachedArticle,
} from './name-elements';
import type { FormedName } from './name-forms';
import { formsOf } from './name-forms';
import type { NamePart } from './name-parts';
import { partsOf } from './name-parts';
import type { TermLabels } from './part-labels';
import { COMMA, initialLabel, labelOfPart, labelsOfTerm } from './part-labels';
import type { SpellingEntry } from './spelling-trie';
import { SpellingTrie } from './spelling-trie';

/** A name with the labels of its parts. */
interface LabelledName {
  readonly path: readonly number[];
  readonly entry: SpellingEntry;
}

/** A name to be looked for by its labels. */
export interface PlacedEntry extends LabelledName {
  /** Equal for equal paths. */
  readonly key: string;
}

/** The names of an actor that need a context. */
export interface WeakNames {
  readonly entries: readonly PlacedEntry[];
  /** The same, those with equal paths together, by the label of their first part. */
  readonly byFirst: ReadonlyMap<number, readonly NamesOnPath[]>;
  /** The bits of all these labels. */
  readonly bits: number;
}

const NO_NAMES: WeakNames = { entries: [], byFirst: new Map(), bits: 0 };

/** Among more words with one label one is likely to fit. */
const MOST_COMPARED = 24;

/** A name of which no forms were made yet. */
interface WaitingName {
  readonly name: NameEntry;
  readonly owner: Actor;
  isMade: boolean;
}

/**
 * The names of a registry in the spellings and forms that rules make of them. A text has words of few of the names of a
 * large registry: forms are made of a name once a text has a word that any of them could begin with.
 */
export class Spellings {
  /** Those that name an actor on their own, as far as they were asked for: see `mayBegin`. */
  readonly strong = new SpellingTrie();
  private readonly names = new Map<string, { owner: Actor; names: NameEntry[] }>();
  /** By the labels of their words. */
  private readonly waiting = new Map<number, WaitingName[]>();
  /** The labels by which the forms of a name with a word may begin. */
  private readonly beginnings = new Map<string, readonly number[]>();
  private readonly weak = new Map<string, WeakNames>();
  /** Labels of words that names share. */
  private readonly labels = new Map<string, number>();
  /** The words of names by their label. */
  private readonly byLabel = new Map<number, string[]>();

  add(name: NameEntry, owner: Actor, found: readonly Word[]): void {
    const known = this.names.get(owner.id);
    if (known) known.names.push(name);
    else this.names.set(owner.id, { owner, names: [name] });
    if (name.origin === 'weakAlias') return;
    const waiting = { name, owner, isMade: false };
    for (const { term } of found)
      for (const letters of [term, ...withAttachedArticle(term, name.alias)])
        for (const label of this.beginningsOf(letters)) this.await(label, waiting);
  }

  /** The names of an actor that count in a text once it has named him or it in full. */
  weakOf(actor: string): WeakNames {
    let weak = this.weak.get(actor);
    if (!weak) this.weak.set(actor, (weak = this.makeWeak(actor)));
    return weak;
  }

  /**
   * Whether a name may begin with a folded word of a text. Labels alone let many ordinary words through; comparing
   * letters for each new word saves following them again and again.
   */
  mayBegin(term: string, { first, noun }: TermLabels): boolean {
    this.make(first);
    if (noun !== 0) this.make(noun);
    const [element] = elementsOf(term);
    if (this.strong.beginsWith(first) && (element?.kind !== 'word' || this.isSpelled(first, element.letters)))
      return true;
    const bare = behindAttachedArticle(term);
    return noun !== 0 && bare !== undefined && this.strong.beginsWith(noun) && this.isSpelled(noun, bare);
  }

  /** Makes the forms of all names that one with this label may begin. */
  make(label: number): void {
    const waiting = this.waiting.get(label);
    if (!waiting) return;
    this.waiting.delete(label);
    for (const one of waiting) {
      if (one.isMade) continue;
      one.isMade = true;
      const { name, owner } = one;
      for (const { path, entry } of this.placed(name, owner, words(name.alias), false))
        this.strong.add(path, entry);
    }
  }

  private makeWeak(actor: string): WeakNames {
    const of = this.names.get(actor);
    if (!of) return NO_NAMES;
    const entries = of.names
      .flatMap((name) => this.placed(name, of.owner, words(name.alias), true))
      .map(({ path, entry }) => ({ path, entry, key: path.join() }));
    const byFirst = new Map<number, GrowingPaths>();
    addNames(entries, byFirst);
    return {
      entries,
      byFirst: new Map([...byFirst].map(([first, paths]) => [first, [...paths.values()]])),
      bits: [...byFirst.keys()].reduce((bits, label) => bits | bitsOf(label, 0), 0),
    };
  }

  private await(label: number, name: WaitingName): void {
    const others = this.waiting.get(label);
    if (!others) this.waiting.set(label, [name]);
    else if (others.at(-1) !== name) others.push(name);
  }

  private beginningsOf(term: string): readonly number[] {
    let labels = this.beginnings.get(term);
    if (!labels) this.beginnings.set(term, (labels = [...new Set(beginningsOf(term))]));
    return labels;
  }

  private isSpelled(label: number, letters: string): boolean {
    const words = this.byLabel.get(label);
    if (!words || words.length > MOST_COMPARED) return true;
    return words.some((word) => mayBeSpelled(word, letters));
  }

  private placed(name: NameEntry, owner: Actor, found: readonly Word[], weak: boolean): LabelledName[] {
    return formsOf(owner, name, partsOf(name.alias, found), weak).flatMap((formed) =>
      this.pathsOf(formed).map((path) => ({ path, entry: { name, owner, form: formed.form } })),
    );
  }

  /** The ways to a name: its own, and one for each part that may be written with another label. */
  private pathsOf({ form, parts, familyParts }: FormedName): number[][] {
    const path = parts.map((part) => this.labelOf(part));
    if (form === 'inverted') path.splice(familyParts, 0, COMMA);
    if (form === 'inverted' || form === 'capital-surname') return [path];
    const others = parts.flatMap((part, at) =>
      [...otherLetters(part), ...withArticleBehind(part, parts[at + 1])].map((letters) =>
        path.with(at, this.labelOf({ ...part, letters })),
      ),
    );
    return [path, ...others];
  }

  private labelOf(part: NamePart): number {
    if (part.kind !== 'word') return labelOfPart(part);
    let label = this.labels.get(part.letters);
    if (label !== undefined) return label;
    label = labelOfPart(part);
    this.labels.set(part.letters, label);
    const others = this.byLabel.get(label);
    if (others) others.push(part.letters);
    else this.byLabel.set(label, [part.letters]);
    return label;
  }
}

/** The labels of all that a form may have of a word at its beginning; of "J.D." an initial, too. */
function beginningsOf(term: string): number[] {
  if (term === ARTICLE) return [];
  const { first, second, noun } = labelsOfTerm(term);
  const others = elementsOf(term).flatMap(({ kind, letters }) =>
    otherLetters({ kind, letters, article: false }).map((other) => labelOfPart({ kind, letters: other })),
  );
  const initials = term.length > MOST_INITIALS ? [] : [initialLabel(term.charAt(0))];
  return [first, ...[second, noun].filter((label) => label !== 0), ...others, ...initials];
}

/** "Zia ul-Haq" with "Ziaul" for its first word. */
const withArticleBehind = ({ kind, letters }: NamePart, next: NamePart | undefined): string[] =>
  kind === 'word' && next?.article === true ? withAttachedArticle(letters, next.written) : [];

/** So many letters with periods are initials. */
const MOST_INITIALS = 3;

/** Without an article in one word with the noun, or with the word before it; Slavic names in E- with Ye- (Evgeny, Yevgeny), and the reverse. */
function otherLetters({ kind, letters, article }: Pick<NamePart, 'kind' | 'letters' | 'article'>): string[] {
  if (kind !== 'word') return [];
  const noun = article ? undefined : behindAttachedArticle(letters);
  const before = beforeAttachedArticle(letters);
  const others = [noun, before].filter((other) => other !== undefined);
  if (letters.startsWith('ye')) return [...others, letters.slice(1)];
  return letters.startsWith('e') ? [...others, `y${letters}`] : others;
}
