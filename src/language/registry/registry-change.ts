import { readActors, type Actor, type ActorsFile } from '#corpus-index';
import type { Replacement } from '../fixes/fix';
import { applyReplacements } from '../fixes/replacements';

/** Edits of actors.yaml that add something and touch nothing else; or what keeps them from being made, for a person. */
export type RegistryChange =
  { readonly edits: readonly Replacement[]; readonly actor?: string } | { readonly problem: string };

/** A larger file is not read to its end. */
const LARGEST = 10_000_000;

export const BROKEN =
  'actors.yaml is not YAML as it stands (see Problems): mend it first. Nothing was changed.';
const BY_HAND =
  'actors.yaml is written in a way that cannot be added to here without touching other lines: add it by hand. Nothing was changed.';
const TOO_LARGE =
  'actors.yaml is larger than 10 million characters and not read to its end: take it apart first. Nothing was changed.';

export const tooCommon = (name: string): string =>
  `“${name}” cannot be a name: a single letter, or a word such as “the”, would be found everywhere. Nothing was changed.`;

/** What is compared: the actors and ignored names. */
type Content = Pick<ActorsFile, 'actors' | 'ignored'>;

/**
 * The edits, if the file then reads as expected and nothing else in it reads otherwise: the last guard over what
 * people have written. YAML has more forms than an edit can foresee.
 */
export const guarded = (
  text: string,
  edits: readonly Replacement[] | undefined,
  expected: (before: ActorsFile) => Content,
): RegistryChange => guardedBy(text, edits, (before, after) => isSameContent(after, expected(before)));

/** The same, where another condition must hold between what was read before and after. */
export function guardedBy(
  text: string,
  edits: readonly Replacement[] | undefined,
  holds: (before: ActorsFile, after: ActorsFile) => boolean,
): RegistryChange {
  if (text.length > LARGEST) return { problem: TOO_LARGE };
  if (!edits) return { problem: BY_HAND };
  const before = readActors(text);
  const after = readActors(applyReplacements(text, edits));
  const isWhole = after.problems.filter(isSyntax).length <= before.problems.filter(isSyntax).length;
  return isWhole && holds(before, after) ? { edits } : { problem: BY_HAND };
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
