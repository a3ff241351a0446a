import { nameKey, readActors, type Actor, type ActorsFile } from '#corpus-index';
import type { Replacement } from '../fixes/fix';
import { recordsInsertion, type RecordToAdd } from '../registry/add-actor';
import { BROKEN, guardedBy, isSameContent } from '../registry/registry-change';
import { addToTop } from '../registry/top-level';
import { flowText, yamlLines } from '../registry/yaml-edits';
import type { FtmEntity, LineProblem } from './ftm-entity';
import { plainEntity, readFtm } from './ftm-entity';
import { plainRecord, recordOf } from './ftm-record';
import { isPlain, membershipEnds } from './memberships';
import { mergeEntity } from './merge-entity';
import { openRegistryFile, type RegistryFile } from './registry-file';

/** An entity that bears the name of a record with another id. */
export interface NameSuggestion {
  readonly entity: string;
  readonly name: string;
  readonly actor: string;
}

export interface FtmImport {
  /** Edits of actors.yaml, in order. */
  readonly edits: readonly Replacement[];
  /** Ids of new records, and of records that get more than they had. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly suggestions: readonly NameSuggestion[];
  readonly problems: readonly LineProblem[];
  /** Why nothing can be imported. */
  readonly problem?: string;
}

/**
 * Merges FollowTheMoney entities into actors.yaml. An entity whose id a record has adds to it what it lacks; nothing is
 * ever overwritten. One that only shares a name is left to a person. The others become new records, what is no actor
 * (sanctions, ownerships, ...) is kept under `entities:`.
 */
export function importFtm(text: string, ftm: string): FtmImport {
  const { entities, problems } = readFtm(ftm);
  const file = openRegistryFile(text);
  const nothing = { edits: [], added: [], changed: [], suggestions: [], problems };
  if (!file) return { ...nothing, problem: BROKEN };
  const sorted = sortEntities(entities, file, readActors(text).actors);
  const { merged, fresh, others, suggestions } = sorted;
  const merges = merged.map(({ record, entity, relations }) => mergeEntity(text, record, entity, relations));
  const changed = merged.filter((_, at) => merges[at]?.length !== 0).map(({ record }) => record.id);
  const records = fresh.map(({ entity, relations }) => newRecord(entity, relations));
  const parts = [
    ...merges,
    records.length > 0 ? recordsInsertion(text, file.top, records) : [],
    others.length > 0 ? othersInsertion(text, file, others) : [],
  ];
  const edits = parts.some((part) => part === undefined)
    ? undefined
    : inOrder(parts.flatMap((part) => part ?? []));
  const change = guardedBy(text, edits, (before, after) => isKept(before, after, records));
  if ('problem' in change) return { ...nothing, suggestions, problem: change.problem };
  return { edits: change.edits, added: records.map(({ id }) => id), changed, suggestions, problems };
}

interface WithRelations {
  readonly entity: FtmEntity;
  /** Memberships of it. */
  readonly relations: readonly FtmEntity[];
}

interface Sorted {
  readonly merged: readonly (WithRelations & { readonly record: RegistryFile['records'][number] })[];
  readonly fresh: readonly WithRelations[];
  readonly others: readonly FtmEntity[];
  readonly suggestions: readonly NameSuggestion[];
}

