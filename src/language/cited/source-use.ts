import type { Source } from '#corpus-index';
import type { ReviewItem } from '../review/review-items';

/** A citation of a draft and what it cites, as far as the source is known. */
export type CitingItem = Pick<ReviewItem, 'source' | 'passages'>;

/** How often something is cited, and in how many drafts. */
export interface Uses {
  readonly citations: number;
  readonly drafts: number;
}

/** How the drafts use one source. */
export interface SourceUse extends Uses {
  /** The passages cited, by number; a citation of the source as a whole is of none. */
  readonly passages: ReadonlyMap<number, Uses>;
}

/** How often the drafts cite each source, by key, and each of its passages. Sources that nothing cites are not in it. */
export function sourceUses(drafts: readonly (readonly CitingItem[])[]): ReadonlyMap<string, SourceUse> {
  const counts = new Map<string, SourceCount>();
  drafts.forEach((items, draft) => {
    for (const { source, passages } of items) {
      if (!source) continue;
      const count = counts.get(source.key) ?? { ...NONE, passages: new Map<number, Count>() };
      counts.set(source.key, { ...counted(count, draft), passages: count.passages });
      for (const { n } of passages) count.passages.set(n, counted(count.passages.get(n) ?? NONE, draft));
    }
  });
  return counts;
}

interface Count extends Uses {
  /** Number of the draft that was counted last. */
  readonly last: number;
}

interface SourceCount extends Count {
  readonly passages: Map<number, Count>;
}

const NONE: Count = { citations: 0, drafts: 0, last: -1 };

/** Drafts come one after the other: one that differs from the last is a new one. */
const counted = ({ citations, drafts, last }: Count, draft: number): Count => ({
  citations: citations + 1,
  drafts: last === draft ? drafts : drafts + 1,
  last: draft,
});

/** A source that the drafts rest on more than on all others together. */
export interface Reliance {
  readonly source: Source;
  /** Citations of it, and of any source. */
  readonly citations: number;
  readonly total: number;
}

/** Fewer citations than this say nothing about what a draft rests on. */
const FEWEST_CITATIONS = 10;

/**
 * The source on which more than half of all citations rest, if there is one: of at least ten citations whose source is known,
 * where there is more than one source to cite.
 */
export function reliance(
  sources: readonly Source[],
  uses: ReadonlyMap<string, SourceUse>,
): Reliance | undefined {
  const total = [...uses.values()].reduce((sum, { citations }) => sum + citations, 0);
  if (sources.length < 2 || total < FEWEST_CITATIONS) return undefined;
  const source = sources.find(({ key }) => (uses.get(key)?.citations ?? 0) * 2 > total);
  return source && { source, citations: uses.get(source.key)?.citations ?? 0, total };
}
