import {
  datesIn,
  originalSpan,
  passageAt,
  type Corpus,
  type Passage,
  type Source,
  type Span,
} from '#corpus-index';
import type { ActorView } from '../actor-view';
import { chosenSources, namingPassages, type NamingPassage } from './named-in-passages';

/** A date that a passage states, where it does. */
export interface PassageDate extends Span {
  /** ISO 8601, as exact as stated: `2014`, `2014-03` or `2014-03-24`. */
  readonly iso: string;
  readonly passage: Passage;
}

/** A passage that states a date and names actors. */
export interface DatedPassage {
  readonly source: Source;
  readonly date: PassageDate;
  /** Ids of the actors it names without doubt, in the order of their first mention. */
  readonly actors: readonly string[];
}

export interface Timeline {
  /** By date, a whole year before its months, then in the order of the sources. */
  readonly dated: readonly DatedPassage[];
  /** The sources' own dates: when they were written, not what they tell of. */
  readonly sources: readonly { readonly source: Source; readonly issued: string }[];
}

export interface TimelineChoice {
  readonly key?: string | undefined;
  /** Only passages that name one of these. */
  readonly actors: ReadonlySet<string>;
  /** Only passages that name all of these. */
  readonly named?: readonly string[] | undefined;
}

/** The passages that name an actor and state a date, once for each date. */
export function timeline(
  corpus: Corpus,
  view: ActorView,
  { key, actors, named = [] }: TimelineChoice,
): Timeline {
  const sources = chosenSources(corpus.sources, key);
  const dated = sources.flatMap((source) =>
    datedPassages(source, namingPassages(view, source)).filter(
      (one) => one.actors.some((id) => actors.has(id)) && named.every((id) => one.actors.includes(id)),
    ),
  );
  return {
    // Sorting is stable: passages of one date stay in the order of their sources.
    dated: dated.sort((a, b) => (a.date.iso < b.date.iso ? -1 : a.date.iso > b.date.iso ? 1 : 0)),
    sources: sources
      .flatMap((source) => (source.issued === undefined ? [] : [{ source, issued: source.issued }]))
      .sort((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0)),
  };
}

/** How many dates each year has, in order. */
export function datesByYear(dated: readonly DatedPassage[]): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { date } of dated) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, count }));
}

/** Those dated in the years from the first to the last; all where neither is given. */
export const datedWithin = (
  dated: readonly DatedPassage[],
  {
    from = -Infinity,
    to = Infinity,
  }: { readonly from?: number | undefined; readonly to?: number | undefined },
): DatedPassage[] => dated.filter(({ date }) => from <= yearOf(date) && yearOf(date) <= to);

const yearOf = ({ iso }: PassageDate): number => Number(iso.slice(0, 4));

function datedPassages(source: Source, naming: readonly NamingPassage[]): DatedPassage[] {
  const named = new Map(naming.map((one) => [one.passage, [...one.named.keys()]]));
  return passageDates(source).flatMap((date) => {
    const actors = named.get(date.passage);
    return actors ? [{ source, date, actors }] : [];
  });
}

/** By the reading of a source's text, which is another object whenever the text is. */
const known = new WeakMap<Source['reading'], readonly PassageDate[]>();

/** The dates that a source's passages state, each once in a passage. */
export function passageDates(source: Source): readonly PassageDate[] {
  const before = known.get(source.reading);
  if (before) return before;
  const seen = new Set<string>();
  const found = datesIn(source.reading.text).flatMap(({ iso, start, end }) => {
    const span = originalSpan(source.reading, start, end);
    const passage = passageAt(source, span.start);
    if (!passage || span.end > passage.end || seen.has(`${passage.n} ${iso}`)) return [];
    seen.add(`${passage.n} ${iso}`);
    return [{ iso, ...span, passage }];
  });
  known.set(source.reading, found);
  return found;
}
