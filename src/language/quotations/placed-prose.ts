import type { Span, TextBlock } from '#corpus-index';
import type { Citation } from '../draft';
import type { Anchor } from './anchors';
import type { Prose } from './prose';
import { sentenceAt } from './sentences';

/** A run of running text in its place in the draft: its offsets count from `base`. */
export interface PlacedProse {
  readonly prose: Prose;
  readonly base: number;
  readonly block: TextBlock;
  /** Its citations with the draft's offsets, for those of the prose. */
  readonly citations: ReadonlyMap<Citation, Citation>;
  readonly notes: readonly PlacedProse[];
}

/** `isExample`: whether a key is the label of a numbered example, so that `@label` is no citation. */
export function placeProse(
  prose: Prose,
  base: number,
  block: TextBlock,
  isExample: (key: string) => boolean,
): PlacedProse {
  const placed = prose.groups.flatMap(({ citations }) =>
    citations
      .filter(({ key, inText }) => !(inText && isExample(key)))
      .map((one): [Citation, Citation] => [one, moved(one, base)]),
  );
  const notes = prose.notes.map((note) => placeProse(note, base, block, isExample));
  return { prose, base, block, citations: new Map(placed), notes };
}

function moved(citation: Citation, by: number): Citation {
  if (by === 0) return citation;
  const { locator } = citation;
  return {
    ...citation,
    span: movedSpan(citation.span, by),
    group: movedSpan(citation.group, by),
    ...(locator && { locator: { ...locator, span: movedSpan(locator.span, by) } }),
  };
}

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The footnotes of a draft by their labels. */
export type Footnotes = ReadonlyMap<string, readonly PlacedProse[]>;

/** What may claim a quotation in a run of text, with the draft's citations; a note stands for those in its text. */
export function claimsIn(placed: PlacedProse, footnotes: Footnotes): Anchor[] {
  const { prose, citations, notes } = placed;
  return prose.anchors
    .map((anchor) => {
      const note = notes.filter((one) => one.prose === anchor.note);
      const texts = anchor.label === undefined ? note : footnotes.get(anchor.label);
      return {
        ...anchor,
        citations: anchor.kind === 'note' ? noteCitations(texts ?? []) : draftCitations(anchor, citations),
      };
    })
    .filter((anchor) => anchor.citations.length > 0);
}

const draftCitations = (anchor: Anchor, citations: PlacedProse['citations']): Citation[] =>
  anchor.citations.flatMap((citation) => citations.get(citation) ?? []);

/** The citations of the first sentence of a note that has any: what follows may speak of something else. */
function noteCitations(texts: readonly PlacedProse[]): Citation[] {
  for (const { prose, citations } of texts) {
    const own = prose.anchors.filter(({ kind }) => kind !== 'note');
    const [first] = own;
    if (!first) continue;
    const sentence = sentenceAt(prose.sentences, first.start);
    const together = own.filter(({ start }) => sentenceAt(prose.sentences, start) === sentence);
    return together.flatMap((anchor) => draftCitations(anchor, citations));
  }
  return [];
}
