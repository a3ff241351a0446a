import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { areCapitalsRight } from './capitals';
import { gapBetween } from './gap';
import type { KnownWords } from './known-words';
import { knownWords, wordsAt } from './known-words';
import type { ActorMatcher, NameEntry } from './matcher';
import { labelOf, ROOT } from './matcher';

/** A stretch of a text that names an actor: the words as written, with an Arabic article, without a possessive 's. */
export interface Mention extends Span {
  /** Ids of the actors it may name; more than one where it is ambiguous, for a weak name the last mentioned first. */
  readonly actors: readonly string[];
  /** The spelling it was found by, as the (first) actor's record writes it. */
  readonly alias: string;
  /** Whether the name counts only because the text has named the actor in full before. */
  readonly weak: boolean;
}

/** A name is not longer than this: so far the text is read behind a span, that no name is cut at its end. */
const LOOKAHEAD = 200;

/**
 * Finds the names of actors in a text: whole words, folded as for search; the longest name, from left
 * to right, without overlaps. The words of one name are parted by nothing but spaces, a hyphen or
 * dash, an apostrophe, a single line break, or the period of an initial or abbreviation.
 *
 * - Capitals: see `Capitals`.
 * - The Arabic article: any form of it is the same (al-, el-, as-). A name recorded without one is also
 *   found behind one, which then belongs to the mention; a name recorded with one is not found without:
 *   "al-Masri" says that "Masri" is not enough. Record the bare form as an alias, or weak alias, where it is.
 * - A weak name counts where the text has named one of its actors in full and without doubt before. Where
 *   a name is both, those it names on its own have it.
 *
 * With a span, mentions that touch it are returned, and the text before it counts for weak names: to go through
 * the parts of a text, find the mentions of the whole once.
 */
export function findMentions(matcher: ActorMatcher, text: string, span?: Span): Mention[] {
  const limit = Math.min(text.length, span ? span.end + LOOKAHEAD : text.length);
  const known = knownWords(matcher, text, limit);
  const mentions: Mention[] = [];
  const lastMention = new Map<string, number>();
  for (let at = 0; at < known.word.length; at++) {
    const found = longestName(matcher, text, known, at, lastMention);
    if (!found) continue;
    const mention = withArticle(matcher, text, known, at, found.mention, mentions.at(-1)?.end ?? 0);
    mentions.push(mention);
    const [actor, ...others] = mention.actors;
    if (actor !== undefined && others.length === 0) lastMention.set(actor, mention.start);
    at = found.last;
  }
  return span ? mentions.filter((mention) => overlaps(mention, span)) : mentions;
}

interface Found {
  readonly mention: Mention;
  /** The known word it ends with. */
  readonly last: number;
}

/** The longest name that begins at a known word and may stand there. */
function longestName(
  matcher: ActorMatcher,
  text: string,
  known: KnownWords,
  first: number,
  lastMention: ReadonlyMap<string, number>,
): Found | undefined {
  const ends = nameEnds(matcher, text, known, first);
  for (let end = ends.pop(); end; end = ends.pop()) {
    const found = wordsAt(matcher, known, first, end.last);
    const fitting = end.entries.filter(({ capitals, alias }) =>
      areCapitalsRight(capitals, alias, text, found),
    );
    const reading = strongReading(fitting) ?? weakReading(fitting, lastMention);
    const [start, stop] = [known.start[first] ?? 0, known.end[end.last] ?? 0];
    if (reading) return { mention: { start, end: stop, ...reading }, last: end.last };
  }
  return undefined;
}

interface NameEnd {
  readonly last: number;
  readonly entries: readonly NameEntry[];
}

/** Where names that begin at a known word end, the longest last. */
function nameEnds(
  { edges, entries, words, abbreviations }: ActorMatcher,
  text: string,
  known: KnownWords,
  first: number,
): NameEnd[] {
  const ends: NameEnd[] = [];
  let node = edges.get(ROOT, labelOf(known.word[first] ?? 0, false));
  for (let last = first; node !== ROOT;) {
    const here = entries[node];
    if (here) ends.push({ last, entries: here });
    if (known.ordinal[last + 1] !== (known.ordinal[last] ?? 0) + 1) break;
    const gap = gapBetween(text, known.end[last] ?? 0, known.start[last + 1] ?? 0);
    const word = known.word[last] ?? 0;
    if (gap === 'none' || (gap === 'period' && !abbreviations.has(word) && words.term(word).length > 1))
      break;
    last++;
    node = edges.get(node, labelOf(known.word[last] ?? 0, gap === 'possessive'));
  }
  return ends;
}

type Reading = Pick<Mention, 'actors' | 'alias' | 'weak'>;

function strongReading(entries: readonly NameEntry[]): Reading | undefined {
  const strong = entries.filter(({ origin }) => origin !== 'weakAlias');
  return strong[0] && { actors: distinct(strong), alias: strong[0].alias, weak: false };
}

function weakReading(
  entries: readonly NameEntry[],
  lastMention: ReadonlyMap<string, number>,
): Reading | undefined {
  const since = ({ actor }: NameEntry): number => lastMention.get(actor) ?? -1;
  const named = entries.filter((entry) => since(entry) >= 0).sort((a, b) => since(b) - since(a));
  return named[0] && { actors: distinct(named), alias: named[0].alias, weak: true };
}

const distinct = (entries: readonly NameEntry[]): string[] => [...new Set(entries.map(({ actor }) => actor))];

/** The mention with the article that stands before it, if that does not belong to another. */
function withArticle(
  matcher: ActorMatcher,
  text: string,
  known: KnownWords,
  first: number,
  mention: Mention,
  previousEnd: number,
): Mention {
  const before = first - 1;
  const start = known.start[before] ?? 0;
  const isNeighbour =
    known.word[before] === matcher.article && known.ordinal[before] === (known.ordinal[first] ?? 0) - 1;
  if (!isNeighbour || start < previousEnd || known.word[first] === matcher.article) return mention;
  return gapBetween(text, known.end[before] ?? 0, mention.start) === 'joined'
    ? { ...mention, start }
    : mention;
}
