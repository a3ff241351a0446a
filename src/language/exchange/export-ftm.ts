import { BROKEN } from '../registry/registry-change';
import type { FtmEntity } from './ftm-entity';
import { ftmLine } from './ftm-entity';
import { entityOf } from './ftm-record';
import { membershipEnds, membershipOf } from './memberships';
import { memberOfIn, openRegistryFile, relationsOf, type RegistryRecord } from './registry-file';

export type FtmExport =
  { readonly lines: readonly string[]; readonly actors: number } | { readonly problem: string };

/** All of actors.yaml as FollowTheMoney entities, one on each line: actors, then their memberships, then what else was imported. */
export function exportFtm(text: string): FtmExport {
  const file = openRegistryFile(text);
  if (!file) return { problem: BROKEN.replace('Nothing was changed.', 'Nothing was exported.') };
  const actors = file.records.map(({ id, content }) => entityOf(id, content));
  const all = [...actors, ...file.records.flatMap(relationEntities), ...file.entities];
  const byId = new Map(all.toReversed().map((entity) => [entity.id, entity]));
  return {
    lines: all.filter((entity) => byId.get(entity.id) === entity).map(ftmLine),
    actors: actors.length,
  };
}

/** Relations as they came; a plain membership for each `memberOf` that none of them tells. */
function relationEntities(record: RegistryRecord): FtmEntity[] {
  const kept = relationsOf(record);
  const told = new Set(kept.map((entity) => membershipEnds(entity)?.body));
  const plain = memberOfIn(record).filter((body) => !told.has(body));
  return [...kept, ...plain.map((body) => membershipOf(record.id, body))];
}
