import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { isTooCommon, readActors } from '#corpus-index';
import { BROKEN, guarded, tooCommon, type RegistryChange } from './registry-change';
import { addTexts, openYaml, pairOf } from './yaml-edits';

export interface AliasToAdd {
  readonly name: string;
  /** Id of the actor. */
  readonly actor: string;
  /** Into `weakAlias`. */
  readonly weak?: boolean;
}

/** Adds a name to those of an actor. Where the actor has it already, there is nothing to do. */
export function addAlias(text: string, { name, actor: id, weak = false }: AliasToAdd): RegistryChange {
  const opened = openYaml(text);
  if (!opened) return { problem: BROKEN };
  if (isTooCommon(name)) return { problem: tooCommon(name) };
  const actor = readActors(text).actors.find((one) => one.id === id);
  const record = recordsIn(opened.top).find((one) => idOf(one) === id);
  if (!actor || !record)
    return { problem: `There is no actor \`${id}\` in actors.yaml any more. Nothing was changed.` };
  const property = weak ? 'weakAlias' : 'alias';
  const known = [actor.name, ...actor.alias, ...actor.previousName, ...(weak ? actor.weakAlias : [])];
  if (known.includes(name)) return { edits: [], actor: id };
  const after = pairOf(record, 'alias') ? 'alias' : 'name';
  const change = guarded(text, addTexts(text, record, property, [name], after), ({ actors, ignored }) => ({
    actors: actors.map((one) => (one.id === id ? { ...one, [property]: [...one[property], name] } : one)),
    ignored,
  }));
  return 'problem' in change ? change : { ...change, actor: id };
}

/** The records of the list, as the reader finds them. */
export function recordsIn(top: Node | null): YAMLMap[] {
  const list = isMap(top) ? pairOf(top, 'actors')?.value : top;
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}

/** As the reader has it: a number without quotation marks is the text that stands there. */
export function idOf(record: YAMLMap): string | undefined {
  const id = pairOf(record, 'id')?.value;
  if (!isScalar(id)) return undefined;
  return (typeof id.value === 'string' ? id.value : (id.source ?? '')).trim();
}
