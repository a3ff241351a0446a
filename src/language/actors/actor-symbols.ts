import type { Actor } from '#corpus-index';
import type { ActorView } from '../actor-view';

/** An actor as a list of symbols shows it: by the spelling that was looked for, with the actor's name beside. */
export interface ActorSymbol {
  readonly actor: Actor;
  readonly name: string;
  /** The actor's name where another one was looked for, else what the actor is. */
  readonly container: string;
}

/** More are no help in a list. */
const MOST_SYMBOLS = 200;

/** The actors one of whose names fits what was typed; all, as far as a list holds them, where nothing was. */
export function findActorSymbols(actors: ActorView, all: readonly Actor[], query: string): ActorSymbol[] {
  if (query.trim() === '') return all.slice(0, MOST_SYMBOLS).map((actor) => symbolOf(actor, actor.name));
  return actors.complete(query, MOST_SYMBOLS).map(({ actor, alias }) => symbolOf(actor, alias));
}

const symbolOf = (actor: Actor, name: string): ActorSymbol => ({
  actor,
  name,
  container: name === actor.name ? actor.schema : actor.name,
});
