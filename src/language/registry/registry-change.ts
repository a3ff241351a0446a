import { readActors, type Actor, type ActorsFile } from '#corpus-index';
import type { Replacement } from '../fixes/fix';
import { applyReplacements } from '../fixes/replacements';
import { keepsComments } from './registry-comments';

/** What came of a wish to change actors.yaml: the edits in the order of the file, or why there are none, for a person. */
export type RegistryChange =
  { readonly edits: readonly Replacement[]; readonly actor?: string } | { readonly problem: string };

/** A larger file is not read to its end. */
const LARGEST = 10_000_000;

export const BROKEN =
  'actors.yaml is not YAML as it stands (see Problems): mend it first. Nothing was changed.';
export const BY_HAND =
  'actors.yaml is written here in a way that cannot be changed without losing something: change it by hand. Nothing was changed.';
const TOO_LARGE =
  'actors.yaml is larger than 10 million characters and not read to its end: take it apart first. Nothing was changed.';

export const tooCommon = (name: string): string =>
  `“${name}” cannot be a name: a single letter, or a word such as “the”, would be found everywhere. Nothing was changed.`;

/** What is compared: the actors and ignored names. */
type Content = Pick<ActorsFile, 'actors' | 'ignored'>;

/**
 * The edits, if the file then reads as expected, nothing else in it reads otherwise, and no comment is lost: the last guard
 * over what people have written. YAML has more forms than an edit can foresee.
 */
export const guarded = (
  text: string,
  edits: readonly Replacement[] | undefined,
  expected: (before: ActorsFile) => Content,
): RegistryChange => guardedBy(text, edits, (before, after) => isSameContent(after, expected(before)));

/** The same, where each actor is compared with what `expected` makes of it, undefined for one that goes. */
export const guardedEach = (
  text: string,
  edits: readonly Replacement[] | undefined,
  expected: (actor: Actor) => Actor | undefined,
): RegistryChange =>
  guardedBy(text, edits, (before, after) =>
    isSame(
      before.actors.flatMap((actor) => expected(actor) ?? []),
      after.actors,
    ),
  );

/** The same, where another condition must hold between what was read before and after. */
export function guardedBy(
  text: string,
  proposed: readonly Replacement[] | undefined,
  holds: (before: ActorsFile, after: ActorsFile) => boolean,
): RegistryChange {
  if (text.length > LARGEST) return { problem: TOO_LARGE };
  const edits = proposed && inOrder(proposed);
  if (!edits) return { problem: BY_HAND };
  const changed = applyReplacements(text, edits);
  const before = readActors(text);
  const after = readActors(changed);
  const isWhole = after.problems.filter(isSyntax).length <= before.problems.filter(isSyntax).length;
  return isWhole && holds(before, after) && keepsComments(text, changed) ? { edits } : { problem: BY_HAND };
}

/** Those put in at one place become one, in the order in which they came; undefined where two contend for a stretch. */
function inOrder(proposed: readonly Replacement[]): Replacement[] | undefined {
  const edits: Replacement[] = [];
  for (const next of [...proposed].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = edits.at(-1);
    const isSamePlace = last?.start === next.start && last.end === next.end && next.start === next.end;
    if (last && isSamePlace) edits[edits.length - 1] = { ...last, text: last.text + next.text };
    else if (last && next.start < last.end) return undefined;
    else edits.push(next);
  }
  return edits;
}

const isSyntax = ({ code }: ActorsFile['problems'][number]): boolean => code === 'yaml-syntax';

export function isSameContent(one: Content, other: Content): boolean {
  const plain = ({ actors, ignored }: Content) =>
    JSON.stringify([actors.map((actor) => sorted(actor)), ignored]);
  return plain(one) === plain(other);
}

/** In one order of properties; where a record stands is nobody's concern. */
const sorted = (actor: Actor): unknown =>
  Object.entries(actor)
    .filter(([name, value]) => name !== 'span' && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const isSame = (wanted: readonly Actor[], read: readonly Actor[]): boolean =>
  wanted.length === read.length && wanted.every((one, at) => plain(one) === plain(read[at]));

/** All of an actor but its place; lists of other names in any order. */
function plain(actor: Actor | undefined): string {
  if (!actor) return '';
  const { id, schema, name, alias, previousName, weakAlias, position, summary, memberOf, country } = actor;
  const { wikidataId, topics, properties } = actor;
  const sets = [alias, previousName, weakAlias, position, memberOf, country, topics].map((list) =>
    [...new Set(list)].sort(),
  );
  const others = Object.entries(properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([id, schema, name, sets, summary, wikidataId, others]);
}
