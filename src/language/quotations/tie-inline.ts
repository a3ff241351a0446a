import type { Anchor } from './anchors';
import { opensSentence, sentenceItems, type SentenceItem } from './sentence-items';
import type { Prose } from './prose';
import type { QuotedStretch } from './quoted-stretches';
import { tieSentence } from './tie-sentence';

/*
 * Which citation a quotation in running text belongs to.
 *
 * A bracket or a note closes what stands before it; an author in the sentence (`@key says`) opens what follows, and
 * closes what stands before only where nothing follows. The rules, the first that answers wins:
 *
 * 1. A citation inside the quotation marks.
 * 2. A citation that touches the quotation: between them stand only spaces and punctuation. Citations that touch each
 *    other count together.
 * 3. In the same sentence, the next citation behind and the last one before, if they look its way; of two, the one
 *    with fewer words between (quotations not counted), and the one behind if both name the same source.
 *    So one citation may serve several quotations of its sentence, but none reaches over another citation.
 * 4. In the next sentence, a citation within its first words that claims no quotation there (`"..." @key tells it so.`).
 * 5. If the block has one quotation and one citation in all, and they stand in the same or in neighbouring sentences
 *    (but for a note behind the sentence before).
 * 6. Where the block has no citation at all: an attribution that is the next paragraph of the text or list item, for its
 *    last sentence; a paragraph that leads with a colon to this one or to its list, for the quotation that it begins with; in a
 *    table, the one cell of the row that cites, for the one that quotes (find-quotations.ts).
 *
 * Else the quotation stays uncited: a wrong tie would call true words false.
 */

export interface TiedStretch {
  readonly stretch: QuotedStretch;
  readonly anchors: readonly Anchor[];
  /** So short that only a citation which touches it claims it: it may be a term or a title. */
  readonly isTerm?: true;
}

/** The quotations of a run of text with their citations; `anchors` are those of its citations that name a source. */
export function tieInline(prose: Prose, anchors: readonly Anchor[]): TiedStretch[] {
  const sentences = sentenceItems(prose, anchors).map((items) => ({
    items,
    tied: tieSentence(prose, items),
  }));
  const all = sentences.flatMap(({ tied }) => tied);
  const [only, second] = anchors;
  if (all.filter(({ isTerm }) => !isTerm).length === 1 && only && !second)
    return all.map((one) => (one.isTerm ? one : withSoleAnchor(sentences, one, only)));
  return sentences.flatMap(({ tied }, index) => {
    const next = sentences[index + 1];
    const opening = next && opensSentence(prose, next.items);
    const isFree = opening && !next.tied.some((one) => one.anchors.includes(opening));
    return tied.map((one) =>
      one.anchors.length === 0 && !one.isTerm && isFree ? { ...one, anchors: [opening] } : one,
    );
  });
}

/** Rule 5. */
function withSoleAnchor(
  sentences: readonly { items: readonly SentenceItem[]; tied: readonly TiedStretch[] }[],
  one: TiedStretch,
  anchor: Anchor,
): TiedStretch {
  if (one.anchors.length > 0) return one;
  const at = sentences.findIndex(({ tied }) => tied.includes(one));
  const anchorAt = sentences.findIndex(({ items }) => items.some((item) => item.anchor === anchor));
  // A note behind the sentence before closes that sentence, and who writes notes gives each quotation its own.
  const isNear = Math.abs(at - anchorAt) <= 1 && !(anchor.kind === 'note' && anchorAt < at);
  return isNear ? { ...one, anchors: [anchor] } : one;
}
