import type { LastMentions } from './last-mentions';
import type { NameEntry } from './matcher';
import type { Mention, MentionOrigin } from './mentions';

/** A name that a stretch of text may be: recorded, or in a spelling of its own. */
export interface Candidate {
  readonly entry: NameEntry;
  readonly origin: MentionOrigin;
  /** Whether it needs a context to count. */
  readonly weak: boolean;
  readonly explanation?: string;
  /** Whether it is a surname that no record gives as a name of its own. */
  readonly isSurname: boolean;
}

/** What a mention says beside its place. */
export type Reading = Omit<Mention, 'start' | 'end'>;

/** Beyond so many candidates they are looked for by their actors. */
const FEW = 8;

/**
 * Names that a stretch of text may be, all of them weak or none. A registry may have a thousand people of one surname: so
 * what the names say together is found out once, and not wherever the surname stands.
 */
export class Candidates {
  private together: Reading | undefined;
  private byActor: Map<string, Candidate[]> | undefined;

  constructor(
    readonly all: readonly Candidate[],
    readonly weak: boolean,
  ) {}

  /** The reading as all of them. */
  get reading(): Reading | undefined {
    return (this.together ??= readingOf(this.all));
  }

  /** Those that name an actor. */
  of(actor: string): readonly Candidate[] {
    if (this.all.length <= FEW) return this.all.filter(({ entry }) => entry.actor === actor);
    return this.actors().get(actor) ?? [];
  }

  /** Whether none of them names an actor but by a surname. */
  areSurnamesOf(actor: string): boolean {
    if (this.all.length <= FEW) return this.all.every((one) => one.isSurname || one.entry.actor !== actor);
    return this.of(actor).every(({ isSurname }) => isSurname);
  }

  /** Whether one of many names an actor. */
  names(actor: string): boolean {
    return this.actors().has(actor);
  }

  private actors(): ReadonlyMap<string, Candidate[]> {
    if (this.byActor) return this.byActor;
    const byActor = (this.byActor = new Map<string, Candidate[]>());
    for (const one of this.all) {
      const others = byActor.get(one.entry.actor);
      if (others) others.push(one);
      else byActor.set(one.entry.actor, [one]);
    }
    return byActor;
  }
}

/** Candidates in their order, the weak ones apart. */
export function candidatesOf(all: readonly Candidate[]): Candidates[] {
  const [strong, weak] = [all.filter((one) => !one.weak), all.filter((one) => one.weak)];
  return [
    ...(strong.length > 0 ? [new Candidates(strong, false)] : []),
    ...(weak.length > 0 ? [new Candidates(weak, true)] : []),
  ];
}

/** The actors that a name means on its own. */
export function strongReading(found: readonly Candidates[]): Reading | undefined {
  const [first] = found;
  if (found.length === 1) return first?.weak === false ? first.reading : undefined;
  const strong = found.filter(({ weak }) => !weak);
  return strong.length === 1 ? strong[0]?.reading : readingOf(strong.flatMap(({ all }) => all));
}

/** The actors that a weak name means, of those named before: the last one first. */
export const weakReading = (found: readonly Candidates[], named: LastMentions): Reading | undefined =>
  found.some(({ weak }) => weak) ? readingOf(named.namedOf(found.filter(({ weak }) => weak))) : undefined;

/** The reading of a name that one of its candidates explains, where that is more than the record. */
export function readingOf(candidates: readonly Candidate[], explanation?: string): Reading | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const { entry, origin, weak } = first;
  const actors =
    candidates.length === 1 ? [entry.actor] : [...new Set(candidates.map((one) => one.entry.actor))];
  const why = explanation ?? first.explanation;
  const reading = { actors, alias: entry.alias, origin, weak };
  return why === undefined ? reading : { ...reading, explanation: why };
}
