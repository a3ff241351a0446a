import type { Span } from '../text/span';
import { originalSpan } from '../text/mapped-text';
import { withoutLetterBrackets } from './editorial-letters';
import type { ActorMatcher } from './matcher';
import { MentionFinder } from './mention-finder';
import type { NameOrigin } from './names-of';
import { addStatedNames } from './stated-names';

/**
 * How a mention was found: by a name of that kind in the record, by a spelling that rules make of one (`generated`), or
 * by an abbreviation or full form that the text itself states (`stated`).
 */
export type MentionOrigin = NameOrigin | 'generated' | 'stated';

/** A stretch of a text that names an actor: the words as written, with an Arabic article, without a possessive 's. */
export interface Mention extends Span {
  /** Ids of the actors it may name; more than one where it is ambiguous, for a weak name the last mentioned first, of very many only those. */
  readonly actors: readonly string[];
  /** The spelling it was found by, as the (first) actor's record writes it. */
  readonly alias: string;
  readonly origin: MentionOrigin;
  /** Whether the name counts only because of what the text says elsewhere: it names the actor in full, or a relative. */
  readonly weak: boolean;
  /** Where no record has the name, or its context decided: why it is taken for the actor's, in English. */
  readonly explanation?: string;
}

/**
 * Finds the names of actors in a text: whole words, folded as for search; the longest name, from left
 * to right, without overlaps. The words of one name are parted by nothing but spaces, a hyphen or
 * dash, an apostrophe, a single line break, the period of an initial or abbreviation, a sign that the record
 * writes there, or an editor's square bracket.
 *
 * - Capitals: see `Capitals`.
 * - The Arabic article: any form of it is the same (al-, el-, as-). A name recorded without one is also
 *   found behind one, which then belongs to the mention; a name of one word recorded with one is not found without:
 *   "al-Masri" says that "Masri" is not enough. Record the bare form as an alias, or weak alias, where it is.
 * - A name within a longer name of somebody else is none: see `isPartOfLongerName`.
 * - A weak name counts where the text has named one of its actors in full and without doubt before, or does so right
 *   behind ("Saleh (Abdullah Ahmed Abdullah)"), or names a relative ("Karim's son Hamid"). Where a name is both,
 *   those it names on its own have it.
 * - Spellings that rules make of a name count where no record has the very words.
 */
export function findMentions(matcher: ActorMatcher, text: string): readonly Mention[] {
  const read = withoutLetterBrackets(text);
  const found = new MentionFinder(matcher, read.text).find();
  const all = addStatedNames(matcher, read.text, found);
  return read.starts
    ? all.map((mention) => ({ ...mention, ...originalSpan(read, mention.start, mention.end) }))
    : all;
}
