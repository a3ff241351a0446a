import type { Actor } from '#corpus-index';

/** An actor as tests write it: an id, a name, and what the test is about. */
export const actorOf = (id: string, name: string, more: Partial<Actor> = {}): Actor => ({
  id,
  schema: 'Person',
  name,
  alias: [],
  previousName: [],
  weakAlias: [],
  position: [],
  memberOf: [],
  country: [],
  topics: [],
  ...more,
});
