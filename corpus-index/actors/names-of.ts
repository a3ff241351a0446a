import type { Actor } from '../records/actor';

/** Where a spelling comes from; all but `weakAlias` name the actor on their own. */
export type NameOrigin = 'name' | 'alias' | 'previousName' | 'weakAlias';

export interface OriginatedName {
  readonly alias: string;
  readonly origin: NameOrigin;
}

/** All spellings of an actor, the house spelling first. */
export function namesOf(actor: Actor): OriginatedName[] {
  const named = (origin: NameOrigin) => (alias: string) => ({ alias, origin });
  return [
    { alias: actor.name, origin: 'name' },
    ...actor.alias.map(named('alias')),
    ...actor.previousName.map(named('previousName')),
    ...actor.weakAlias.map(named('weakAlias')),
  ];
}
