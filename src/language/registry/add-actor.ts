import { isMap, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import { isTooCommon, nameKey, readActors, words, type Actor } from '#corpus-index';
import type { Replacement } from '../fixes/fix';
import { BROKEN, guarded, tooCommon, type RegistryChange } from './registry-change';
import {
  addItems,
  addPair,
  fillPair,
  flowText,
  insertLines,
  isEmpty,
  itemLines,
  lineEnd,
  openYaml,
  pairOf,
  yamlLines,
} from './yaml-edits';

/** A record as it is to be written: properties in their order. */
export type RecordToAdd = Readonly<Record<string, unknown>> & { readonly id: string };

export interface ActorToAdd {
  readonly name: string;
  readonly schema: string;
  readonly alias: readonly string[];
  /** Names that count only where a text has named the actor in full. */
  readonly weakAlias?: readonly string[];
}

/** Adds a person or organisation to actors.yaml as a new record behind the others; an empty or missing file gets its first. */
export function addActor(text: string, { name, schema, alias, weakAlias = [] }: ActorToAdd): RegistryChange {
  const { actors } = readActors(text);
  const holder = actors.find((actor) => bears(actor, name));
  if (isTooCommon(name)) return { problem: tooCommon(name) };
  if (holder)
    return { problem: `“${name}” names ${holder.name} (${holder.id}) already. Nothing was changed.` };
  const known = new Set([nameKey(name)]);
  const others = (names: readonly string[]) =>
    names.filter((one) => !isTooCommon(one) && !known.has(nameKey(one)) && known.add(nameKey(one)));
  const forms = Object.entries({ alias: others(alias), weakAlias: others(weakAlias) });
  const id = freeId(name, new Set(actors.map((actor) => actor.id)));
  const record = { id, schema, name, ...Object.fromEntries(forms.filter(([, names]) => names.length > 0)) };
  const change = addRecords(text, [record]);
  return 'problem' in change ? change : { ...change, actor: id };
}

/** Adds records behind the others. Their ids must be new. */
function addRecords(text: string, records: readonly RecordToAdd[]): RegistryChange {
  if (records.length === 0) return { edits: [] };
  const opened = openYaml(text);
  if (!opened) return { problem: BROKEN };
  const added = readActors(yamlLines(records).join('\n')).actors;
  return guarded(text, recordsInsertion(text, opened.top, records), ({ actors, ignored }) => ({
    actors: [...actors, ...added],
    ignored,
  }));
}

/** The edits that add records behind the others: of a list with this name, or of a bare one. */
export function recordsInsertion(
  text: string,
  top: Node | null,
  records: readonly RecordToAdd[],
  name = 'actors',
): Replacement[] | undefined {
  if (isEmpty(top)) return newList(text, top, records, name);
  if (isSeq(top)) return intoList(text, top, records);
  if (!isMap(top)) return undefined;
  const pair = pairOf(top, name);
  const list = pair?.value as Node | null | undefined;
  if (isSeq(list)) return intoList(text, list, records);
  if (pair) return isEmpty(list) ? firstRecords(text, pair, records) : undefined;
  return top.flow
    ? addPair(text, top, `${name}: [${records.map(flowText).join(', ')}]`)
    : insertLines(text, text.length, [`${name}:`, ...recordLines(records, 2)]);
}

/** Below `name:`, or in the place of its `null`. */
function firstRecords(text: string, pair: Pair, records: readonly RecordToAdd[]): Replacement[] | undefined {
  const lines = recordLines(records, 2);
  const [start, end] = (pair.value as Node | null)?.range ?? [0, 0];
  return end > start
    ? fillPair(text, pair, ['', ...lines].join(lineEnd(text)))
    : insertLines(text, (pair.key as Node | null)?.range?.[1], lines);
}

/** Behind comments, if there are any. */
function newList(
  text: string,
  top: Node | null,
  records: readonly RecordToAdd[],
  name: string,
): Replacement[] | undefined {
  if (top?.range && top.range[1] > top.range[0]) return undefined;
  return insertLines(text, text.length, [`${name}:`, ...recordLines(records, 2)]);
}

const intoList = (text: string, list: YAMLSeq, records: readonly RecordToAdd[]): Replacement[] | undefined =>
  addItems(text, list, records.map(flowText).join(', '), records.map(yamlLines));

const recordLines = (records: readonly RecordToAdd[], column: number): string[] =>
  records.flatMap((record) => itemLines(yamlLines(record), column));

const bears = ({ name, alias, previousName }: Actor, wanted: string): boolean =>
  [name, ...alias, ...previousName].some((one) => nameKey(one) === nameKey(wanted));

/** The name's folded words with hyphens; a number behind it where another record has it. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const base = words(name)
    .map(({ term }) => term.replace(/[^\p{L}\p{N}]+/gu, '-'))
    .join('-');
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
