import { readActors, type Actor } from '#corpus-index';
import { Lexer } from 'yaml';
import type { Replacement } from '../fixes/fix';
import { applyReplacements } from '../fixes/replacements';

/** What came of a wish to change actors.yaml: the edits in the order of the file, or why there are none, for a person. */
export type RegistryEdit =
  { readonly edits: readonly Replacement[]; readonly problem?: undefined } | { readonly problem: string };

export const BROKEN =
  'actors.yaml has mistakes in its YAML: correct those that Problems shows first. Nothing was changed.';
export const UNUSUAL =
  'actors.yaml is written here in a way that cannot be edited without losing something: change it by hand. Nothing was changed.';

/**
 * Takes edits only if the registry is read with them as it should be, and has all its comments: each actor is compared with
 * what `expected` makes of it, undefined for one that goes.
 */
export function checkedEdit(
  text: string,
  proposed: readonly Replacement[] | undefined,
  expected: (actor: Actor) => Actor | undefined,
): RegistryEdit {
  const edits = proposed && inOrder(proposed);
  if (!edits) return { problem: UNUSUAL };
  const after = applyReplacements(text, edits);
  const wanted = readActors(text).actors.flatMap((actor) => expected(actor) ?? []);
  const isRead = isSame(wanted, readActors(after).actors);
  return isRead && keepsComments(text, after) ? { edits } : { problem: UNUSUAL };
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

function keepsComments(before: string, after: string): boolean {
  const left = commentsIn(after);
  return commentsIn(before).every(({ text }) => {
    const at = left.findIndex((one) => one.text === text);
    return at >= 0 && left.splice(at, 1).length > 0;
  });
}

/** The lexer's own marks, which have no place in the text: of a document, of an error, of a scalar. */
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

/** The comments of a YAML text, from `#` to the end of the line. */
export function commentsIn(text: string): { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    // What follows the mark of a scalar is the scalar.
    const isMark = MARKS.has(lexeme);
    if (lexeme.startsWith('#') && previous !== '\x1f') found.push({ text: lexeme.trimEnd(), start });
    if (!isMark) start += lexeme.length;
    previous = lexeme;
  }
  return found;
}
