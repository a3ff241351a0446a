import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { areCapitalsRight } from './capitals';
import { gapBetween } from './gap';
import type { ActorMatcher, NameEntry } from './matcher';
import { labelOf, ROOT } from './matcher';
import type { WordRun } from './word-run';
import { forEachRun, wordsOfRun } from './word-run';

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
  const found: FoundSoFar = { mentions: [], lastMention: new Map() };
  forEachRun(matcher, text, limit, (run) => {
    for (let at = 0; at < run.length;) at = takeName(matcher, text, run, at, found) + 1;
  });
  return span ? found.mentions.filter((mention) => overlaps(mention, span)) : found.mentions;
}

interface FoundSoFar {
  readonly mentions: Mention[];
  /** By actor: where a mention that is surely his or its begins. */
  readonly lastMention: Map<string, number>;
}

/** Takes the longest name that begins at a word of the run and may stand there; the last word that is done with. */
function takeName(
  matcher: ActorMatcher,
  text: string,
  run: WordRun,
  first: number,
  found: FoundSoFar,
): number {
  const node = matcher.firstNode[run.word[first] ?? 0] ?? ROOT;
  if (node === ROOT) return first;
  const ends = nameEnds(matcher, text, run, first, node);
  for (let end = ends.pop(); end; end = ends.pop()) {
    const fitting = fittingEntries(matcher, text, run, first, end);
    const reading = strongReading(fitting) ?? weakReading(fitting, found.lastMention);
    if (!reading) continue;
    const start = startWithArticle(matcher, text, run, first, found.mentions.at(-1)?.end ?? 0);
    found.mentions.push({ start, end: run.end[end.last] ?? start, ...reading });
    const [actor, ...others] = reading.actors;
    if (actor !== undefined && others.length === 0) found.lastMention.set(actor, start);
    return end.last;
  }
  return first;
}

interface NameEnd {
  readonly last: number;
  readonly entries: readonly NameEntry[];
}

/** Where names that begin at a word of the run end, the longest last. */
function nameEnds(
  matcher: ActorMatcher,
  text: string,
  run: WordRun,
  first: number,
  firstNode: number,
): NameEnd[] {
  const { edges, entries } = matcher;
  const ends: NameEnd[] = [];
  let node = firstNode;
  for (let last = first; node !== ROOT;) {
    const here = entries[node];
    if (here) ends.push({ last, entries: here });
    if (last + 1 >= run.length) break;
    const gap = gapBetween(text, run.end[last] ?? 0, run.start[last + 1] ?? 0);
    if (gap === 'none' || (gap === 'period' && !isAbbreviated(matcher, run.word[last] ?? 0))) break;
    last++;
    node = edges.get(node, labelOf(run.word[last] ?? 0, gap === 'possessive'));
  }
  return ends;
}

/** Whether a period behind the word is its own: an initial, or a word that a record writes so. */
const isAbbreviated = ({ words, abbreviations }: ActorMatcher, word: number): boolean =>
  abbreviations.has(word) || words.term(word).length === 1;

/** The spellings that the text's capitals agree with. */
function fittingEntries(
  matcher: ActorMatcher,
  text: string,
  run: WordRun,
  first: number,
  { entries, last }: NameEnd,
): readonly NameEntry[] {
  if (entries.every(({ rule }) => rule.capitals === 'any')) return entries;
  const found = wordsOfRun(matcher, run, first, last);
  return entries.filter(({ rule }) => rule.capitals === 'any' || areCapitalsRight(rule, text, found));
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

function distinct(entries: readonly NameEntry[]): string[] {
  const ids: string[] = [];
  for (const { actor } of entries) if (!ids.includes(actor)) ids.push(actor);
  return ids;
}

/** Where the name begins with the article that stands before it, if that is not part of the mention before. */
function startWithArticle(
  { article }: ActorMatcher,
  text: string,
  run: WordRun,
  first: number,
  previousEnd: number,
): number {
  const start = run.start[first] ?? 0;
  const before = run.start[first - 1] ?? 0;
  const isArticle = first > 0 && run.word[first - 1] === article && run.word[first] !== article;
  if (!isArticle || before < previousEnd) return start;
  return gapBetween(text, run.end[first - 1] ?? 0, start) === 'joined' ? before : start;
}
