import { areCapitalsRight } from './capitals';
import { nextPlaceOfList } from './context/list-tail';
import { isPartOfLongerName, startWithNationality } from './context/longer-name';
import type { SmallWords } from './context/small-words';
import { gapBetween } from './gap';
import type { HereNames } from './here-names';
import type { NameEntry } from './matcher';
import type { NameGroup } from './name-groups';
import { standingOf } from './name-groups';
import type { Mention } from './mentions';
import type { NameEnd, RunPlace } from './name-ends';
import { recordedEnds, spelledEnds } from './name-ends';
import { PlaceInText } from './place-in-text';
import type { Candidate, Candidates } from './readings';
import { candidatesOf } from './readings';
import type { Written } from './spelling/spelled-name';
import { spelledName } from './spelling/spelled-name';
import type { SpellingEntry } from './spelling/spelling-trie';
import { wordAt, wordsOfRun } from './word-run';

/** A stretch of a run that may be a name, and of whom. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  /** The run's last word that belongs to it. */
  readonly last: number;
  readonly candidates: readonly Candidates[];
}

/** What is known of the text around a run. */
export interface Around {
  readonly previous: Mention | undefined;
  readonly small: SmallWords;
  /** Is told the actors whose surname stands in somebody else's name. */
  dispute(actor: string): void;
}

/** Where names that begin at one word of a run end: those not taken yet, the longest last. */
export interface Ends {
  readonly recorded: readonly NameEnd<NameGroup>[];
  /** Not looked for before the recorded name that reaches to the run's end is refused: none is longer. */
  spelled: readonly NameEnd<SpellingEntry>[] | undefined;
  /** How many of them are left. */
  recordedLeft: number;
  spelledLeft: number;
}

/** Nothing where none ends. */
export function endsAt(place: RunPlace, here: HereNames, first: number): Ends | undefined {
  const recorded = recordedEnds(place, first);
  const isWhole = recorded[recorded.length - 1]?.last === place.run.length - 1;
  const spelled = isWhole ? undefined : spelledEnds(place, here, first);
  if (recorded.length === 0 && spelled?.length === 0) return undefined;
  return { recorded, spelled, recordedLeft: recorded.length, spelledLeft: spelled?.length ?? 0 };
}

/**
 * Takes the longest of the ends: whose name it is there. No candidates where the place has none to offer; nothing
 * where no end is left. A spelling that rules make counts only where no record has the words.
 */
export function takeLongest(
  place: RunPlace,
  here: HereNames,
  first: number,
  ends: Ends,
  around: Around,
): FoundName | undefined {
  const isFirst = ends.recordedLeft === ends.recorded.length;
  if (!isFirst && !ends.spelled) lookForSpelled(place, here, first, ends, place.run.length - 1);
  const recorded = ends.recorded[ends.recordedLeft - 1];
  const last = Math.max(recorded?.last ?? -1, ends.spelled?.[ends.spelledLeft - 1]?.last ?? -1);
  if (last < 0) return undefined;
  if (recorded?.last === last) {
    ends.recordedLeft--;
    const found = recordedName(place, first, recorded, around);
    if (found) {
      takeSpelled(ends, last);
      return found;
    }
    if (!ends.spelled) lookForSpelled(place, here, first, ends, place.run.length);
  }
  const spelled = takeSpelled(ends, last);
  return spelledNames(place, first, spelled, around) ?? { start: 0, end: 0, last, candidates: [] };
}
/** Finds the spellings, of which those that end before a word are left. */
function lookForSpelled(place: RunPlace, here: HereNames, first: number, ends: Ends, before: number): void {
  ends.spelled = spelledEnds(place, here, first);
  ends.spelledLeft = ends.spelled.filter(({ last }) => last < before).length;
}

/** Takes the spellings that end with a word, the longest that are left. */
function takeSpelled(ends: Ends, last: number): readonly NameEnd<SpellingEntry>[] {
  const until = ends.spelledLeft;
  while (ends.spelled?.[ends.spelledLeft - 1]?.last === last) ends.spelledLeft--;
  return ends.spelled?.slice(ends.spelledLeft, until) ?? [];
}

/** The recorded names that the text's capitals agree with; nothing where they agree with none. */
function recordedName(
  place: RunPlace,
  first: number,
  name: NameEnd<NameGroup>,
  around: Around,
): FoundName | undefined {
  const { last } = name;
  const fitting = fittingNames(place, first, last, name.names);
  const one = fitting[0]?.entry;
  if (!one) return undefined;
  const end = endWithPeriod(place.text, name.end, fitting);
  const start = Math.min(name.start, startWithArticle(place, first, around.previous?.end ?? 0));
  const here: Stretch = { first, last, start, end };
  if (one.endsInPlace && isListOfPlaces(place, here)) return { start, end, last, candidates: [] };
  const candidates: Candidates[] = [];
  for (const group of fitting)
    if (mayStand(place, here, group.entry, around)) candidates.push(group.candidates);
  const nationality =
    one.nature === 'plain-body' && candidates[0] ? startWithNationality(place.text, start, one) : undefined;
  return { start: nationality ?? start, end, last, candidates };
}