function sortEntities(entities: readonly FtmEntity[], file: RegistryFile, actors: readonly Actor[]): Sorted {
  const records = new Map(file.records.map((record) => [record.id, record]));
  const owners = new Map(
    actors
      .toReversed()
      .flatMap(({ id, name, alias, previousName }) =>
        [name, ...alias, ...previousName].map((one) => [nameKey(one), id] as const),
      ),
  );
  const byId = new Map(entities.toReversed().map((entity) => [entity.id, entity]));
  const all = [...byId.values()].toReversed();
  const suggestions: NameSuggestion[] = [];
  const isActor = (entity: FtmEntity): boolean => {
    if (!isNamed(entity) || records.has(entity.id)) return records.has(entity.id);
    const name = entity.properties.get('name')?.find((one) => owners.has(nameKey(one)));
    if (name === undefined) return true;
    suggestions.push({ entity: entity.id, name, actor: owners.get(nameKey(name)) ?? '' });
    return false;
  };
  const suggested = () => new Set(suggestions.map(({ entity }) => entity));
  const candidates = all.filter(isActor);
  const members = new Set([...candidates.map(({ id }) => id), ...records.keys()]);
  const left = all.filter((entity) => !candidates.includes(entity) && !suggested().has(entity.id));
  const relations = new Map<string, FtmEntity[]>();
  for (const entity of left) {
    const member = membershipEnds(entity)?.member;
    if (member !== undefined && members.has(member))
      relations.set(member, [...(relations.get(member) ?? []), entity]);
  }
  const used = new Set([...relations.values()].flat());
  const known = new Set(file.entities.map(({ id }) => id));
  const withRelations = (entity: FtmEntity) => ({ entity, relations: relations.get(entity.id) ?? [] });
  const asked = new Set(candidates.map(({ id }) => id));
  const memberOnly = [...relations.keys()].filter((id) => !asked.has(id));
  return {
    merged: [
      ...candidates.map(withRelations),
      ...memberOnly.map((id) => withRelations({ id, schema: '', properties: new Map(), others: {} })),
    ].flatMap((one) => {
      const record = records.get(one.entity.id);
      return record ? [{ ...one, record }] : [];
    }),
    fresh: candidates.filter(({ id }) => !records.has(id)).map(withRelations),
    others: left.filter((entity) => !used.has(entity) && !known.has(entity.id)),
    suggestions,
  };
}

const isNamed = ({ properties }: FtmEntity): boolean => properties.has('name') || properties.has('alias');

function newRecord(entity: FtmEntity, relations: readonly FtmEntity[]): RecordToAdd {
  const bodies = [...new Set(relations.flatMap((relation) => membershipEnds(relation)?.body ?? []))];
  const kept = relations.filter((relation) => {
    const ends = membershipEnds(relation);
    return ends && !isPlain(relation, ends);
  });
  const { ftm, ...record } = recordOf(entity);
  return {
    ...record,
    id: entity.id,
    ...(bodies.length > 0 && { memberOf: bodies.length === 1 ? bodies[0] : bodies }),
    ...(kept.length > 0 && { relations: kept.map(plainEntity) }),
    ...(ftm !== undefined && { ftm }),
  };
}

const othersInsertion = (
  text: string,
  { top }: RegistryFile,
  others: readonly FtmEntity[],
): Replacement[] | undefined =>
  addToTop(
    text,
    top,
    'entities',
    others.map((entity) => flowText(plainEntity(entity))).join(', '),
    others.map((entity) => yamlLines(plainEntity(entity))),
  );

/** Stable: what is inserted at one place comes in the order in which it was made. */
const inOrder = (edits: readonly Replacement[]): Replacement[] =>
  [...edits].sort((a, b) => a.start - b.start);

/** Whether all that was read before is read after, and the new records behind it. */
function isKept(before: ActorsFile, after: ActorsFile, records: readonly RecordToAdd[]): boolean {
  const added = readActors(yamlLines(records).join('\n')).actors;
  const old = after.actors.slice(0, before.actors.length);
  return (
    isSameContent(
      { actors: after.actors.slice(before.actors.length), ignored: after.ignored },
      { actors: added, ignored: before.ignored },
    ) && before.actors.every((actor, at) => has(old[at], actor))
  );
}

/** Whether a value has all that another has. */
function has(value: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(value) && part.every((one) => value.some((other) => has(other, one)));
  if (typeof part !== 'object' || part === null)
    return part === value || (Array.isArray(value) && value.includes(part));
  return Object.entries(part).every(([name, one]) => name === 'span' || has(plainRecord(value)[name], one));
}
