import type { Span } from '#corpus-index';
import type { ReviewItem } from '../review/review-items';

/** A passage that drafts cite, and where: by the draft's number, the citation from its `@` to the end of its key. */
export interface CitedPassage {
  readonly n: number;
  readonly citations: readonly { readonly draft: number; readonly span: Span }[];
}

type Citing = Pick<ReviewItem, 'citation' | 'passages'>;

/** The passages of a source that drafts cite, in the source's order. */
export function citedPassages(key: string, drafts: readonly (readonly Citing[])[]): CitedPassage[] {
  const found = new Map<number, { draft: number; span: Span }[]>();
  drafts.forEach((items, draft) => {
    for (const { citation, passages } of items) {
      if (citation.key !== key) continue;
      for (const { n } of passages) {
        const citations = found.get(n) ?? [];
        citations.push({ draft, span: citation.span });
        found.set(n, citations);
      }
    }
  });
  return [...found].sort(([a], [b]) => a - b).map(([n, citations]) => ({ n, citations }));
}

/** Where a draft cites these paragraphs of a source, also by words that stand there. */
export const citationsOfParagraphs = (
  items: readonly Citing[],
  key: string,
  paragraphs: readonly number[],
): Span[] =>
  items
    .filter(
      ({ citation, passages }) => citation.key === key && passages.some(({ n }) => paragraphs.includes(n)),
    )
    .map(({ citation }) => citation.span);