/** "Rowe & Co.": where the record writes a period, it is the name's own. */
function endWithPeriod(text: string, end: number, names: readonly { readonly entry: NameEntry }[]): number {
  const isOwn =
    text.charAt(end) === '.' &&
    text.charAt(end - 1) !== '.' &&
    names.some(({ entry }) => entry.alias.endsWith('.'));
  return isOwn ? end + 1 : end;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

function fittingNames(
  { matcher, text, run }: RunPlace,
  first: number,
  last: number,
  names: readonly NameGroup[],
): readonly NameGroup[] {
  if (names.every(({ entry }) => entry.rule.capitals === 'any')) return names;
  const found = wordsOfRun(matcher, run, first, last);
  return names.filter(
    ({ entry: { rule } }) => rule.capitals === 'any' || areCapitalsRight(rule, text, found),
  );
}

const mayStand = (
  place: RunPlace,
  { start, end, first, last }: Stretch,
  entry: NameEntry,
  around: Around,
): boolean => !isPartOfLongerName(new PlaceInText(place, start, end, first, last, entry, around), entry);

/** Whether the place at the name's end begins a list of places. */
function isListOfPlaces(place: RunPlace, { end, last }: Stretch): boolean {
  const { matcher, text, run } = place;
  const next = nextPlaceOfList(text, end);
  if (next === undefined) return false;
  const at = run.start.indexOf(next, last + 1);
  if (at < 0 || at >= run.length) return true;
  const named = recordedEnds(place, at).flatMap(({ names }) => names);
  return named.every(({ candidates }) =>
    candidates.all.every(({ entry }) => PLACES.has(matcher.actors.get(entry.actor)?.schema ?? '')),
  );
}

const PLACES = new Set(['Country', 'Address']);

function spelledNames(
  place: RunPlace,
  first: number,
  ends: readonly NameEnd<SpellingEntry>[],
  around: Around,
): FoundName | undefined {
  const [one] = ends;
  if (!one) return undefined;
  const from = isBehindArticle(place, first) ? first - 1 : first;
  const written = { text: place.text, start: place.run.start[from] ?? 0, end: place.run.end[one.last] ?? 0 };
  const start = Math.min(one.start, startWithArticle(place, first, around.previous?.end ?? 0));
  const here = { first, last: one.last, start, end: one.end };
  const candidates = spelledCandidates(place, here, written, ends, around);
  if (
    candidates.length === 0 ||
    (candidates[0]?.entry.endsInPlace === true && isListOfPlaces(place, here)) ||
    cutsName(place, first, one.last)
  )
    return undefined;
  const end = endWithPeriod(place.text, one.end, candidates);
  return { start, end, last: one.last, candidates: candidatesOf(candidates) };
}

function spelledCandidates(
  place: RunPlace,
  here: Stretch,
  written: Written,
  ends: readonly NameEnd<SpellingEntry>[],
  around: Around,
): Candidate[] {
  const standing = new Map<string, boolean>();
  const stands = (entry: NameEntry): boolean => {
    const kind = standingOf(entry);
    let known = standing.get(kind);
    if (known === undefined) standing.set(kind, (known = mayStand(place, here, entry, around)));
    return known;
  };
  const candidates: Candidate[] = [];
  for (const { names } of ends)
    for (const recorded of names) {
      const name = spelledName(written, recorded);
      if (!name) continue;
      if (stands(name.entry)) candidates.push({ ...name, origin: 'generated' });
      else if (name.isSurname) around.dispute(name.entry.actor);
    }
  return candidates;
}

/** Whether a recorded name begins within a stretch and goes on behind it. */
function cutsName(place: RunPlace, first: number, last: number): boolean {
  for (let at = first + 1; at <= last; at++)
    if (
      recordedEnds(place, at).some(
        (end) => end.last > last && fittingNames(place, at, end.last, end.names).length > 0,
      )
    )
      return true;
  return false;
}

function isBehindArticle({ matcher, text, run }: RunPlace, first: number): boolean {
  const { article } = matcher;
  return (
    first > 0 &&
    wordAt(run, first - 1) === article &&
    wordAt(run, first) !== article &&
    gapBetween(text, run.end[first - 1] ?? 0, run.start[first] ?? 0) === 'joined'
  );
}

/** Where the name begins with the article that stands before it, if that is not part of the mention before. */
function startWithArticle(place: RunPlace, first: number, previousEnd: number): number {
  const start = place.run.start[first] ?? 0;
  if (!isBehindArticle(place, first)) return start;
  const before = place.run.start[first - 1] ?? 0;
  return before >= previousEnd ? before : start;
}
