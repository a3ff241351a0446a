import { nameKey } from '../actors/name-words';
import type { Actor } from './actor';
import type { RecordReader } from './record-reader';
import type { YamlText } from './yaml-value';

/** An actor with the places of what is compared between records. */
export interface ReadActor {
  readonly actor: Actor;
  /** Each names the actor on its own. */
  readonly names: readonly YamlText[];
  readonly memberOf: readonly YamlText[];
  readonly reader: RecordReader;
}

interface Claim {
  readonly owner: ReadActor;
  readonly name: YamlText;
}

/** Says where one name belongs to several actors; weak names may. */
export function reportSharedNames(actors: readonly ReadActor[]): void {
  const byKey = new Map<string, Claim[]>();
  for (const owner of actors) {
    for (const name of owner.names) {
      const key = nameKey(name.text);
      const claims = byKey.get(key);
      if (!claims) byKey.set(key, [{ owner, name }]);
      else if (!claims.some((claim) => claim.owner === owner)) claims.push({ owner, name });
    }
  }
  for (const claims of byKey.values()) if (claims.length > 1) reportShared(claims);
}

function reportShared(claims: readonly Claim[]): void {
  const [first, second] = claims;
  for (const claim of claims) {
    const other = claim === first ? second : first;
    const message =
      `"${claim.name.text}" names \`${other?.owner.actor.id ?? ''}\` too: where it stands in a text it is ambiguous. ` +
      'If one of them is meant only in texts that name that actor in full, move it to its `weakAlias:`.';
    claim.owner.reader.report('shared-alias', 'information', claim.name.span, message);
  }
}

/** Says where `memberOf` leads nowhere, or back to where it began. */
export function reportMemberships(actors: readonly ReadActor[]): void {
  const byId = new Map(actors.map((read) => [read.actor.id, read]));
  for (const read of actors) {
    for (const group of read.memberOf) if (!byId.has(group.text)) reportUnknownGroup(read, group);
  }
  const said = new Set<YamlText>();
  for (const cycle of findCycles(byId)) reportCycle(cycle, byId, said);
}

function reportUnknownGroup({ reader }: ReadActor, { text, span }: YamlText): void {
  const message = `\`memberOf\` names \`${text}\`, and no record has this id: correct it, or add a record for it.`;
  reader.report('record-shape', 'warning', span, message);
}

function reportCycle(
  ids: readonly string[],
  byId: ReadonlyMap<string, ReadActor>,
  said: Set<YamlText>,
): void {
  const [id = '', next = id] = ids;
  const read = byId.get(id);
  const membership = read?.memberOf.find(({ text }) => text === next);
  if (!read || !membership || said.has(membership)) return;
  said.add(membership);
  const message =
    ids.length === 1
      ? `\`${id}\` is a member of itself: remove it here.`
      : `These are members of each other in a circle: ${[...ids, id].join(' → ')}. Remove one of the memberships.`;
  read.reader.report('membership-cycle', 'warning', membership.span, message);
}

/**
 * Circles of memberships, each once, from its first actor on: a depth-first walk with a stack of its
 * own, as a chain may be longer than calls can nest. Every edge back to an actor on the path closes one.
 */
function findCycles(byId: ReadonlyMap<string, ReadActor>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of byId.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    const pending: { id: string; depth: number }[] = [{ id: start, depth: 0 }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      for (const left of path.splice(next.depth)) {
        onPath.delete(left);
        done.add(left);
      }
      const since = onPath.get(next.id);
      if (since !== undefined) cycles.push(path.slice(since));
      if (since !== undefined || done.has(next.id)) continue;
      onPath.set(next.id, path.length);
      path.push(next.id);
      const groups = byId.get(next.id)?.memberOf ?? [];
      for (const group of groups)
        if (byId.has(group.text)) pending.push({ id: group.text, depth: path.length });
    }
    for (const left of path) done.add(left);
  }
  return cycles;
}
