import type { ReviewEntry } from '../../protocol/review';

interface Own {
  /** What the page was told, and what it has decided since: the news of one decision may reach it after the next. */
  readonly told: ReadonlySet<string>;
  /** What it is since the page's own decision. */
  readonly now: string;
}

/**
 * What a page's own decisions have made of what it was told: a person who decides twice before the page is told anew has seen
 * the first decision, and nobody else's.
 */
export class OwnDecisions {
  #byCitation: ReadonlyMap<number, Own> = new Map<number, Own>();

  /** What the person has seen who decides. */
  seen(citation: number, told: string): string {
    const own = this.#byCitation.get(citation);
    return own?.told.has(told) === true ? own.now : told;
  }

  kept(citation: number, told: string, now: string): void {
    const before = this.#byCitation.get(citation);
    const isOwn = before !== undefined && (before.now === told || before.told.has(told));
    const all = new Set([...(isOwn ? [...before.told, before.now] : []), told]);
    this.#byCitation = new Map([...this.#byCitation, [citation, { told: all, now }]]);
  }

  /** The page is told anew: what somebody else has changed since is not its own any more. */
  told(entries: readonly Pick<ReviewEntry, 'citation' | 'seen'>[]): void {
    const seen = new Map(entries.map((entry) => [entry.citation, entry.seen]));
    this.#byCitation = new Map([...this.#byCitation].filter(([at, { now }]) => seen.get(at) === now));
  }
}
