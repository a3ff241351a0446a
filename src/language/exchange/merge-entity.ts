import { isSeq } from 'yaml';
import { nameKey } from '#corpus-index';
import type { Replacement } from '../fixes/fix';
import { addItems, addPair, addTexts, flowText, pairOf } from '../registry/yaml-edits';
import { plainEntity, type FtmEntity } from './ftm-entity';
import { recordOf, textsOf } from './ftm-record';
import { isPlain, membershipEnds } from './memberships';
import { memberOfIn, relationsOf, type RegistryRecord } from './registry-file';

/** A record has one of these: it keeps its own. */
const KEPT = new Set(['id', 'schema', 'summary', 'wikidataId', 'ftm', 'relations']);
const NAMES = ['name', 'alias', 'previousName', 'weakAlias'];

/** What an entity adds to the record with its id: values that the record lacks. Nothing where it cannot be said where. */
export function mergeEntity(
  text: string,
  record: RegistryRecord,
  entity: FtmEntity,
  relations: readonly FtmEntity[],
): Replacement[] | undefined {
  const edits: (Replacement[] | undefined)[] = [];
  for (const [name, values] of missing(record, entity, relations)) {
    const after = name === 'alias' || name === 'weakAlias' ? 'name' : undefined;
    edits.push(addTexts(text, record.node, name, values, pairOf(record.node, name) ? undefined : after));
  }
  const known = new Set(relationsOf(record).map(({ id }) => id));
  const kept = relations.filter((relation) => {
    const ends = membershipEnds(relation);
    return ends && !isPlain(relation, ends) && !known.has(relation.id);
  });
  if (kept.length > 0) edits.push(addRelations(text, record, kept));
  const { ftm } = recordOf(entity);
  if (ftm !== undefined && !pairOf(record.node, 'ftm'))
    edits.push(addPair(text, record.node, `ftm: ${flowText(ftm)}`));
  return edits.some((one) => one === undefined) ? undefined : edits.flatMap((one) => one ?? []);
}

function missing(
  { content, ...record }: RegistryRecord,
  entity: FtmEntity,
  relations: readonly FtmEntity[],
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const named = new Set(NAMES.flatMap((name) => textsOf(content[name]) ?? []).map(nameKey));
  const add = (name: string, values: readonly string[]) => {
    if (values.length > 0) found.set(name, [...new Set([...(found.get(name) ?? []), ...values])]);
  };
  for (const [name, value] of Object.entries(recordOf(entity))) {
    const has = textsOf(content[name]);
    const given = textsOf(value) ?? [];
    if (!has || (KEPT.has(name) && (has.length > 0 || !/^(?:summary|wikidataId)$/.test(name)))) continue;
    const isName = NAMES.includes(name);
    const lacking = given.filter((one) => (isName ? !named.has(nameKey(one)) : !has.includes(one)));
    add(name === 'name' ? 'alias' : name, lacking);
    if (isName) for (const one of lacking) named.add(nameKey(one));
  }
  const bodies = memberOfIn({ content, ...record });
  add(
    'memberOf',
    relations
      .flatMap((relation) => membershipEnds(relation)?.body ?? [])
      .filter((body) => !bodies.includes(body)),
  );
  return found;
}

function addRelations(
  text: string,
  { node }: RegistryRecord,
  relations: readonly FtmEntity[],
): Replacement[] | undefined {
  const flow = relations.map((relation) => flowText(plainEntity(relation))).join(', ');
  const list = pairOf(node, 'relations')?.value;
  if (isSeq(list))
    return addItems(
      text,
      list,
      flow,
      relations.map((relation) => [flowText(plainEntity(relation))]),
    );
  return list === undefined ? addPair(text, node, `relations: [${flow}]`) : undefined;
}
