import { readActors, type Actor } from '#corpus-index';
import type { Replacement } from '../fixes/fix';
import { addPair, indentOf, insertLine, lineEnd, setTexts, sourceIn, withoutComma } from './minimal-edits';
import { BROKEN, BY_HAND, guardedEach, type RegistryChange } from './registry-change';
import { commentsIn } from './registry-comments';
import {
  endOf,
  readRegistry,
  startOf,
  textsOf,
  type RegistryDocument,
  type RegistryRecord,
} from './registry-document';

/** What stays with the actor that stays. */
const KEPT = ['id', 'schema', 'name'];

/**
 * Folds one actor into another: its names become aliases, what else it says is joined to what the other says, memberships in
 * it become memberships in the other, and its record goes; its comments move to the other's record.
 */
export function mergeActors(text: string, into: string, from: string): RegistryChange {
  const { actors } = readActors(text);
  const [kept, gone] = [into, from].map((id) => actors.find((one) => one.id === id));
  const registry = readRegistry(text);
  if (!registry || !kept || !gone) return { problem: BROKEN };
  const refused = whyNot(kept, gone, registry);
  if (refused !== undefined) return { problem: refused };
  const [target, source] = [into, from].map((id) => registry.records.find((one) => one.id === id));
  if (!target || !source) return { problem: BY_HAND };
  const merged = mergedActor(kept, gone);
  const edits = mergeEdits(registry, target, source);
  return guardedEach(text, edits, (one) => {
    if (one.id === from) return undefined;
    return one.id === into ? merged : { ...one, memberOf: redirected(one, into, from) };
  });
}

function whyNot(kept: Actor, gone: Actor, { records }: RegistryDocument): string | undefined {
  if (kept.id === gone.id) return 'An actor cannot be merged with itself.';
  const twice = [kept, gone].find(({ id }) => records.filter((one) => one.id === id).length > 1);
  if (twice)
    return `Two records have the id \`${twice.id}\`: give them ids of their own first. Nothing was changed.`;
  if (kept.wikidataId !== undefined && gone.wikidataId !== undefined && kept.wikidataId !== gone.wikidataId)
    return (
      `These have different entries in Wikidata (${kept.wikidataId}, ${gone.wikidataId}) and may not be one. ` +
      'If they are, remove the wrong `wikidataId` first. Nothing was changed.'
    );
  return undefined;
}

function mergedActor(kept: Actor, gone: Actor): Actor {
  const names = new Set([kept.name, ...kept.alias]);
  const joined = (key: 'position' | 'country' | 'topics' | 'previousName' | 'weakAlias') =>
    join(kept[key], gone[key]);
  const summary = [...new Set([kept.summary, gone.summary].filter((one) => one !== undefined))].join(' ');
  const wikidataId = kept.wikidataId ?? gone.wikidataId;
  return {
    ...kept,
    alias: [...kept.alias, ...[gone.name, ...gone.alias].filter((name) => !names.has(name))],
    previousName: joined('previousName'),
    weakAlias: joined('weakAlias'),
    position: joined('position'),
    memberOf: join(kept.memberOf, gone.memberOf).filter((id) => id !== kept.id && id !== gone.id),
    country: joined('country'),
    topics: joined('topics'),
    properties: joinProperties(kept.properties ?? {}, gone.properties ?? {}),
    ...(summary !== '' && { summary }),
    ...(wikidataId !== undefined && { wikidataId }),
  };
}

const join = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set([...some, ...others]),
];

