import type { Word } from '#corpus-index';
import { words } from '#corpus-index';

/** A name of an actor, to be found wherever a text has its words. */
export interface PlainName {
  readonly actor: string;
  readonly name: string;
}

export interface PlainMention {
  readonly actors: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * What `findMentions` finds of names that no context and no rule of spelling is about, found the slow way: at each word of the text
 * every name is tried, and the longest counts.
 */
export function findPlainly(names: readonly PlainName[], text: string): PlainMention[] {
  const all = names.map(({ actor, name }) => ({ actor, name, own: words(name) }));
  const found = words(text);
  const mentions: PlainMention[] = [];
  for (let at = 0; at < found.length;) {
    const here = all.filter(({ name, own }) => isHere(name, own, text, found.slice(at, at + own.length)));
    const length = Math.max(0, ...here.map(({ own }) => own.length));
    if (length > 0) {
      const longest = here.filter(({ own }) => own.length === length);
      const actors = [...new Set(longest.map(({ actor }) => actor))].sort();
      const end = found[at + length - 1]?.end ?? 0;
      mentions.push({ actors, start: startAt(text, found, at, mentions.at(-1)?.end ?? 0), end });
    }
    at += Math.max(1, length);
  }
  return mentions;
}

/** Whether words of the text are those of a name. One alone needs a capital where the name has one. */
function isHere(name: string, own: readonly Word[], text: string, here: readonly Word[]): boolean {
  const isSame = own.every(({ term }, index) => here[index]?.term === term);
  if (!isSame || !here.slice(1).every((word, index) => joins(text, here[index], word))) return false;
  const [first] = here;
  return (
    own.length > 1 || !CAPITAL.test(name) || CAPITAL.test(text.slice(first?.start ?? 0, first?.end ?? 0))
  );
}

const CAPITAL = /\p{Lu}/u;

const joins = (text: string, one: Word | undefined, other: Word): boolean =>
  one !== undefined && /^\u00ad?(?: +|-| *\n *)$/.test(text.slice(one.end, other.start));

/** An article right before a name without one is part of it. */
function startAt(text: string, found: readonly Word[], at: number, previousEnd: number): number {
  const [before, first] = [found[at - 1], found[at]];
  if (!first) return 0;
  const isArticle = before?.term === 'al' && first.term !== 'al' && joins(text, before, first);
  return isArticle && before.start >= previousEnd ? before.start : first.start;
}
