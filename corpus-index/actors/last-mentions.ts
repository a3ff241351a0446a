import type { Candidate, Candidates } from './readings';

/**
 * A surname that more people share, all of them named before, tells nobody: those named last are enough, and to list a
 * thousand wherever it stands would take longer the longer the text is.
 */
const MOST_MEANT = 50;

/** Where a text has last named its actors without doubt. */
export class LastMentions {
  private readonly starts = new Map<string, number>();
  /** Actors as they were named, one as often as he was. */
  private readonly order: string[] = [];

  has(actor: string): boolean {
    return this.starts.has(actor);
  }

  set(actor: string, start: number): void {
    this.starts.set(actor, start);
    this.order.push(actor);
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
    return this.starts.get(actor) ?? -1;
  }
}
