import type { Candidate, Candidates } from './readings';

/**
 * A surname that more people share, all of them named before, tells nobody: those named last are enough, and to list a
 * thousand wherever it stands would take longer the longer the text is.
 */
const MOST_MEANT = 50;

/** Beyond so many mentions they are looked up: a map for each of many short texts takes longer than the look. */
const FEW = 8;

/** Where a text has last named its actors without doubt. */
export class LastMentions {
  /** Actors as they were named, one as often as he was. */
  private readonly order: string[] = [];
  private readonly starts: number[] = [];
  private byActor: Map<string, number> | undefined;

  has(actor: string): boolean {
    return this.byActor ? this.byActor.has(actor) : this.order.includes(actor);
  }

  set(actor: string, start: number): void {
    this.order.push(actor);
    this.starts.push(start);
    if (this.byActor) this.byActor.set(actor, start);
    else if (this.order.length > FEW)
      this.byActor = new Map(this.order.map((one, at) => [one, this.starts[at] ?? 0]));
  }

  /** Those of the candidates whose actors were named, the last one first. */
  namedOf(candidates: readonly Candidates[]): readonly Candidate[] {
    if (this.order.length === 0) return [];
    const named = candidates.flatMap((each) => this.namedOfAlike(each));
    return named.length > 1 ? named.sort((a, b) => this.since(b) - this.since(a)) : named;
  }

  private namedOfAlike(candidates: Candidates): readonly Candidate[] {
    const { all } = candidates;
    const lately = all.length > MOST_MEANT ? this.lately(candidates) : undefined;
    return lately ?? all.filter(({ entry }) => this.has(entry.actor));
  }

  /** The last named ones of many; nothing where so few were named lately that all candidates are looked through as fast. */
  private lately(candidates: Candidates): readonly Candidate[] | undefined {
    const actors = new Set<string>();
    const until = Math.max(0, this.order.length - candidates.all.length);
    for (let at = this.order.length - 1; at >= until && actors.size < MOST_MEANT; at--) {
      const actor = this.order[at] ?? '';
      if (candidates.names(actor)) actors.add(actor);
    }
    if (actors.size < MOST_MEANT && until > 0) return undefined;
    return [...actors].flatMap((actor) => candidates.of(actor));
  }

  private since({ entry: { actor } }: Candidate): number {
    return (this.byActor ? this.byActor.get(actor) : this.starts[this.order.lastIndexOf(actor)]) ?? -1;
  }
}