function joinProperties(
  kept: Readonly<Record<string, unknown>>,
  gone: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const joined: Record<string, unknown> = { ...kept };
  for (const [key, value] of Object.entries(gone)) {
    const all = join(list(kept[key]), list(value));
    joined[key] = key in kept ? (all.length > list(kept[key]).length ? all : kept[key]) : value;
  }
  return joined;
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

function redirected({ memberOf }: Pick<Actor, 'memberOf'>, into: string, from: string): readonly string[] {
  if (!memberOf.includes(from)) return memberOf;
  return memberOf.includes(into)
    ? memberOf.filter((id) => id !== from)
    : memberOf.map((id) => (id === from ? into : id));
}

function mergeEdits(
  registry: RegistryDocument,
  target: RegistryRecord,
  source: RegistryRecord,
): Replacement[] | undefined {
  const { text } = registry;
  const removal = removeRecord(text, source);
  const memberships = registry.records
    .filter((record) => record !== target && record !== source)
    .map((record) => redirect(text, record, target.id, source.id));
  const all = [
    ...joinTexts(text, target, source),
    ...memberships,
    removal && moveComments(text, target, removal),
    removal && [removal],
  ];
  return all.every((edits) => edits !== undefined) ? all.flat() : undefined;
}

/** Edits of each property that the actor that goes has; a value that is no text is not joined. */
function joinTexts(
  text: string,
  target: RegistryRecord,
  source: RegistryRecord,
): (Replacement[] | undefined)[] {
  const keys = source.map.items.map(({ key }) => String((key as { value?: unknown }).value));
  const others = keys.filter((key) => ![...KEPT, 'alias', 'memberOf'].includes(key));
  const [own, its] = [target, source].map(({ map }) => ({
    name: plainTexts(map, 'name'),
    alias: plainTexts(map, 'alias'),
    memberOf: plainTexts(map, 'memberOf'),
  }));
  if (!own?.name?.[0] || !own.alias || !own.memberOf || !its?.name || !its.alias || !its.memberOf)
    return [undefined];
  const added = [...its.name, ...its.alias].filter((name) => !own.name?.includes(name));
  const groups = join(own.memberOf, its.memberOf).filter((id) => id !== target.id && id !== source.id);
  return [
    setTexts(text, target, 'alias', join(own.alias, added)),
    setTexts(text, target, 'memberOf', groups),
    ...others.map((key) => joinText(text, target, source, key)),
  ];
}

const plainTexts = (map: RegistryRecord['map'], key: string): string[] | undefined =>
  textsOf(map, key)?.map((one) => one.text);

function joinText(
  text: string,
  target: RegistryRecord,
  source: RegistryRecord,
  key: string,
): Replacement[] | undefined {
  const [own, added] = [textsOf(target.map, key), textsOf(source.map, key)];
  if (!own || !added) return undefined;
  const wanted = join(
    own.map((one) => one.text),
    added.map((one) => one.text),
  );
  const [only] = added;
  if (own.length === 0 && added.length === 1 && only)
    return addPair(text, target, 'name', `${key}: ${sourceIn(text, only, target.map.flow === true)}`);
  return setTexts(text, target, key, wanted);
}

function redirect(
  text: string,
  record: RegistryRecord,
  into: string,
  from: string,
): Replacement[] | undefined {
  const groups = textsOf(record.map, 'memberOf')?.map((one) => one.text);
  // What is no text names no group.
  if (!groups?.includes(from)) return [];
  return setTexts(text, record, 'memberOf', redirected({ memberOf: groups }, into, from));
}

/** A record with the comments right above it, and an empty line behind it where one stands before it, too. */
function removeRecord(text: string, { map, list: items }: RegistryRecord): Replacement | undefined {
  if (items.flow === true) return withoutComma(text, startOf(map), endOf(map));
  let start = text.lastIndexOf('\n', startOf(map) - 1) + 1;
  if (!/^[ \t]*-[ \t]*$/.test(text.slice(start, startOf(map)))) return undefined;
  for (;;) {
    const above = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  const end = lineEnd(text, endOf(map));
  const isApart = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, start));
  const blank = isApart ? (/^(?:[ \t]*\r?\n)+/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start, end: end + blank, text: '' };
}

/** The comments in a stretch that goes, at the end of the record that stays. */
function moveComments(
  text: string,
  { map }: RegistryRecord,
  { start, end }: Replacement,
): Replacement[] | undefined {
  const moved = commentsIn(text).filter((comment) => comment.start >= start && comment.start < end);
  if (moved.length === 0) return [];
  if (map.flow === true) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentOf(text, map);
  return [insertLine(text, endOf(map), moved.map((comment) => indent + comment.text).join(newline))];
}
