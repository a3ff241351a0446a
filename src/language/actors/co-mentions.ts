import type { Actor, Corpus } from '#corpus-index';
import type { ActorView } from '../actor-view';
import { byName, countActors, mostMentionedFirst, type ActorCount } from './actor-tree';
import { chosenSources, namingPassages } from './named-in-passages';

/** Two actors that passages name together. */
export interface ActorPair {
  readonly a: Actor;
  readonly b: Actor;
  /** How many passages name both. */
  readonly passages: number;
}

export interface CoMentions {
  /** Actors that are named often enough, the most mentioned first. */
  readonly actors: readonly ActorCount[];
  /** All pairs of these, those with most passages first. */
  readonly pairs: readonly ActorPair[];
}

export interface CoMentionChoice {
  /** One source alone. */
  readonly key?: string | undefined;
  /** Only actors with so many mentions. */
  readonly minimum: number;
}

/** Who is named with whom in one passage. What is equally strong stands in the order of names: the same corpus, the same list. */
export function coMentions(corpus: Corpus, view: ActorView, { key, minimum }: CoMentionChoice): CoMentions {
  const actors = mostMentionedFirst(countActors(corpus, view, key)).filter(
    ({ mentions }) => mentions >= Math.max(1, minimum),
  );
  const rank = new Map(actors.map(({ actor }, at) => [actor.id, at]));
  const shared = countPairs(corpus, view, key, rank);
  const pairs = [...shared].map(([pair, passages]) => {
    const [a, b] = [actors[Math.floor(pair / actors.length)], actors[pair % actors.length]];
    return a && b ? [{ a: a.actor, b: b.actor, passages }] : [];
  });
  return {
    actors,
    pairs: pairs.flat().sort((x, y) => y.passages - x.passages || byName(x.a, y.a) || byName(x.b, y.b)),
  };
}

/** By the two ranks as one number: the stronger's, times the number of actors, plus the other's. */
function countPairs(
  corpus: Corpus,
  view: ActorView,
  key: string | undefined,
  rank: ReadonlyMap<string, number>,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const source of chosenSources(corpus.sources, key)) {
    for (const { named } of namingPassages(view, source)) {
      const here = [...named.keys()].flatMap((id) => rank.get(id) ?? []).sort((x, y) => x - y);
      here.forEach((first, at) => {
        for (const second of here.slice(at + 1)) {
          const pair = first * rank.size + second;
          shared.set(pair, (shared.get(pair) ?? 0) + 1);
        }
      });
    }
  }
  return shared;
}
